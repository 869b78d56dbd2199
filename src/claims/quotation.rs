//! Where the words of others stand: what is between quotation marks.
//!
//! Straight and curly double marks, guillemets, doubled single marks and single marks are read; a single one only where
//! nothing speaks for an apostrophe, and not inside double ones. A mark after a digit is one of inches or feet. A
//! quotation that is still open at the end of its block goes on if the next mark closes it; it ends with its block if
//! the next block opens anew, as newspapers print a quotation of several paragraphs. Else its end was lost and it is
//! not followed beyond its sentence. Marks are found in the repaired text, so that `&quot;` is one, too. Two passes
//! over the marks; time is linear in the text.

use crate::article::Article;
use crate::text::{Span, repair};

/// A quotation is no longer than this, in bytes; beyond it a mark was lost. A long paragraph has 1,500.
const LONGEST: usize = 6_000;

/// The same where a quotation goes on over the end of its block: a closing mark so far away belongs to another.
const LONGEST_OVER_BLOCKS: usize = 1_500;

/// Words that have lost their first letters: their apostrophe opens nothing.
const CLIPPED: &[&str] = &["cause", "em", "n", "til", "till", "tis", "twas", "bout", "round"];

/// Returns the quotations of `article`, the words between the marks, in order and without overlap.
///
/// One that goes on over several blocks is one span; [`within`] takes the part of a sentence from it.
pub(super) fn find(article: &Article) -> Vec<Span> {
    let mut marks = Vec::new();
    for (block, place) in article.blocks.iter().enumerate() {
        read_marks(&article.text, place.span, block, &mut marks);
    }
    if marks.is_empty() {
        return Vec::new();
    }
    let doubles = double_quotations(article, &marks);
    let singles = single_quotations(&marks);
    merge(doubles, &singles)
}

/// Returns the parts of `quotations` inside `sentence` of `text`, without white space at their rims.
pub(super) fn within(text: &str, sentence: Span, quotations: &[Span]) -> Vec<Span> {
    let first = quotations.partition_point(|quote| quote.end <= sentence.start);
    quotations
        .iter()
        .skip(first)
        .take_while(|quote| quote.start < sentence.end)
        .map(|quote| trimmed(text, Span::new(quote.start.max(sentence.start), quote.end.min(sentence.end))))
        .filter(|quote| quote.of(text).contains(char::is_alphanumeric))
        .collect()
}

/// `span` of `text` without white space and marks at its rims.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_rim = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”');
    let inner = words.trim_start_matches(is_rim);
    let start = span.start + (words.len() - inner.len());
    Span::new(start, start + inner.trim_end_matches(is_rim).len())
}

/// What a mark can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Opens or closes, as nothing around it tells.
    Either,
    /// Closes unless it is the apostrophe of a plural ("the miners’").
    MayClose,
}

/// A quotation mark.
#[derive(Clone, Copy, Debug)]
struct Mark {
    /// Where it is in the printed text.
    span: Span,
    role: Role,
    is_single: bool,
    block: usize,
}

/// Adds the marks of the block at `span` of `text` to `marks`.
fn read_marks(text: &str, span: Span, block: usize, marks: &mut Vec<Mark>) {
    let printed = span.of(text);
    let repaired = repair(printed);
    let clean = repaired.text.as_ref();
    let mut before = ' ';
    let mut skip_to = 0;
    for (at, c) in clean.char_indices() {
        if at < skip_to {
            continue;
        }
        let mut end = at + c.len_utf8();
        if !matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '`') {
            before = c;
            continue;
        }
        let is_doubled = matches!(c, '\'' | '`' | '‘' | '’') && clean[end..].starts_with(c);
        if is_doubled {
            end += c.len_utf8();
        }
        let is_single = !is_doubled && matches!(c, '\'' | '‘' | '’' | '`');
        let rest = &clean[end..];
        let role = if is_single { single_role(c, before, rest) } else { double_role(c, before, rest) };
        if let Some(role) = role {
            marks.push(Mark { span: repaired.printed(Span::new(at, end)).shift(span.start), role, is_single, block });
        }
        before = c;
        skip_to = end;
    }
}

/// Whether a word may begin after `c`.
fn is_outside(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '"' | '“' | '‘' | '\'' | '„' | '«' | '…')
}

/// The role of the double mark `c` between the character `before` and the text `rest`.
fn double_role(c: char, before: char, rest: &str) -> Option<Role> {
    match c {
        '“' | '„' | '«' | '‘' | '`' => return Some(Role::Opens),
        '”' | '»' | '’' => return Some(Role::Closes),
        _ => {}
    }
    let next = rest.chars().next().unwrap_or(' ');
    let is_at_start = before.is_whitespace() || matches!(before, '(' | '[' | '—' | '–');
    let is_at_end = next.is_whitespace() || matches!(next, ',' | '.' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–');
    Some(match (is_at_start, is_at_end) {
        (true, false) => Role::Opens,
        (false, true) => Role::Closes,
        _ => Role::Either,
    })
}

/// The role of the single mark `c` between the character `before` and the text `rest`; `None` for an apostrophe.
fn single_role(c: char, before: char, rest: &str) -> Option<Role> {
    let next = rest.chars().next().unwrap_or(' ');
    if is_outside(before) && (next.is_alphabetic() || matches!(next, '“' | '"' | '…' | '[')) {
        let word: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_clipped = c != '‘' && CLIPPED.iter().any(|clipped| word.eq_ignore_ascii_case(clipped));
        return (!is_clipped && c != '’').then_some(Role::Opens);
    }
    let is_at_end = !next.is_alphanumeric() && !before.is_whitespace();
    if !is_at_end || matches!(c, '‘' | '`') || before.is_ascii_digit() {
        return None;
    }
    Some(if matches!(before, 's' | 'S') { Role::MayClose } else { Role::Closes })
}

/// The quotations between double marks.
fn double_quotations(article: &Article, marks: &[Mark]) -> Vec<Span> {
    let text = &article.text;
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    let mut last_end = 0;
    for mark in marks.iter().filter(|mark| !mark.is_single) {
        let after_digit = text[..mark.span.start].ends_with(|c: char| c.is_ascii_digit());
        let is_straight = mark.span.of(text) == "\"";
        match open {
            None if mark.role == Role::Closes || mark.role == Role::Either && after_digit => {
                // Inches, or the end of a quotation whose beginning was lost.
                if !(is_straight && after_digit) {
                    let start = block_start(article, mark.block).max(last_end);
                    let lost = last_sentence(text, Span::new(start, mark.span.start));
                    found.push(lost);
                }
            }
            None => open = Some(*mark),
            Some(opener) => {
                let opens_anew = mark.role == Role::Opens;
                let longest = if mark.block == opener.block { LONGEST } else { LONGEST_OVER_BLOCKS };
                let is_far = mark.span.start - opener.span.end > longest;
                if opens_anew || is_far {
                    let end = block_end(article, opener.block).min(mark.span.start);
                    let rest = Span::new(opener.span.end, end.max(opener.span.end));
                    let continues = opens_anew && mark.block == opener.block + 1 && is_at_block_start(article, *mark);
                    found.push(if continues { rest } else { first_sentence(text, rest) });
                    open = (mark.role != Role::Closes).then_some(*mark);
                } else {
                    found.push(Span::new(opener.span.end, mark.span.start));
                    open = None;
                }
            }
        }
        last_end = mark.span.end;
    }
    if let Some(opener) = open {
        let end = block_end(article, opener.block).max(opener.span.end);
        found.push(first_sentence(text, Span::new(opener.span.end, end)));
    }
    found
}

fn block_start(article: &Article, block: usize) -> usize {
    article.blocks.get(block).map_or(0, |block| block.span.start)
}

fn block_end(article: &Article, block: usize) -> usize {
    article.blocks.get(block).map_or(0, |block| block.span.end)
}

/// Whether nothing but white space is before `mark` in its block.
fn is_at_block_start(article: &Article, mark: Mark) -> bool {
    let start = block_start(article, mark.block).min(mark.span.start);
    Span::new(start, mark.span.start).of(&article.text).trim().is_empty()
}

/// `span` up to the end of its first sentence.
fn first_sentence(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = words
        .match_indices(['.', '!', '?', '\n'])
        .map(|(at, sign)| at + sign.len())
        .find(|&at| words[at..].chars().next().is_none_or(char::is_whitespace) && words[..at].len() > 1);
    Span::new(span.start, span.start + end.unwrap_or(words.len()))
}

/// `span` from the start of its last sentence.
fn last_sentence(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let inner = words.trim_end().trim_end_matches(['.', '!', '?', ',']);
    let start = inner
        .rmatch_indices(['.', '!', '?', '\n'])
        .map(|(at, sign)| at + sign.len())
        .find(|&at| words[at..].chars().next().is_some_and(char::is_whitespace));
    Span::new(span.start + start.unwrap_or(0), span.end)
}

/// The quotations between single marks: from each that opens to the next that closes in its block.
fn single_quotations(marks: &[Mark]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<Mark> = None;
    // The latest mark that closes if no better one comes.
    let mut maybe: Option<Mark> = None;
    let mut finish = |open: &mut Option<Mark>, close: Option<Mark>| {
        if let (Some(opener), Some(close)) = (open.take(), close)
            && close.span.start - opener.span.end <= LONGEST
        {
            found.push(Span::new(opener.span.end, close.span.start));
        }
    };
    for mark in marks.iter().filter(|mark| mark.is_single) {
        if open.is_some_and(|opener| opener.block != mark.block) {
            finish(&mut open, maybe.take());
        }
        match mark.role {
            Role::Opens => {
                finish(&mut open, maybe.take());
                open = Some(*mark);
            }
            Role::MayClose if open.is_some() => maybe = maybe.or(Some(*mark)),
            Role::Closes => {
                finish(&mut open, Some(*mark));
                maybe = None;
            }
            _ => {}
        }
    }
    finish(&mut open, maybe);
    found
}

/// `doubles` with those of `singles` that hold double ones whole, or stand apart from all of them.
fn merge(doubles: Vec<Span>, singles: &[Span]) -> Vec<Span> {
    if singles.is_empty() {
        return doubles;
    }
    let mut merged: Vec<Span> = Vec::with_capacity(doubles.len() + singles.len());
    let mut doubles = doubles.into_iter().peekable();
    for &single in singles {
        while let Some(double) = doubles.next_if(|double| double.end <= single.start) {
            merged.push(double);
        }
        if doubles.peek().is_some_and(|double| double.start < single.start) {
            continue;
        }
        // Those inside end before it does; one that ends after it crosses it.
        let crosses = doubles.peek().is_some_and(|double| double.start < single.end && double.end > single.end);
        if !crosses {
            while doubles.next_if(|double| double.end <= single.end).is_some() {}
            merged.push(single);
        }
    }
    merged.extend(doubles);
    let mut end = 0;
    merged.retain(|quote| {
        let is_apart = quote.start >= end;
        end = end.max(quote.end);
        is_apart
    });
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the quotations of a text whose lines are blocks.
    fn check(text: &str, expected: &[&str]) {
        let article = Article::from_text("Post", text);
        let quotations = find(&article);
        let lines = article.blocks.iter().flat_map(|block| within(&article.text, block.span, &quotations));
        let found: Vec<&str> = lines.map(|span| span.of(&article.text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_all_kinds() {
        check("\"We heard a bang,\" Roe said. \"Then it was dark.\"", &["We heard a bang,", "Then it was dark."]);
        check("“We heard a bang,” Roe said.", &["We heard a bang,"]);
        check("«We heard a bang», Roe said.", &["We heard a bang"]);
        check("``We heard a bang,'' Roe said.", &["We heard a bang,"]);
        check("'We heard a bang,' Roe said.", &["We heard a bang,"]);
        check("He called it (“a miracle”).", &["a miracle"]);
        check("&quot;We heard a bang,&quot; Roe said.", &["We heard a bang,"]);
        check("quot;We heard a bang,quot; Roe said.", &["We heard a bang,"]);
    }

    #[test]
    fn nested_marks() {
        check("“She said ‘go’ and we went,” Roe said.", &["She said ‘go’ and we went,"]);
        check("‘She said “go” and we went,’ Roe said.", &["She said “go” and we went,"]);
    }

    #[test]
    fn apostrophes_and_inches() {
        check("The miners' wives and the mayor's men met at six o'clock.", &[]);
        check("It was the summer of '69, rock 'n' roll and the bakers' strike.", &[]);
        check("The plank was 6\" wide and the beam 12\" long.", &[]);
        check("'It was over,' one of the miners' wives said.", &["It was over,"]);
        check("‘The bakers’ shop burned first,’ he said.", &["The bakers’ shop burned first,"]);
    }

    #[test]
    fn quotations_of_several_paragraphs() {
        check(
            "“We heard a bang. It was late.\n“Then it was dark,” Roe said.",
            &["We heard a bang. It was late.", "Then it was dark,"],
        );
        check("“We heard a bang.\nThen it was dark,” Roe said.", &["We heard a bang.", "Then it was dark,"]);
        check("“We heard a bang.\nWhy?\nNobody knew,” Roe said.", &["We heard a bang.", "Why?", "Nobody knew,"]);
    }

    #[test]
    fn lost_marks() {
        check("“We heard a bang. Roe fled.\nThe mayor said “no” twice.", &["We heard a bang.", "no"]);
        check("Nobody spoke. We heard a bang,” Roe said.", &["We heard a bang,"]);
        check("", &[]);
        check("”“\"", &[]);
    }
}
