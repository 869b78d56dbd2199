//! The words of the bar below columns that do not fit side by side.

/// The name of the bar.
pub const BAR: &str = "Move the columns sideways";

/// Returns the button at an end of the bar: the letters of the articles beyond that edge.
pub fn beyond(is_left: bool, letters: &[String]) -> String {
    let letters = letters.join(" ");
    if is_left { format!("◀ {letters}") } else { format!("{letters} ▶") }
}

/// Returns what that button is called; `is_spoken_of` says that the selection is in one of them.
pub fn beyond_label(is_left: bool, letters: &[String], is_spoken_of: bool) -> String {
    let side = if is_left { "left" } else { "right" };
    let key = if is_left { "←" } else { "→" };
    let selection = if is_spoken_of { ", with what is selected" } else { "" };
    format!("Further {side}: {}{selection} ({key})", letters.join(", "))
}
