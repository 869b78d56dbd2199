//! What was copied from a page, as the page has it.
//!
//! The toolkit hands over plain text. Browsers put the markup beside it, which knows more: where a paragraph ends, what
//! is struck out or not shown, that a number is raised. It is read where it says the same words; where it does not, or
//! the system has none, the plain text is taken.
//!
//! Where there is markup and no plain text beside it, the toolkit takes the keys and hands over nothing. That the keys
//! were pressed is then told by their release ([`Keys`]), and the words of the markup are pasted.

use egui::{Event, Key};

use crate::article::{BlockKind, read_copied};

/// Bytes of markup that are read at most: a page copied whole seldom has a tenth.
const LIMIT: usize = 5_000_000;

/// How many of ten letters of the plain text the markup must say as well, and the other way round: a page has signs
/// that the plain text writes otherwise, and hides words that browsers copy.
const SAME: usize = 8;

/// Returns the text that was pasted as `plain`, read out of the markup on the clipboard where there is some.
pub(super) fn pasted(plain: &str) -> String {
    let markup = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.get().html());
    markup.ok().and_then(|markup| of_markup(&markup, plain)).unwrap_or_else(|| plain.to_owned())
}

/// Returns the words of the markup on the clipboard, where that holds no plain text.
pub(super) fn only_markup() -> Option<String> {
    let mut clipboard = arboard::Clipboard::new().ok()?;
    if clipboard.get_text().is_ok_and(|text| !text.is_empty()) {
        return None;
    }
    words_of(&clipboard.get().html().ok()?)
}

/// The keys that paste, as far as the toolkit shows them.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// Whether the key was seen when it was pressed: then it was an ordinary one.
    is_seen: bool,
    /// Whether something was pasted since it was released last.
    has_pasted: bool,
}

impl Keys {
    /// Takes in the `events` of a frame; returns whether the keys were pressed in vain: the key was released that the
    /// toolkit did not show when it was pressed, and nothing was pasted.
    pub(super) fn were_in_vain(&mut self, events: &[Event]) -> bool {
        let mut in_vain = false;
        for event in events {
            match event {
                Event::Paste(_) | Event::PasteImage(_) => self.has_pasted = true,
                Event::Key { key: Key::V, pressed: true, .. } => self.is_seen = true,
                Event::Key { key: Key::V, pressed: false, .. } => {
                    in_vain |= !self.is_seen && !self.has_pasted;
                    *self = Self::default();
                }
                // What is released after that was pressed elsewhere.
                Event::WindowFocused(_) => *self = Self { is_seen: true, has_pasted: false },
                _ => {}
            }
        }
        in_vain
    }
}

/// The blocks of `markup` as paragraphs of plain text, if they say what `plain` says.
fn of_markup(markup: &str, plain: &str) -> Option<String> {
    let text = words_of(markup)?;
    let (here, there) = (n_letters(&text), n_letters(plain));
    (here * 10 >= there * SAME && there * 10 >= here * SAME && starts_alike(&text, plain)).then_some(text)
}

/// The blocks of `markup` as paragraphs of plain text.
fn words_of(markup: &str) -> Option<String> {
    if markup.len() > LIMIT {
        return None;
    }
    let article = read_copied(markup, "").ok()?;
    let blocks = article.blocks.iter().map(|block| {
        let words = block.span.of(&article.text);
        if block.kind == BlockKind::ListItem { format!("- {words}") } else { words.to_owned() }
    });
    Some(blocks.collect::<Vec<_>>().join("\n\n")).filter(|text| !text.is_empty())
}

fn n_letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// How many letters at the start are compared.
const START: usize = 12;

/// Whether both begin with the same letters: what is on the clipboard is what was pasted.
fn starts_alike(a: &str, b: &str) -> bool {
    let start = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).take(START).collect::<String>();
    start(a) == start(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_read_where_it_says_the_same() {
        let markup = "<meta charset=utf-8><h1>Kiln shuts</h1><p>Nine men left the kiln, <del>two</del> three of them hurt.</p>\
                      <p>It held 10<sup>6</sup> bricks.</p><ul><li>One came back.</li></ul>";
        let plain = "Kiln shuts\nNine men left the kiln, two three of them hurt.\nIt held 106 bricks.\nOne came back.";
        let text = of_markup(markup, plain).expect("the same words");
        assert!(
            text.starts_with("Kiln shuts\n\nNine men left the kiln, three of them hurt.\n\nIt held 10⁶ bricks."),
            "{text}"
        );
        assert!(text.ends_with("\n\n- One came back."), "{text}");
    }

    #[test]
    fn keys_that_pasted_nothing_are_told() {
        let key = |key, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: egui::Modifiers::COMMAND,
        };
        let paste = || Event::Paste("Nine men left.".to_owned());
        let mut keys = Keys::default();
        assert!(keys.were_in_vain(&[key(Key::V, false)]), "the toolkit took the press");
        assert!(!keys.were_in_vain(&[paste()]));
        assert!(!keys.were_in_vain(&[key(Key::V, false)]), "something was pasted");
        assert!(!keys.were_in_vain(&[key(Key::V, true)]));
        assert!(!keys.were_in_vain(&[key(Key::V, false)]), "an ordinary key");
        assert!(!keys.were_in_vain(&[Event::WindowFocused(true), key(Key::V, false)]), "pressed elsewhere");
        assert!(!keys.were_in_vain(&[key(Key::C, false)]));
        assert!(keys.were_in_vain(&[key(Key::V, false)]));
    }

    #[test]
    fn markup_alone_gives_its_words() {
        let text = words_of("<h1>Kiln shuts</h1><p>Nine men left.</p>");
        assert_eq!(text.as_deref(), Some("Kiln shuts\n\nNine men left."));
        assert_eq!(words_of("<img src=x>"), None);
    }

    #[test]
    fn other_words_are_not_read() {
        assert_eq!(of_markup("<p>Something copied long ago from another page.</p>", "Nine men left the kiln."), None);
        assert_eq!(of_markup("<p>Nine men</p>", "Nine men left the kiln before the fire was out."), None);
        assert_eq!(of_markup("<script>x</script>", "Nine men left."), None);
    }
}
