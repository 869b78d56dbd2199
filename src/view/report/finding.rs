//! A finding as a report shows it, with the sentences it quotes.

use super::model::{Piece, Quotation, ReportFinding};
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::{FindingIndex, FindingKind};
use crate::review::Standing;
use crate::text::Span;
use crate::view::detail::{Detail, Passage};
use crate::wording::look::{Look, letter};
use crate::wording::report_words as words;
use crate::wording::visible::visible;
use crate::wording::{check_words, note_words, review_words};

/// Longest quotation that is printed whole, in characters; of a longer one the words in question and what is around
/// them. Twice the longest sentence usual in news text.
const LONGEST_QUOTATION: usize = 600;

pub(super) fn finding(
    detail: &Detail,
    idx: FindingIndex,
    look: Look,
    comparison: &Comparison,
    standing: &Standing,
) -> ReportFinding {
    let machine = format!("{}, {}", detail.look.name(), detail.certainty.to_lowercase());
    let is_quote = finding_at(comparison, idx).is_some_and(|finding| finding.kind == FindingKind::Quote);
    let mut last_group = None;
    let quotations = detail
        .passages
        .iter()
        .map(|passage| {
            let letter = letter(passage.claim.article);
            let is_new_value = last_group.is_some_and(|group| group != passage.group);
            last_group = Some(passage.group);
            Quotation {
                source: visible(&passage.source),
                value: passage.value.clone(),
                pieces: pieces(&passage.sentence, &marked(passage, is_quote)),
                place: {
                    let place = passage.whole_place();
                    place.strip_prefix(&format!("{letter}, ")).unwrap_or(&place).to_owned()
                },
                is_new_value,
            }
        })
        .collect();
    let decision = standing.decision(idx);
    ReportFinding {
        id: detail.id.clone(),
        look,
        what: visible(&detail.title),
        relation: if look == detail.look { machine } else { words::called(look, &machine) },
        why: visible(&detail.why),
        silent: detail.silent.clone().unwrap_or_default(),
        decision: review_words::word_of(standing, idx),
        verdict: decision.and_then(|one| one.verdict).map(|one| review_words::signed(Some(one))).unwrap_or_default(),
        check: decision
            .and_then(|one| one.check)
            .map(|one| check_words::check(Some(one)).to_owned())
            .unwrap_or_default(),
        print: decision.map(|one| visible(&one.print.value)).unwrap_or_default(),
        print_source: decision.map(|one| visible(&one.print.source)).unwrap_or_default(),
        note: note_of(standing, idx),
        when: standing.decision(idx).and_then(|decision| decision.when.as_deref()).map(visible).unwrap_or_default(),
        quotations,
    }
}

/// The words in question of `passage`; of a quotation that was altered only the words that differ.
fn marked(passage: &Passage, is_quote: bool) -> Vec<Span> {
    if !is_quote {
        return passage.marked.clone();
    }
    let inside = |differing: &&Span| passage.marked.iter().any(|marked| marked.contains(**differing));
    let differing: Vec<Span> = passage.differing.iter().filter(inside).copied().collect();
    if differing.is_empty() { passage.marked.clone() } else { differing }
}

/// `sentence` cut into pieces at `marked`, its unmarked stretches shortened where it is very long.
fn pieces(sentence: &str, marked: &[Span]) -> Vec<Piece> {
    let is_long = sentence.chars().nth(LONGEST_QUOTATION).is_some();
    let mut pieces = Vec::new();
    let mut at = 0;
    for span in marked.iter().filter(|span| !span.is_empty()) {
        let start = span.start.max(at);
        if start < span.end {
            plain(&mut pieces, sentence.get(at..start).unwrap_or(""), is_long, at == 0, false);
            let text = visible(sentence.get(start..span.end).unwrap_or(""));
            pieces.push(Piece { text, is_marked: true });
            at = span.end;
        }
    }
    plain(&mut pieces, sentence.get(at..).unwrap_or(""), is_long, at == 0, true);
    pieces
}

/// Adds the unmarked words `text`; where they are to be shortened only what is next to a mark is kept.
fn plain(pieces: &mut Vec<Piece>, text: &str, is_long: bool, is_first: bool, is_last: bool) {
    let n_chars = if is_long { text.chars().count() } else { 0 };
    let near = LONGEST_QUOTATION / 4;
    let (n_head, n_tail) = match (is_first, is_last) {
        (true, true) => (LONGEST_QUOTATION, 0),
        (true, false) => (0, near),
        (false, true) => (near, 0),
        (false, false) => (near, near),
    };
    let text = if n_chars > n_head + n_tail {
        let head: String = text.chars().take(n_head).collect();
        let tail: String = text.chars().skip(n_chars - n_tail).collect();
        format!("{head}…{tail}")
    } else {
        text.to_owned()
    };
    if !text.is_empty() {
        pieces.push(Piece { text: visible(&text), is_marked: false });
    }
}

/// Returns the lines of the note on the finding at `idx`.
pub(super) fn note_of(standing: &Standing, idx: FindingIndex) -> Vec<String> {
    standing.decision(idx).map(|decision| note_words::lines(&decision.note)).unwrap_or_default()
}
