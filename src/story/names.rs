//! Who and what is named in a story.
//!
//! Takes the words of all claims. Returns the [`Mention`]s of names, each a run of capitalized words with the roles
//! beside it, and the [`Name`]s they stand for. Names are one if all their words are, middle names and initials aside
//! ("Ann B. Ward", "Ann Ward"). A mention of one word or of initials stands for a longer name if there is only one that
//! it fits, in its own article or else in the story. Time is linear in the words, but for mentions of one word, each of
//! which asks the names that have it.

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::claim_words::{ClaimWords, Word};
use super::index::ClaimId;
use super::lists;
use super::vocabulary::Vocabulary;
use crate::text::Span;
use crate::text::word::{DOUBLE, PART};

/// How many words before a name, or after its comma, can hold its role.
const ROLE_REACH: usize = 3;
/// A claim in which more of the words than this are capitalized may be a headline in capitals, whose names cannot be
/// separated;
const TITLE_CASE: f64 = 0.6;
/// and is one if no more of its content words than this are not.
const SMALL_IN_TITLE: f64 = 0.12;
/// A word all in capitals with more letters than this is no name at the start of a sentence: a dateline.
const LONGEST_ACRONYM: usize = 3;
/// Small words inside a name.
const JOINERS: &[&str] = &["al", "bin", "da", "de", "del", "der", "di", "du", "el", "la", "le", "of", "van", "von"];

/// Index of a name in [`Names::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(pub usize);

/// A name where it is in a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The claim.
    pub claim: ClaimId,
    /// Its words among the claim's, without titles before it.
    pub words: Range<usize>,
    /// Where it is printed.
    pub span: Span,
    /// Whose name it is.
    pub name: NameId,
    /// Its words in lower case, without initials, titles and "Jr."; at least one.
    pub parts: Vec<String>,
    /// The roles beside it, as `roles.tsv` calls them, and its whole title; sorted.
    pub roles: Vec<String>,
}

/// A name of a story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Its words in lower case in the longest form that a mention has.
    pub parts: Vec<String>,
    /// As it is printed in that form.
    pub printed: String,
    /// The roles beside any mention; sorted.
    pub roles: Vec<String>,
    /// Its mentions as indices into [`Names::mentions`], in order.
    pub mentions: Vec<usize>,
}

/// All names of a story.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The names, by their words.
    pub names: Vec<Name>,
    /// Every mention, by claim and place.
    pub mentions: Vec<Mention>,
    /// For each article, for each claim, where its mentions begin; and where they end.
    of_claims: Vec<Vec<Range<usize>>>,
}

impl Names {
    /// Returns the mentions in the claim at `id`, in order.
    pub fn of(&self, id: ClaimId) -> &[Mention] {
        let range = self.of_claims.get(id.article).and_then(|claims| claims.get(id.claim.0)).cloned();
        range.and_then(|range| self.mentions.get(range)).unwrap_or_default()
    }

    /// Returns the last mention in the claim at `id` that ends before or at its word `word`.
    pub fn before(&self, id: ClaimId, word: usize) -> Option<&Mention> {
        self.of(id).iter().rev().find(|mention| mention.words.end <= word)
    }

    /// Returns the first mention in the claim at `id` that begins at its word `word` or after it.
    pub fn after(&self, id: ClaimId, word: usize) -> Option<&Mention> {
        self.of(id).iter().find(|mention| mention.words.start >= word)
    }

    /// Returns the name that `mention` stands for.
    pub fn name(&self, mention: &Mention) -> &Name {
        &self.names[mention.name.0]
    }

    pub(super) fn read(
        claims: &[Vec<ClaimWords>],
        vocabulary: &Vocabulary,
        printed: impl Fn(ClaimId, Span) -> String,
    ) -> Self {
        let mut names = Self::default();
        let common = common_words(claims);
        for (article, claims) in claims.iter().enumerate() {
            let mut of_claims = Vec::with_capacity(claims.len());
            for (claim, words) in claims.iter().enumerate() {
                let start = names.mentions.len();
                let reader = Reader { words: &words.words, vocabulary, common: &common };
                names.mentions.extend(reader.mentions(ClaimId::at(article, claim)));
                of_claims.push(start..names.mentions.len());
            }
            names.of_claims.push(of_claims);
        }
        names.settle(printed);
        names
    }

    /// Finds out whose name each mention is.
    fn settle(&mut self, printed: impl Fn(ClaimId, Span) -> String) {
        // By first and last word, so that middle names do not part two mentions.
        let key = |parts: &[String]| match parts {
            [only] => only.clone(),
            _ => format!("{} {}", parts[0], parts[parts.len() - 1]),
        };
        let known = Known::of(&self.mentions, &key);
        let whose: Vec<String> = self.mentions.iter().map(|mention| known.resolve(mention, &key)).collect();
        let mut names: BTreeMap<&str, Name> = BTreeMap::new();
        for (idx, (mention, whose)) in self.mentions.iter().zip(&whose).enumerate() {
            let name = names.entry(whose).or_default();
            if mention.parts.len() > name.parts.len() {
                name.parts.clone_from(&mention.parts);
                name.printed = printed(mention.claim, mention.span);
            }
            name.roles.extend(mention.roles.iter().cloned());
            name.mentions.push(idx);
        }
        for (id, (_, mut name)) in names.into_iter().enumerate() {
            name.roles.sort_unstable();
            name.roles.dedup();
            name.mentions.iter().for_each(|&idx| self.mentions[idx].name = NameId(id));
            self.names.push(name);
        }
    }
}

/// The longer names that short mentions may stand for.
#[derive(Default)]
struct Known {
    /// By a word of theirs, or their initials: the keys of the longer names of each article, and of the whole story.
    of_article: FxHashMap<(usize, String), Vec<String>>,
    of_story: FxHashMap<String, Vec<String>>,
}

impl Known {
    fn of(mentions: &[Mention], key: &impl Fn(&[String]) -> String) -> Self {
        let mut known = Self::default();
        for mention in mentions.iter().filter(|mention| mention.parts.len() > 1) {
            let whose = key(&mention.parts);
            let initials = mention.parts.iter().filter_map(|part| part.chars().next()).collect();
            for by in mention.parts.iter().cloned().chain([initials]) {
                let add = |whose_all: &mut Vec<String>| {
                    if !whose_all.contains(&whose) {
                        whose_all.push(whose.clone());
                    }
                };
                add(known.of_article.entry((mention.claim.article, by.clone())).or_default());
                add(known.of_story.entry(by).or_default());
            }
        }
        known
    }

    /// The key of the name that `mention` stands for.
    fn resolve(&self, mention: &Mention, key: &impl Fn(&[String]) -> String) -> String {
        if let [only] = mention.parts.as_slice() {
            let in_article = self.of_article.get(&(mention.claim.article, only.clone()));
            if let Some([whose]) = in_article.or_else(|| self.of_story.get(only)).map(Vec::as_slice) {
                return whose.clone();
            }
        }
        key(&mention.parts)
    }
}

/// Words that are somewhere in the story in lower case: at the start of a sentence they are no names.
fn common_words(claims: &[Vec<ClaimWords>]) -> FxHashSet<u32> {
    let words = claims.iter().flatten().flat_map(|claim| &claim.words);
    words.filter(|word| !word.is_capital()).map(|word| word.form).collect()
}

/// Reads the names of one claim.
struct Reader<'a> {
    words: &'a [Word],
    vocabulary: &'a Vocabulary,
    common: &'a FxHashSet<u32>,
}

impl Reader<'_> {
    fn lower(&self, idx: usize) -> &str {
        &self.vocabulary.form(self.words[idx].form).text
    }

    fn role(&self, idx: usize) -> Option<&'static str> {
        lists::role(self.lower(idx))
    }

    fn has_one_letter(&self, idx: usize) -> bool {
        self.lower(idx).chars().count() == 1
    }

    /// Whether a word only addresses whoever is named behind it: Mr., Ms.
    fn is_address(&self, idx: usize) -> bool {
        self.words[idx].is_capital() && self.role(idx) == Some("")
    }

    /// Whether the word at `idx` can belong to a name.
    fn is_part(&self, idx: usize) -> bool {
        let word = &self.words[idx];
        let begins = idx == 0 || word.after(DOUBLE);
        let lower = self.lower(idx);
        let is_dateline = word.is_capitals() && lower.chars().count() > LONGEST_ACRONYM;
        word.is_capital()
            && !word.is_figure()
            && !(begins && (self.common.contains(&word.form) || word.is_stop() || is_dateline))
            && !lists::is_no_name(lower)
            && (!word.is_stop() || lower.len() <= 2)
    }

    /// Whether words are a headline in capitals: most of them, and hardly a telling one without.
    fn is_title_case(&self) -> bool {
        let words = || self.words.iter();
        let n_capitals = words().filter(|word| word.is_capital() && !word.is_figure()).count();
        let is_content = |word: &Word| !word.is_figure() && !word.is_stop();
        let n_content = words().filter(|word| is_content(word)).count();
        let n_small = words().filter(|word| is_content(word) && !word.is_capital()).count();
        self.words.len() > 4
            && n_capitals as f64 > TITLE_CASE * self.words.len() as f64
            && n_small as f64 <= SMALL_IN_TITLE * n_content as f64
    }

    fn mentions(&self, claim: ClaimId) -> Vec<Mention> {
        let mut mentions = Vec::new();
        if self.is_title_case() {
            return mentions;
        }
        let mut idx = 0;
        while idx < self.words.len() {
            if !self.is_part(idx) {
                idx += 1;
                continue;
            }
            let run = idx..self.run_end(idx);
            idx = run.end;
            // "Ann Ward (D-Ohio)" has a party and a state behind it, no second name.
            let is_party = run.len() > 1 && self.has_one_letter(run.start) && self.words[run.start + 1].after(PART);
            if !(is_party && self.words[run.start].after(PART)) {
                mentions.extend(self.mention(claim, run));
            }
        }
        mentions
    }

    /// Where the run of a name's words ends that starts at `start`.
    fn run_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while end < self.words.len() {
            let after_short = self.has_one_letter(end - 1) || self.role(end - 1).is_some();
            let word = &self.words[end];
            let is_broken = word.after(DOUBLE) || (word.after(PART) && !after_short);
            if self.is_part(end) && !is_broken {
                end += 1;
            } else if JOINERS.contains(&self.lower(end))
                && !is_broken
                && end + 1 < self.words.len()
                && self.is_part(end + 1)
                && !self.words[end + 1].after(PART)
            {
                end += 2;
            } else {
                break;
            }
        }
        end
    }

    /// The name in `run`, if its titles leave any.
    fn mention(&self, claim: ClaimId, run: Range<usize>) -> Option<Mention> {
        // Titles are before the name proper; they are its role, not its name.
        let last_role = run.clone().rev().find(|&idx| self.role(idx).is_some()).filter(|&idx| idx + 2 < run.end);
        let start = match last_role {
            // "Senate Minority Leader Ann Ward": all before the name is its title.
            Some(idx) => idx + 1,
            None => run.clone().find(|&idx| self.role(idx).is_none())?,
        };
        let is_part = |idx: &usize| {
            let lower = self.lower(*idx);
            !self.has_one_letter(*idx) && !self.words[*idx].is_stop() && !lists::is_suffix(lower)
        };
        let words = start..run.end;
        let parts: Vec<String> = words.clone().filter(is_part).map(|idx| self.lower(idx).to_owned()).collect();
        let span = self.words[start].span.cover(self.words[run.end - 1].span);
        let roles = self.roles(&run, start, last_role);
        (!parts.is_empty()).then_some(Mention { claim, words, span, name: NameId(0), parts, roles })
    }

    /// The roles of a name whose words after its titles begin at `start`.
    fn roles(&self, run: &Range<usize>, start: usize, last_role: Option<usize>) -> Vec<String> {
        let mut roles: Vec<String> = (run.start..start).filter_map(|idx| self.role(idx)).map(str::to_owned).collect();
        if last_role.is_some_and(|idx| idx > run.start && !roles.is_empty()) {
            let title: Vec<&str> = (run.start..start).map(|idx| self.lower(idx)).collect();
            roles.push(title.join(" "));
        }
        // "the lawyer Ann Ward"; "a lawyer for the clerk, Ann Ward".
        let reach = if self.words[run.start].after(PART) { ROLE_REACH + 2 } else { 1 };
        for idx in (run.start.saturating_sub(reach)..run.start).rev() {
            // "Mr." says nothing: in "a lawyer for Mr. Ward, Eve Cole" the role is before it.
            if let Some(role) = self.role(idx).filter(|role| !role.is_empty()) {
                roles.push(role.to_owned());
                break;
            }
            if self.words[idx].after(PART) && !(idx > 0 && self.is_address(idx - 1)) {
                break;
            }
        }
        if self.words.get(run.end).is_some_and(|word| word.after(PART)) {
            let behind = run.end..(run.end + ROLE_REACH + 1).min(self.words.len());
            roles.extend(behind.filter_map(|idx| self.role(idx)).map(str::to_owned));
        }
        roles.retain(|role| !role.is_empty());
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::analysis::{Analysis, analyze};
    use crate::article::Article;
    use crate::story::Story;

    /// The names of a story of these articles, with how often each is named, and its roles.
    fn check(articles: &[&[&str]], expected: &[(&str, usize, &[&str])]) {
        let read = |sentences: &&[&str]| analyze(Arc::new(Article::from_sentences("Post", sentences)));
        let analyses: Vec<Analysis> = articles.iter().map(read).collect();
        let story = Story::read(&analyses);
        let names: Vec<(&str, usize, Vec<&str>)> = story
            .names()
            .names
            .iter()
            .map(|name| (&*name.printed, name.mentions.len(), name.roles.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, usize, Vec<&str>)> =
            expected.iter().map(|&(printed, n_mentions, roles)| (printed, n_mentions, roles.to_vec())).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn ways_to_name_one_person() {
        check(
            &[
                &["A lawyer, Ann Ward, spoke.", "Then Ms. Ward left the harbor."],
                &["They met the senator, Ann B. Ward, at noon.", "They saw Ward leave."],
            ],
            &[("Ann Ward", 4, &["lawyer"])],
        );
    }

    #[test]
    fn a_word_that_two_names_have_stands_for_neither() {
        check(
            &[
                &["He met Ann Ward and Tom Ward.", "Then he saw Ward again."],
                &["He met Tom Ward.", "Then he saw Ward."],
            ],
            &[("Ann Ward", 1, &[]), ("Tom Ward", 3, &[]), ("Ward", 1, &[])],
        );
    }

    #[test]
    fn initials_stand_for_a_name() {
        check(
            &[&["Then the Harbor Safety Board came.", "They told HSB staff."], &["The U.S. court ruled."]],
            &[("Harbor Safety Board", 2, &[]), ("U.S.", 1, &[])],
        );
    }

    #[test]
    fn headlines_and_starts_of_sentences_name_nobody() {
        check(&[&["Storm Closes Harbor And Market In Town", "Ferries stopped.", "The ferries wait."]], &[]);
    }
}
