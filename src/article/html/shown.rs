//! What of a page people see, as far as the markup itself says it: style sheets are not read.

use scraper::node::Element;

/// What classes call a text that appears beside a word while the pointer rests on it; in the markup it stands in the
/// middle of a sentence.
const ON_HOVER: &[&str] = &["hovercard", "popover", "rollover", "tooltip"];

/// What such a class calls the text itself, and not the word that it belongs to.
const CONTENT: &[&str] = &["block", "body", "box", "card", "content", "inner", "text"];

/// What the usual style sheets call a text that they keep for screen readers alone ("opens in a new window"), letters
/// and digits alone counting.
const READ_ALOUD: &[&str] = &["a11yhidden", "screenreader", "showforsr", "sronly", "visuallyhidden"];

/// Whether `class` names a text that is not shown with the others.
fn is_hidden_class(class: &str) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| holds(class, name));
    // Classes that show a hidden text again are called "not-sr-only".
    has(ON_HOVER) && has(CONTENT) || has(READ_ALOUD) && !class.starts_with("not")
}

/// Whether the letters and digits of `class` hold `name`, which is in lower case.
fn holds(class: &str, name: &str) -> bool {
    let letters = |from: usize| class.bytes().skip(from).filter(u8::is_ascii_alphanumeric);
    (0..class.len()).any(|from| {
        let mut letters = letters(from);
        name.bytes().all(|byte| letters.next().is_some_and(|letter| letter.to_ascii_lowercase() == byte))
    })
}

/// Whether the text of `element` is not shown.
pub(super) fn is_hidden(element: &Element) -> bool {
    is_never_shown(element.name())
        || element.attr("hidden").is_some()
        || element.attr("role") == Some("tooltip")
        || (element.name() == "dialog" && element.attr("open").is_none())
        || declares(element, |property, value| match property {
            "display" => value == "none",
            "visibility" => value == "hidden" || value == "collapse",
            _ => false,
        })
        || element.attr("class").is_some_and(|classes| classes.split_whitespace().any(is_hidden_class))
}

/// Whether the text of `element` is struck out: a correction that leaves what stood before.
pub(super) fn is_struck(element: &Element) -> bool {
    matches!(element.name(), "del" | "s" | "strike")
        || declares(element, |property, value| {
            matches!(property, "text-decoration" | "text-decoration-line") && value.contains("line-through")
        })
}

/// Whether the text of `element` is raised above the line.
pub(super) fn is_raised(element: &Element) -> bool {
    element.name() == "sup"
        || declares(element, |property, value| {
            property == "vertical-align" && matches!(value, "super" | "text-top")
                || property == "font-variant-position" && value == "super"
        })
}

/// Elements whose text no browser shows, or which hold what a reader may choose.
fn is_never_shown(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "object"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "textarea"
            | "datalist"
            | "select"
            | "rp"
            | "amp-ad"
            | "amp-sidebar"
    )
}

/// Whether the element's own style has a declaration that `is_told` by property and value, both in lower case.
fn declares(element: &Element, is_told: impl Fn(&str, &str) -> bool) -> bool {
    element.attr("style").is_some_and(|style| {
        style.split(';').filter_map(|declaration| declaration.split_once(':')).any(|(property, value)| {
            let value = value.to_ascii_lowercase();
            let value = value.trim().trim_end_matches("!important").trim_end();
            is_told(property.trim().to_ascii_lowercase().as_str(), value)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_what_is_not_shown() {
        for class in [
            "sr-only",
            "visuallyHidden",
            "u-visually-hidden",
            "mol-screen-reader-text",
            "tooltip__text",
            "HoverCard-body",
        ] {
            assert!(is_hidden_class(class), "{class}");
        }
        for class in ["not-sr-only", "tooltip", "hover", "text", "hidden-gems", "screen", "card-body", ""] {
            assert!(!is_hidden_class(class), "{class}");
        }
    }
}
