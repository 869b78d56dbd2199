//! The words of a story as a namer sees them: what is a noun here, what a verb, who speaks.
//!
//! No grammar is at hand, so the story itself is asked: a word that is behind an article and before a small word is a
//! noun in it, a word before an article, or behind "will", is a verb. Time and space: linear in the words of the story.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::alignment::ClaimId;
use crate::figures::Figure;
use crate::findings::reading::words::{Sentence, Story, Word, is_past};
use crate::findings::{Condition, Finding, Mention};
use crate::story::lists;

/// The story and what its words are.
pub(super) struct Reader<'a> {
    pub(super) story: &'a Story<'a>,
    /// How often a word is used as a noun, less how often as a verb.
    nouns: FxHashMap<&'a str, i32>,
    /// Words that are capitalized inside a sentence.
    capitals: FxHashSet<&'a str>,
}

/// Words before a noun.
const DETERMINERS: [&str; 17] = [
    "a", "an", "another", "any", "each", "every", "her", "his", "its", "my", "no", "our", "some", "that", "the",
    "their", "this",
];
/// Words before a verb.
const BEFORE_VERB: [&str; 18] = [
    "can", "could", "had", "has", "have", "he", "it", "may", "might", "must", "she", "should", "they", "to", "we",
    "who", "will", "would",
];
/// The longest name of a speaker that is shown, in bytes.
const SPEAKER: usize = 48;

impl<'a> Reader<'a> {
    pub(super) fn new(story: &'a Story<'a>) -> Self {
        let mut nouns: FxHashMap<&str, i32> = FxHashMap::default();
        let mut capitals = FxHashSet::default();
        for sentence in story.sentences.iter().flatten() {
            let words = &sentence.words;
            for (idx, word) in words.iter().enumerate().filter(|(_, word)| word.is_content) {
                if word.is_capital && idx > 0 && !word.after_quote {
                    capitals.insert(word.lower.as_str());
                }
                *nouns.entry(word.lower.as_str()).or_default() += evidence(words, idx);
            }
        }
        Self { story, nouns, capitals }
    }

    /// Returns whether a word is used as a noun in this story more often than as a verb.
    pub(super) fn is_noun(&self, lower: &str) -> bool {
        !is_past(lower) && self.nouns.get(lower).is_some_and(|&evidence| evidence > 0)
    }

    /// Returns whether a word is a verb, by its form or by where it is in this story.
    pub(super) fn is_verb(&self, lower: &str) -> bool {
        is_past(lower) || self.nouns.get(lower).is_some_and(|&evidence| evidence < 0)
    }

    /// Returns whether a word is never capitalized inside a sentence of this story: no name.
    pub(super) fn is_common(&self, lower: &str) -> bool {
        !self.capitals.contains(lower)
    }

    /// Returns the words of a claim.
    pub(super) fn sentence(&self, claim: ClaimId) -> &'a Sentence {
        &self.story.sentences[claim.article][claim.claim]
    }

    /// Returns the printed words of a place.
    pub(super) fn words(&self, mention: &Mention) -> &'a str {
        self.story.articles[mention.claim.article].words(mention.span)
    }

    /// Returns the figure a place is about.
    pub(super) fn figure(&self, mention: &Mention) -> Option<&'a Figure> {
        let figures = &self.story.articles[mention.claim.article].figures[mention.claim.claim];
        figures.iter().find(|figure| mention.quantity.is_some() && mention.span.contains(figure.span))
    }

    /// Returns where the words of a place are in its claim.
    pub(super) fn range(&self, mention: &Mention) -> std::ops::Range<usize> {
        let words = &self.sentence(mention.claim).words;
        let start = words.partition_point(|word| word.span.end <= mention.span.start);
        start..words.partition_point(|word| word.span.start < mention.span.end).max(start)
    }

    /// Returns the words at `range` as a title has them: only names are capitalized, and a word that is printed with a
    /// hyphen is whole ("half-brother", "T-Mobile"), but for a figure in it.
    pub(super) fn text(&self, claim: ClaimId, range: std::ops::Range<usize>) -> String {
        let all = &self.sentence(claim).words;
        let article = self.story.articles[claim.article];
        let is_joined = |idx: usize| {
            let (Some(left), Some(right)) = (all.get(idx), all.get(idx + 1)) else { return false };
            let between = article.article.text.get(left.span.end..right.span.start);
            matches!(between, Some("-" | "\u{2010}" | "\u{2011}"))
        };
        // "Half-brothers" counts no halves.
        let is_value = |word: &Word| word.is_figure && word.lower != "half";
        let (mut start, mut end) = (range.start, range.end.min(all.len()));
        if start < end {
            while start > 0 && is_joined(start - 1) && !is_value(&all[start - 1]) {
                start -= 1;
            }
            while is_joined(end - 1) && !is_value(&all[end]) {
                end += 1;
            }
        }
        let words = all.get(start..end).unwrap_or_default();
        let printed = |word: &Word| {
            let keeps = word.is_capital && self.capitals.contains(word.lower.as_str());
            if keeps || word.is_figure { article.words(word.span).to_owned() } else { word.lower.clone() }
        };
        let mut text = String::new();
        for (idx, word) in words.iter().enumerate() {
            if idx > 0 {
                text.push(if is_joined(start + idx - 1) { '-' } else { ' ' });
            }
            text += &printed(word);
        }
        text
    }

    /// Returns how many times the telling ones of `words`, which are in `own`, are in the other claims too, by hundred
    /// words of the title.
    pub(super) fn n_sharing<'b>(
        &self,
        holding: &Holding,
        own: ClaimId,
        words: impl Iterator<Item = &'b Word>,
    ) -> usize {
        let stems: Vec<u32> = words.filter(|word| word.is_content).map(|word| word.stem).collect();
        let own = self.story.stems(own);
        let n_others = |stem: &u32| holding.n_claims(*stem) - usize::from(own.binary_search(stem).is_ok());
        let n_shared: usize = stems.iter().map(n_others).sum();
        100 * n_shared / stems.len().max(1)
    }

    /// Returns the telling words the first claim shares with the others, the rarest first, at most three, in their
    /// order; of one claim its own.
    pub(super) fn shared(&self, mentions: &[Mention]) -> Option<String> {
        let claims = claims(mentions);
        let (&first, others) = claims.split_first()?;
        let words = &self.sentence(first).words;
        let is_shared = |idx: &usize| {
            let word = &words[*idx];
            word.is_content
                && (others.is_empty() || others.iter().any(|&other| self.story.stems(other).contains(&word.stem)))
        };
        let is_name_or_noun = |idx: &usize| words[*idx].is_capital || self.is_noun(&words[*idx].lower);
        let mut found: Vec<usize> = (0..words.len()).filter(is_shared).filter(is_name_or_noun).collect();
        if found.is_empty() {
            found = (0..words.len()).filter(is_shared).collect();
        }
        found.sort_by(|&p, &q| {
            let weight = |idx: usize| self.story.weight(words[idx].stem);
            weight(q).total_cmp(&weight(p)).then(p.cmp(&q))
        });
        found.dedup_by_key(|idx| words[*idx].stem);
        found.truncate(3);
        found.sort_unstable();
        let texts: Vec<String> = found.into_iter().map(|idx| self.text(first, idx..idx + 1)).collect();
        (!texts.is_empty()).then(|| texts.join(" "))
    }

    /// Returns who is credited with what is at a place, by name: no pronoun.
    pub(super) fn speaker(&self, mention: &Mention) -> Option<String> {
        let analysis = self.story.articles[mention.claim.article];
        let source = analysis.claims[mention.claim.claim].attribution?.source?;
        let words = self.sentence(mention.claim).words.iter().filter(|word| source.contains(word.span));
        let is_named = words.clone().any(|word| word.is_capital && word.is_content);
        let printed = analysis.words(source).split(',').next().unwrap_or_default().trim();
        (is_named && !printed.is_empty() && printed.len() <= SPEAKER).then(|| printed.to_owned())
    }
}

/// How many claims hold each stem.
#[derive(Default)]
pub(super) struct Holding(FxHashMap<u32, usize>);

impl Holding {
    /// Returns the claims of `mentions`.
    pub(super) fn of(story: &Story, mentions: &[Mention]) -> Self {
        let mut holding = Self::default();
        holding.add(claims(mentions).into_iter().flat_map(|claim| story.stems(claim).iter().copied()));
        holding
    }

    /// Counts `stems` once more.
    pub(super) fn add(&mut self, stems: impl Iterator<Item = u32>) {
        stems.for_each(|stem| *self.0.entry(stem).or_default() += 1);
    }

    pub(super) fn n_claims(&self, stem: u32) -> usize {
        self.0.get(&stem).copied().unwrap_or(0)
    }
}

/// Whether the word at `idx` is used as a noun (1) or as a verb (-1); 0 where its neighbors do not tell.
fn evidence(words: &[Word], idx: usize) -> i32 {
    let word = &words[idx];
    let before = idx.checked_sub(1).map(|at| &words[at]).filter(|_| !word.after_break);
    let after = words.get(idx + 1).filter(|after| !after.after_break);
    let is_led = before.is_some_and(|before| DETERMINERS.contains(&before.lower.as_str()));
    let ends = after.is_none_or(|after| (!after.is_content && !after.is_figure) || is_past(&after.lower));
    let is_verb = !word.is_capital && before.is_some_and(|before| BEFORE_VERB.contains(&before.lower.as_str()))
        || (!is_led
            && !word.is_capital
            && after.is_some_and(|after| DETERMINERS.contains(&after.lower.as_str()) && after.lower != "that"));
    let is_second = before.is_some_and(|before| before.is_content && !is_past(&before.lower))
        && idx >= 2
        && DETERMINERS.contains(&words[idx - 2].lower.as_str());
    match (is_verb, (is_led || is_second) && ends) {
        (true, false) => -1,
        (false, true) => 1,
        _ => 0,
    }
}

/// Returns the event both speak of, as printed.
pub(super) fn event(finding: &Finding) -> Option<&str> {
    finding.why.iter().find_map(|reason| match &reason.condition {
        Condition::SameEvent(event) if reason.is_met => Some(event.as_str()),
        _ => None,
    })
}

/// Returns the claims of `mentions`, in order, each once.
pub(super) fn claims(mentions: &[Mention]) -> Vec<ClaimId> {
    let mut claims: Vec<_> = mentions.iter().map(|mention| mention.claim).collect();
    claims.sort_unstable();
    claims.dedup();
    claims
}

/// Returns the noun for an event: "sentenced" is said of a sentencing.
pub(super) fn event_noun(event: &str) -> Option<&'static str> {
    lists::event_noun(lists::event(event)?)
}
