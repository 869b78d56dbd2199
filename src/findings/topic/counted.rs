//! Titles of figures: what is counted and what was done to it, "people sentenced"; else what the amount, share or
//! length is of.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::reader::{Holding, Reader, event};
use super::{naming, phrase};
use crate::figures::{Figure, Kind, Range as Values};
use crate::findings::pairing::{kin, pairs};
use crate::findings::reading::words::{Word, is_past};
use crate::findings::{Finding, FindingKind, Mention};
use crate::lexicon;

/// The longest counted phrase that is shown whole, in bytes.
const PHRASE: usize = 40;
/// How many words before a figure are searched for the noun whose amount it is.
const REACH: usize = 4;
/// How many words say who the people are.
const WHO: usize = 5;

/// Returns the title of a figure, or of a claim with a figure; `None` if no noun is found.
pub(super) fn figure(reader: &Reader, finding: &Finding) -> Option<String> {
    let kind = finding.mentions.iter().find_map(|mention| reader.figure(mention))?.kind;
    if kind == Kind::Age {
        return age(reader, finding);
    }
    if let Some(kin) = finding.mentions.iter().find_map(|mention| kin(reader, mention)) {
        return Some(kin);
    }
    if kind == Kind::Score {
        return Some(score(reader, finding));
    }
    if let Some((mention, noun)) = counted(reader, finding) {
        let is_done = matches!(kind, Kind::Count | Kind::Money | Kind::Measure);
        let told = event(finding).and_then(naming::deed).filter(|deed| deed.fits(&noun));
        let told = told.map(|deed| deed.done.to_owned());
        let deed = told.or_else(|| finding.mentions.iter().find_map(|mention| passive(reader, mention)));
        let noun_deed = match deed.filter(|_| is_done) {
            Some(deed) if !noun.to_lowercase().contains(&deed) => format!("{noun} {deed}"),
            _ if is_anybody(&noun) => who(reader, mention, &noun),
            _ => noun,
        };
        return Some(qualified(reader, finding, kind, noun_deed));
    }
    if kind == Kind::Count
        && finding.mentions.iter().filter_map(|mention| reader.figure(mention)).all(is_whole)
        && let Some(deed) = finding.mentions.iter().find_map(|mention| passive(reader, mention))
    {
        return Some(format!("people {deed}"));
    }
    match of_what(reader, finding, kind) {
        Some(noun) => {
            // "The river rose" says more than "the river"; of a share the noun is enough: "turnout, percent".
            let core = phrase::best_core(reader, &finding.mentions).filter(|core| {
                let verb = core.strip_prefix(noun.as_str()).and_then(|more| more.strip_prefix(' '));
                kind != Kind::Percent && verb.and_then(|verb| verb.split(' ').next()).is_some_and(is_past)
            });
            Some(qualified(reader, finding, kind, core.unwrap_or(noun)))
        }
        None => {
            let run = Some(&finding.what).filter(|run| run.contains(' ') && finding.kind == FindingKind::Figure);
            let core = run.cloned().or_else(|| phrase::best_core(reader, &finding.mentions))?;
            Some(qualified(reader, finding, kind, core))
        }
    }
}

/// Whether people can be counted so: "magnitude 6.1 shook the valley" counts none.
fn is_whole(figure: &Figure) -> bool {
    let Values::Number { low, high } = figure.quantity.range else { return false };
    low.into_iter().chain(high).all(|value| value.fract() == 0.0)
}

/// The noun that most places count, in its shortest form, with a place that counts it.
fn counted<'a>(reader: &Reader, finding: &'a Finding) -> Option<(&'a Mention, String)> {
    let mut found: Vec<(u32, &Mention, String)> = Vec::new();
    for mention in &finding.mentions {
        let figures = &reader.story.articles[mention.claim.article].figures[mention.claim.claim];
        let Some(idx) = reader.story.figure_at(mention.claim, mention.span) else { continue };
        let Some(head) = pairs::head(reader.story, (mention.claim, idx)) else { continue };
        let followed = followed_by(reader, mention, head);
        if followed && figures[idx].what.is_none_or(|what| what.phrase.len() <= what.head.len()) {
            continue;
        }
        let range = figures[idx]
            .what
            .map_or(head.span, |what| if what.phrase.len() <= PHRASE { what.phrase } else { what.head });
        let words = &reader.sentence(mention.claim).words;
        let start = words.partition_point(|word| word.span.end <= range.start);
        let end = words.partition_point(|word| word.span.start < range.end);
        let start = (start..end).find(|&at| words[at].is_content).unwrap_or(start);
        let text = reader.text(mention.claim, start..end);
        if !text.is_empty() && !is_past(&head.lower) {
            found.push((head.stem, mention, text));
        }
    }
    let n_same = |stem: u32| found.iter().filter(|(other, _, _)| *other == stem).count();
    let best = found.iter().max_by_key(|(stem, _, text)| {
        (n_same(*stem), std::cmp::Reverse(text.len()), std::cmp::Reverse(text.clone()))
    })?;
    Some((best.1, best.2.clone()))
}

/// Whether what looks like the noun of an amount is its verb: "a loan of 180 million runs over 30 years".
fn followed_by(reader: &Reader, mention: &Mention, head: &Word) -> bool {
    let words = &reader.sentence(mention.claim).words;
    let at = words.partition_point(|word| word.span.end <= head.span.start);
    let is_amount = reader.figure(mention).is_some_and(|figure| figure.quantity.unit.is_some());
    let next = words.get(at + 1).map_or("", |word| word.lower.as_str());
    is_amount && matches!(next, "over" | "from" | "until" | "for" | "at" | "into" | "out" | "up" | "down")
}

/// The participle behind what a place counts: "Two bridges were *closed*", "residents *taken to schools*", "Nine
/// *jailed*".
fn passive(reader: &Reader, mention: &Mention) -> Option<String> {
    let words = &reader.sentence(mention.claim).words;
    let figure = reader.figure(mention)?;
    let noun_end = figure.what.map_or(figure.span.end, |what| what.head.end.max(figure.span.end));
    let from = words.partition_point(|word| word.span.start < noun_end);
    let next = (from..words.len().min(from + 4)).find(|&idx| words[idx].is_content || words[idx].after_break)?;
    let helped =
        |word: &Word| matches!(word.lower.as_str(), "was" | "were" | "been" | "are" | "is" | "be" | "have" | "has");
    let is_helped = words[from..next].iter().any(helped) || (next == from && figure.what.is_none());
    if !is_helped || !is_past(&words[next].lower) || words[next].after_break {
        return None;
    }
    let needs_more = MOVED.contains(&words[next].lower.as_str());
    let more = (next + 1..words.len().min(next + 4))
        .take_while(|&idx| needs_more && !words[idx].after_break && !words[idx].is_figure)
        .find(|&idx| words[idx].is_content);
    Some(reader.text(mention.claim, next..more.unwrap_or(next) + 1))
}

/// Participles that say little without where or what.
const MOVED: [&str; 8] = ["brought", "given", "held", "left", "made", "moved", "sent", "taken"];

/// Whether a noun names anybody: it takes more words to say who.
fn is_anybody(noun: &str) -> bool {
    matches!(noun, "people" | "persons" | "person" | "individuals" | "others" | "one" | "members" | "men" | "women")
}

/// "people who live near the line".
fn who(reader: &Reader, mention: &Mention, noun: &str) -> String {
    let words = &reader.sentence(mention.claim).words;
    let range = reader.range(mention);
    let from = (range.end..words.len()).find(|&idx| words[idx].lower == noun).map(|idx| idx + 1);
    let Some(from) = from else { return noun.to_owned() };
    let until = (from..words.len().min(from + WHO)).find(|&idx| words[idx].after_break || words[idx].is_figure);
    let until = until.unwrap_or(words.len().min(from + WHO));
    let tells =
        |idx: usize| words[idx].is_content && !matches!(words[idx].lower.as_str(), "against" | "near" | "within");
    let end = (from..until).rev().find(|&idx| tells(idx)).map_or(from, |idx| idx + 1);
    if end == from || !words[from..end].iter().take(2).any(|word| word.is_content) {
        return noun.to_owned();
    }
    let is_said =
        matches!(words[from].lower.as_str(), "who" | "to" | "in" | "of" | "from" | "at" | "on" | "with" | "for" | "by");
    let text = reader.text(mention.claim, from..end);
    if is_said { format!("{noun} {text}") } else { format!("{noun} who {text}") }
}

/// The noun whose amount, share or length a figure is, from the place whose noun most others have too.
fn of_what(reader: &Reader, finding: &Finding, kind: Kind) -> Option<String> {
    let holding = Holding::of(reader.story, &finding.mentions);
    let mut best: Option<(usize, std::cmp::Reverse<usize>, std::cmp::Reverse<String>)> = None;
    for mention in &finding.mentions {
        let words = &reader.sentence(mention.claim).words;
        let is_priced = matches!(kind, Kind::Money | Kind::Duration | Kind::Percent);
        let priced = if is_priced { priced(reader, words, mention) } else { None };
        let ranges = [
            behind(reader, words, mention),
            before(reader, words, mention, kind),
            priced,
            subject(reader, words, mention),
        ];
        for (rank, range) in ranges.into_iter().enumerate() {
            let names_nothing = |range: &Range<usize>| {
                DANGLING.contains(&words[range.end - 1].lower.as_str())
                    || (range.start > 0 && words[range.clone()].iter().all(|word| word.is_capital))
            };
            let Some(range) = range.filter(|range| !names_nothing(range)) else { continue };
            let score = reader.n_sharing(&holding, mention.claim, words[range.end - 1..range.end].iter());
            let text = reader.text(mention.claim, range);
            let candidate = (score, std::cmp::Reverse(rank), std::cmp::Reverse(text));
            if best.as_ref().is_none_or(|best| candidate > *best) {
                best = Some(candidate);
            }
        }
    }
    best.map(|(_, _, std::cmp::Reverse(text))| text)
}

/// Adjectives that name nothing without a noun.
const DANGLING: [&str; 14] = [
    "annual",
    "average",
    "entire",
    "first",
    "former",
    "last",
    "least",
    "maximum",
    "minimum",
    "new",
    "other",
    "own",
    "remaining",
    "total",
];

/// "a third of the *cost*".
fn behind(reader: &Reader, words: &[Word], mention: &Mention) -> Option<Range<usize>> {
    let end = reader.range(mention).end;
    if words.get(end)?.lower != "of" {
        return None;
    }
    let first = (end + 1..words.len().min(end + 3)).find(|&idx| words[idx].is_content && !words[idx].is_figure)?;
    let past = (first..words.len()).find(|&idx| !words[idx].is_content || (idx > first && words[idx].after_break));
    let past = past.unwrap_or(words.len()).min(first + 3);
    Some(first..past)
}

/// "a *loan* of 180 million", "the *damage* at 45 million", "the *line* is to *cost* 412 million".
fn before(reader: &Reader, words: &[Word], mention: &Mention, kind: Kind) -> Option<Range<usize>> {
    let start = reader.range(mention).start.min(words.len());
    let first = start.saturating_sub(REACH);
    let near = (first..start).rev().take_while(|&idx| idx + 1 >= start || !words[idx + 1].after_break);
    let at = near.into_iter().find(|&idx| {
        let word = &words[idx];
        word.is_content
            && !word.is_figure
            && (reader.is_noun(&word.lower)
                || MEASURES.contains(&word.lower.as_str())
                || (COSTS.contains(word.lower.as_str()) && !is_past(&word.lower)))
    })?;
    let lead = at.checked_sub(1).filter(|&before| {
        words[before].is_content
            && !words[before].is_figure
            && !words[at].after_break
            && !reader.is_verb(&words[before].lower)
    });
    let first = lead.unwrap_or(at);
    // "Turnout at the vote was 61 percent", "worked at the prison for 11 years": the noun only says where.
    let determiner =
        first.checked_sub(1).filter(|&idx| matches!(words[idx].lower.as_str(), "the" | "a" | "an" | "this"));
    let says_where = determiner
        .unwrap_or(first)
        .checked_sub(1)
        .is_some_and(|idx| matches!(words[idx].lower.as_str(), "at" | "in" | "on" | "near" | "from" | "with"));
    let is_of_another = matches!(kind, Kind::Percent | Kind::Duration);
    (!(says_where && is_of_another)).then_some(first..at + 1)
}

/// The nearest noun of money in the claim before the figure: "take up a *loan* of 180 million, to be paid back within
/// 25 years".
fn priced(reader: &Reader, words: &[Word], mention: &Mention) -> Option<Range<usize>> {
    let start = reader.range(mention).start.min(words.len());
    let is_money = |word: &Word| COSTS.contains(word.lower.as_str()) && reader.is_noun(&word.lower) && !word.is_figure;
    let at = (0..start).rev().find(|&idx| is_money(&words[idx]))?;
    Some(at..at + 1)
}

fn subject(reader: &Reader, words: &[Word], mention: &Mention) -> Option<Range<usize>> {
    let range = phrase::subject(reader, words, phrase::clause(reader, mention))?;
    let is_name =
        words[range.clone()].iter().all(|word| word.is_capital) && !reader.is_noun(&words[range.end - 1].lower);
    (!is_name || range.start == 0 && range.len() == 1 && reader.is_common(&words[range.start].lower)).then_some(range)
}

static COSTS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::COST_WORDS.rows().map(|row| row[0]).collect());

/// Nouns that say what is measured.
const MEASURES: [&str; 15] = [
    "altitude",
    "area",
    "depth",
    "diameter",
    "distance",
    "elevation",
    "height",
    "length",
    "level",
    "magnitude",
    "radius",
    "size",
    "speed",
    "temperature",
    "width",
];

/// A noun with what of it is measured, where the noun does not say so: "loan, years", "share of the bill".
fn qualified(reader: &Reader, finding: &Finding, kind: Kind, noun: String) -> String {
    let figures = || finding.mentions.iter().filter_map(|mention| reader.figure(mention));
    let is_share = figures().any(|figure| {
        figure.kind == Kind::Count
            && matches!(figure.quantity.range, Values::Number { high: Some(high), .. } if high > 0.0 && high < 1.0)
    });
    let unit = figures().find_map(|figure| figure.quantity.unit);
    let names_measure = noun.split(' ').any(|word| MEASURES.contains(&word));
    match (kind, unit.map(|unit| unit.dimension)) {
        _ if is_share => format!("share of {noun}"),
        (Kind::Measure, _) if names_measure => noun,
        (Kind::Percent, _) => format!("{noun}, percent"),
        (Kind::Duration, _) => format!("{noun}, {}", unit.map_or("duration".to_owned(), |unit| long(unit.symbol))),
        (Kind::Measure, Some("length")) => format!("{noun}, length"),
        (Kind::Measure, Some("speed")) => format!("{noun}, speed"),
        (Kind::Measure, Some("temperature")) => format!("{noun}, temperature"),
        (Kind::Measure, Some("area")) => format!("{noun}, area"),
        _ => noun,
    }
}

/// The plural of a length of time: years, minutes.
fn long(symbol: &str) -> String {
    match symbol {
        "h" => "hours".to_owned(),
        "min" => "minutes".to_owned(),
        "s" => "seconds".to_owned(),
        "d" => "days".to_owned(),
        "century" => "centuries".to_owned(),
        other => format!("{other}s"),
    }
}

/// "mother's children", for "a mother of *three*".
fn kin(reader: &Reader, mention: &Mention) -> Option<String> {
    let idx = reader.story.figure_at(mention.claim, mention.span)?;
    let parent = kin::parent(reader.sentence(mention.claim), idx)?;
    Some(format!("{}'s children", parent.lower))
}

/// "Piet Maas's age".
fn age(reader: &Reader, finding: &Finding) -> Option<String> {
    finding.mentions.iter().find_map(|mention| {
        let words = &reader.sentence(mention.claim).words;
        let start = reader.range(mention).start.min(words.len());
        let is_name = |idx: usize| words[idx].is_capital && words[idx].is_content && !words[idx].is_figure;
        let last = (start.saturating_sub(3)..start).rev().find(|&idx| is_name(idx))?;
        let first = (last.saturating_sub(2)..=last).rev().take_while(|&idx| is_name(idx)).last()?;
        let article = reader.story.articles[mention.claim.article];
        Some(format!("{}'s age", article.words(words[first].span.cover(words[last].span))))
    })
}

/// "vote result", "score".
fn score(reader: &Reader, finding: &Finding) -> String {
    let is_vote = finding
        .mentions
        .iter()
        .any(|mention| reader.sentence(mention.claim).words.iter().any(|word| VOTES.contains(word.lower.as_str())));
    if is_vote { "vote result".to_owned() } else { "score".to_owned() }
}

static VOTES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::VOTE_WORDS.rows().map(|row| row[0]).collect());
