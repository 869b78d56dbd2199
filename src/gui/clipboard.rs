//! What was copied from a page, as the page has it.
//!
//! The toolkit hands over plain text. Browsers put the markup beside it, which knows more: where a paragraph ends, what
//! is struck out or not shown, that a number is raised. It is read where it says the same words; where it does not, or
//! the system has none, the plain text is taken.

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

/// The blocks of `markup` as paragraphs of plain text, if they say what `plain` says.
fn of_markup(markup: &str, plain: &str) -> Option<String> {
    if markup.len() > LIMIT {
        return None;
    }
    let article = read_copied(markup, "").ok()?;
    let blocks = article.blocks.iter().map(|block| {
        let words = block.span.of(&article.text);
        if block.kind == BlockKind::ListItem { format!("- {words}") } else { words.to_owned() }
    });
    let text = blocks.collect::<Vec<_>>().join("\n\n");
    let (here, there) = (n_letters(&text), n_letters(plain));
    (here * 10 >= there * SAME && there * 10 >= here * SAME && starts_alike(&text, plain)).then_some(text)
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
    fn other_words_are_not_read() {
        assert_eq!(of_markup("<p>Something copied long ago from another page.</p>", "Nine men left the kiln."), None);
        assert_eq!(of_markup("<p>Nine men</p>", "Nine men left the kiln before the fire was out."), None);
        assert_eq!(of_markup("<script>x</script>", "Nine men left."), None);
    }
}
