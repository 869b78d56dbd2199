//! What was done to whom or what a figure counts, or what happened on the day it names: `killed` of "killing at least
//! nine", of "nine people were killed" and of "the death toll rose to nine", `released` of "was released in June".
//!
//! No grammar is at hand: the words beside a figure are read by their forms. Time: linear in the words of its claim.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::findings::reading::slot;
use crate::findings::reading::words::{Sentence, Word, is_past};
use crate::lexicon;

/// So many small words may stand between what is counted and what was done to it: "were also".
const HELPERS: usize = 4;
/// So many small words may stand between what was done and a figure: "killing at least as many as".
const HEDGES: usize = 5;
/// So many words before a figure the sum stands that it gives: "the death toll from the quake rose to nine".
const SUM: usize = 8;
/// So many words may be joined to what is counted: "and three elderly men".
const JOINED: usize = 5;
/// So many words behind a date its verb is looked for, where none stands before it.
const BEHIND: usize = 6;

/// The deed for figures that count or measure: `figure` and `head` are the words of the figure and the noun it counts.
pub(super) fn counted<'a>(sentence: &'a Sentence, figure: &Range<usize>, head: Option<usize>) -> Option<&'a Word> {
    let words = &sentence.words;
    let end = head.map_or(figure.end, |head| figure.end.max(head + 1));
    behind(words, end, end > figure.end).or_else(|| {
        let found = before(words, figure.start);
        found.filter(|word| slot::is_event(word)).or_else(|| sum(words, figure.start)).or(found)
    })
}

/// The deed that a date or a length of time belongs to.
pub(super) fn dated<'a>(sentence: &'a Sentence, figure: &Range<usize>) -> Option<&'a Word> {
    let words = &sentence.words;
    let start = figure.start.min(words.len());
    let is_verb = |at: usize| {
        let word = &words[at];
        let is_to_be_done = at > 0 && word.is_content && matches!(words[at - 1].lower.as_str(), "to" | "will");
        slot::is_event(word) || (is_past(&word.lower) && word.lower != "said") || is_to_be_done
    };
    let clause = |from: usize| (from + 1..start).all(|at| !words[at].after_break);
    let before = (0..start).rev().take_while(|&at| clause(at)).find(|&at| is_verb(at));
    let behind = || {
        let until = words.len().min(figure.end + BEHIND);
        let within = (figure.end..until).take_while(|&at| at == figure.end || !words[at].after_break);
        within.into_iter().find(|&at| is_verb(at))
    };
    before.or_else(behind).map(|at| &words[at])
}

/// "nine people *were killed*", "24 *dead*".
fn behind(words: &[Word], end: usize, has_noun: bool) -> Option<&Word> {
    let is_open = |at: usize| words.get(at).is_some_and(|word| !word.after_break);
    let is_passed = |at: usize| is_open(at) && (is(&words[at], "behind") || words[at].lower.ends_with("ly"));
    // "Six women *and three men* were trapped": what is said of both is said of each.
    let is_joined = |at: usize| is_open(at) && matches!(words[at].lower.as_str(), "and" | "or");
    let end = if has_noun && is_joined(end) {
        let joined = (end + 1..words.len().min(end + 1 + JOINED)).take_while(|&at| is_open(at));
        joined.into_iter().find(|&at| is(&words[at], "behind")).unwrap_or(end)
    } else {
        end
    };
    let n_passed = (0..HELPERS).take_while(|&step| is_passed(end + step)).count();
    let at = end + n_passed;
    let word = words.get(at).filter(|word| is_open(at) && !word.is_figure)?;
    let is_event = slot::is_event(word) && !word.lower.ends_with("ing");
    let is_done = is_past(&word.lower) && (n_passed > 0 || !has_noun) && !is(word, "light");
    (is_event || is_done).then_some(word)
}

/// "*killing* at least nine", "*injured* dozens".
fn before(words: &[Word], start: usize) -> Option<&Word> {
    let is_hedge = |at: usize| is(&words[at], "before");
    let mut at = start.checked_sub(1).filter(|&at| at + 1 < words.len())?;
    for _ in 0..HEDGES {
        if words[at + 1].after_break || !is_hedge(at) {
            break;
        }
        at = at.checked_sub(1)?;
    }
    let word = &words[at];
    let is_done = (is_past(&word.lower) || word.lower.ends_with("ing")) && word.is_content && !is(word, "light");
    (!words[at + 1].after_break && !word.is_figure && (slot::is_event(word) || is_done)).then_some(word)
}

/// "the death *toll* rose to nine".
fn sum(words: &[Word], start: usize) -> Option<&Word> {
    let start = start.min(words.len());
    let within = (start.saturating_sub(SUM)..start).rev().take_while(|&at| !words[at].is_figure);
    let at = within.into_iter().find(|&at| is(&words[at], "sum"))?;
    // "Death toll" says of what.
    let of_what = at.checked_sub(1).map(|before| &words[before]).filter(|word| slot::is_event(word));
    Some(of_what.unwrap_or(&words[at]))
}

/// Whether a word has a `usage` of `deed_words.tsv`.
fn is(word: &Word, usage: &str) -> bool {
    USES.get(word.lower.as_str()).is_some_and(|uses| uses.contains(&usage))
}

static USES: LazyLock<FxHashMap<&str, Vec<&str>>> =
    LazyLock::new(|| lexicon::DEED_WORDS.rows().map(|row| (row[0], row[1].split(' ').collect())).collect());

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::analyze;
    use crate::article::Article;
    use crate::figures::Kind;
    use crate::findings::reading::words::Story;
    use crate::findings::same_fact::around;

    /// The deed of each figure of `text`, `-` where none is found.
    fn deeds(text: &str) -> String {
        let analysis = analyze(Arc::new(Article::from_text("a", text.to_owned())));
        let story = Story::read(vec![&analysis]);
        let all = around::read(&story);
        let deed = |one: &around::Around| {
            match one.figure.kind {
                Kind::Date | Kind::Duration => dated(one.sentence, &one.range),
                _ => counted(one.sentence, &one.range, one.head),
            }
            .map_or("-".to_owned(), |word| word.lower.clone())
        };
        all.iter().map(deed).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_done_to_what_is_counted() {
        let cases = [
            ("The storm swept the coast, killing at least nine people and injuring 40.", "killing injuring"),
            ("Nine villagers were killed, 40 were badly hurt and 300 houses were damaged.", "killed hurt damaged"),
            ("The slide left nine dead and more than 40 wounded.", "dead wounded"),
            ("The death toll from the slide rose to nine.", "death"),
            ("Six women and three old men were trapped in the lift.", "trapped trapped"),
            ("The court fined twelve traders.", "fined"),
            ("The town has 12 schools.", "-"),
        ];
        for (text, expected) in cases {
            assert_eq!(deeds(text), expected, "{text}");
        }
    }

    #[test]
    fn what_happened_on_a_day() {
        let cases = [
            ("The mayor, elected in 1998, died on 4 May 2011.", "elected died"),
            ("On 4 May 2011 the mayor resigned.", "resigned"),
            ("The bridge is to open in June 2012.", "open"),
        ];
        for (text, expected) in cases {
            assert_eq!(deeds(text), expected, "{text}");
        }
    }
}
