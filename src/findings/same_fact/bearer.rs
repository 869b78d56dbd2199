//! Whose age a figure gives: "Brandt, *36*, fell", "the *36-year-old* boxer Brandt", "Brandt, a tired *36-year-old*".
//!
//! Time: a bounded number of words around the figure.

use std::ops::Range;

use crate::findings::reading::words::{Sentence, Word, is_past};
use crate::story::lists;

/// So many words may stand between an age and the name behind it: "36-year-old former world champion Brandt".
const BEHIND: usize = 5;
/// So many words may stand between the name before an age and the age: ", a tired and beaten 36-year-old".
const BEFORE: usize = 4;

/// The last word of the name of the person whose age stands at `figure`.
pub(super) fn of_age<'a>(sentence: &'a Sentence, figure: &Range<usize>) -> Option<&'a Word> {
    let words = &sentence.words;
    let is_name = |at: usize| words.get(at).is_some_and(|word| word.is_capital && word.is_content && !word.is_figure);
    let is_open = |at: usize| words.get(at).is_some_and(|word| !word.after_break);
    let behind = || {
        let within = figure.end..figure.end + BEHIND;
        let mut within = within
            .take_while(|&at| is_open(at) && words[at].is_content && (at == figure.end || !is_past(&words[at].lower)));
        let first = within.find(|&at| is_name(at))?;
        (first..words.len()).take_while(|&at| is_name(at) && (at == first || is_open(at))).last()
    };
    let before = || {
        let start = figure.start.min(words.len());
        let within = (start.saturating_sub(BEFORE)..start).rev();
        let at = within.into_iter().take_while(|&at| !words[at].is_figure).find(|&at| is_name(at))?;
        let name = if lists::is_suffix(&words[at].lower) { at.checked_sub(1).filter(|&at| is_name(at))? } else { at };
        let between = &words[at + 1..start];
        // "Brandt, 36", "Brandt, a tired 36-year-old", "Brandt is 36"; but not "Brandt's 16-year-old son", "Brandt, and
        // a 36-year-old".
        let is_apart = words.get(at + 1).is_some_and(|word| word.after_break) || between.iter().any(is_be);
        (is_apart && !between.iter().any(|word| JOINING.contains(&word.lower.as_str()))).then_some(name)
    };
    let is_of_then = figure.start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.lower == "then");
    let is_adjective = words.get(figure.end).is_some_and(|word| !word.after_break && word.is_content);
    let found = if is_adjective { behind().or_else(before) } else { before() };
    found.filter(|_| !is_of_then).map(|at| &words[at])
}

/// The last word of the name in front of a bracket that opens with the score at `figure`: what somebody has won and
/// lost, "Brandt (31-4)".
pub(super) fn of_record<'a>(sentence: &'a Sentence, figure: &Range<usize>, text: &str) -> Option<&'a Word> {
    let words = &sentence.words;
    let (name, score) = (words.get(figure.start.checked_sub(1)?)?, words.get(figure.start)?);
    let is_bracketed =
        text.get(name.span.end..score.span.start).is_some_and(|between| between.trim_start().starts_with('('));
    (is_bracketed && name.is_capital && name.is_content && !name.is_figure).then_some(name)
}

/// Words that lead on to somebody else.
const JOINING: [&str; 6] = ["and", "or", "with", "but", "including", "like"];

fn is_be(word: &Word) -> bool {
    matches!(word.lower.as_str(), "is" | "was" | "turned" | "aged")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::analyze;
    use crate::article::Article;
    use crate::findings::reading::words::Story;
    use crate::findings::same_fact::around;

    #[test]
    fn whose_age_it_is() {
        let cases = [
            ("On the stand Ada Brandt, 36, denied it.", "brandt"),
            ("On the stand Karl Brandt Jr., 36, denied it.", "brandt"),
            ("The judge asked the 36-year-old retired teacher Ada Brandt again.", "brandt"),
            ("They met Ms. Brandt, a charming 36-year-old teacher, at the gate.", "brandt"),
            ("They met Brandt's 12-year-old daughter at the gate.", "-"),
            ("They met Brandt, and a 12-year-old girl, at the gate.", "-"),
            ("The then 15-year-old Brandt was there.", "-"),
            ("A 12-year-old girl met Brandt at the gate.", "-"),
        ];
        for (text, expected) in cases {
            let analysis = analyze(Arc::new(Article::from_text("a", text.to_owned())));
            let story = Story::read(vec![&analysis]);
            let all = around::read(&story);
            let found = of_age(all[0].sentence, &all[0].range).map_or("-", |word| word.lower.as_str());
            assert_eq!(found, expected, "{text}");
        }
    }
}
