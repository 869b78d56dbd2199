//! Where sentences end.
//!
//! [sentencex](https://docs.rs/sentencex) finds the boundaries (its rules for abbreviations, initials and quotations
//! reach 43 of the [48 golden rules](https://github.com/diasks2/pragmatic_segmenter)); [`seam`] then mends those that
//! news prose shows to be wrong, and [`item`] finds the items of lists that run on in one line. A short quotation of
//! several sentences stays with the words that credit it, as sentencex has it.
//! Boundaries are found in the repaired text, so that debris of conversions does not hide or make one, and mapped back.
//! Time is linear in the text.

use super::{item, seam};
use crate::text::{Span, repair};

/// Returns the sentences of the block at `block` in `text`, without the white space around them.
pub(super) fn split(text: &str, block: Span) -> Vec<Span> {
    let printed = block.of(text);
    let repaired = repair(printed);
    let sentences = sentences(&repaired.text);
    if !repaired.is_changed() {
        return sentences.into_iter().map(|span| span.shift(block.start)).collect();
    }
    let mut end = 0;
    sentences
        .into_iter()
        .map(|span| {
            // One place of debris may stand for the end of a sentence and the start of the next.
            let span = repaired.printed(span);
            let span = Span::new(span.start.max(end), span.end.max(end));
            end = span.end;
            trimmed(printed, span).shift(block.start)
        })
        .filter(|span| !span.is_empty())
        .collect()
}

fn sentences(text: &str) -> Vec<Span> {
    let markers = item::markers(text);
    let mut sentences: Vec<Span> = Vec::new();
    for boundary in sentencex::get_sentence_boundaries("en", text) {
        let whole = trimmed(text, Span::new(boundary.start_byte, boundary.end_byte));
        if whole.is_empty() {
            continue;
        }
        let mut start = whole.start;
        let cuts = seam::cuts(text, whole).into_iter().chain(item::cuts(&markers, whole));
        let mut ends: Vec<usize> = cuts.chain([whole.end]).collect();
        ends.sort_unstable();
        for end in ends {
            let piece = trimmed(text, Span::new(start, end.max(start)));
            start = piece.end;
            if piece.is_empty() {
                continue;
            }
            match sentences.last_mut() {
                Some(last) if goes_on(text, *last, piece, &markers) => *last = last.cover(piece),
                _ => sentences.push(piece),
            }
        }
    }
    seam::move_ellipses(text, &mut sentences);
    sentences
}

/// Whether `piece` goes on with the sentence `before` it.
fn goes_on(text: &str, before: Span, piece: Span, markers: &[Span]) -> bool {
    if item::starts_at(markers, piece.start) {
        return false;
    }
    // "D-D.C.": no blank stands where a sentence ends after an initial.
    let is_glued = before.end == piece.start && seam::ends_in_initial(before.of(text));
    is_glued || item::ends_at(markers, before.end) || seam::goes_on(before.of(text), piece.of(text))
}

/// `span` of `text` without the white space around it.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks `marked`, in which `|` stands where a sentence ends.
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let found: Vec<&str> = split(&text, Span::new(0, text.len())).into_iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, marked.split(" | ").collect::<Vec<_>>());
    }

    #[test]
    fn clock_times() {
        check("The gates opened at 9 p.m. EST. | Crowds came.");
        check("The gates close at 9 p.m. Eastern time on weekdays.");
        check("The count began at 9 a.m. Tuesday in Norwich.");
        check("He left at 6 p.m. | The store closed later.");
        check("The bus left at 7 p.m. | Tuesday was quiet.");
        check("The quake hit at 4:30 a.m. PST (1230 GMT). | No one was hurt.");
        check("The fire began around 3 a.m. | 12 people were hurt.");
    }

    #[test]
    fn abbreviations() {
        check("Approx. 2,000 people marched, est. 300 of them students.");
        check("He was stationed at Ft. Tyne until 2009.");
        check("The shed is 9 ft. | The door is not.");
        check("It is the No. 1 cause vs. No. 2 in 2017.");
        check("He scored 12 pts. in the second half.");
        check("It weighs 5 lbs. and costs $3.");
        check("The oven reached 200 deg. C. and stayed there.");
        check("Judge Ida Roe (R-Tex.) voted no. | Rep. Lee voted yes.");
        check("Sen. Ruth Hale, R-Ohio, met Gov. Lee on Nov. 7 in Washington, D.C. | She declined to comment.");
        check("The U.S. Senate voted 52-48. | The House follows.");
        check("J. R. Smith, 43, was held. | Police said so.");
        check("“Is it true?” asked Ms. Ahl. | Dr. Noll nodded.");
        check("Del. Ann Reed, D-D.C., spoke. | Sen. Tan, R-S.C., left.");
    }

    #[test]
    fn quotations() {
        check("“Why now?” Lee asked. | He sat down.");
        check("“We did it!” Mayor Ida Roe told reporters. | “Nine of us!”");
        check("\"Who knows?\" | Lee left the room.");
        check("“We lost nine people,” she said. | “Three were children.”");
        check("“It was dark. We saw nothing,” he said. | The court adjourned.");
        check("The lawyer said: \"Because of the U.N.\" | The judge nodded.");
        check("The firm (NYSE: ABC) fell 3%. | (It rose later.) | Analysts were surprised.");
    }

    #[test]
    fn lists_and_ellipses() {
        check("1. Nine were held | 2. Three were freed");
        check("4. Three of the nine fled.");
        check("Findings: 1. Nine died. | 2. Three survived. | 3. Two fled.");
        check("a) Nine were held b) is no item");
        check("The plan was weak . . . and late. | . . . It failed. . . .");
        check("Wait … there is more. | It was late.");
    }

    #[test]
    fn debris() {
        check("quot;We lost nine,&quot; she said. | &quot;Three were young.&quot; | She left.");
        check("The co\u{ad}urt sat at 9 a.m.&nbsp;Tuesday. | It rose at noon.");
    }

    #[test]
    fn any_text_gives_spans_in_order() {
        for text in
            ["", " ", ".", "....", "?!”", "1.", "a.m. ", "ÄÖ. Ü", "\u{ad}", "&quot;", "“", "(.) A", "。 Z. Ω", "no. A"]
        {
            let mut end = 0;
            for span in split(text, Span::new(0, text.len())) {
                assert!(span.start >= end && span.end <= text.len() && !span.of(text).is_empty(), "{text:?} {span:?}");
                end = span.end;
            }
        }
    }
}
