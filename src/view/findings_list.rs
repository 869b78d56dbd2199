//! The findings list: one entry per finding with its values per article at a glance, grouped as the reader asked.

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::{Finding, FindingIndex, FindingKind};
use crate::review::{Standing, Verdict};
use crate::view::counts::Told;
use crate::view::filter::Filter;
use crate::view::status::{Status, n_hints, shown_look};
use crate::wording::hints;
use crate::wording::look::{Look, kind_heading, letter, letters};
use crate::wording::{excerpt, review_words};

/// Longest printed value shown in the list, in characters; chosen to fit a side panel on one line.
const LONGEST_VALUE: usize = 48;

/// What a screen reader says of a weaker hint.
pub const HINT: &str = "weaker hint";
/// The heading of what a person dismissed.
pub const DISMISSED: &str = "Dismissed";

/// How the list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By relation, the most important first.
    #[default]
    Importance,
    /// By what differs.
    Kind,
    /// By the first article that has a part in it.
    Article,
}

/// A finding as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its index, for [`finding_at`].
    pub finding: FindingIndex,
    /// Its stable name.
    pub id: String,
    /// Its shown look.
    pub look: Look,
    /// Where it is shown.
    pub status: Status,
    /// What differs.
    pub kind: FindingKind,
    /// What is counted or spoken of.
    pub what: String,
    /// Each value with the articles that give it: "three" (A), "nine" (B, C).
    pub values: Vec<(String, Vec<usize>)>,
    /// What a person decided about it.
    pub verdict: Option<Verdict>,
    /// What a screen reader says.
    pub label: String,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of a group and how many entries it has.
    Heading(String, usize),
    /// The entry at this index.
    Entry(usize),
    /// The fold of this many weaker hints; their entries follow where it is open.
    Hints(usize),
}

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FindingsList {
    /// Headings and entries from top to bottom.
    pub lines: Vec<Line>,
    /// The entries, in the order of the lines.
    pub entries: Vec<Entry>,
    /// How many differences there are in all, shown or not, dismissed ones too; weaker hints are none.
    pub n_differences: usize,
    /// Of these, how many are decided.
    pub n_decided: usize,
    /// How many differences and agreements of each look there are in all, shown or not.
    pub told: Told,
    /// How many of each look the filter would let through if it named no look.
    pub n_fitting: [usize; Look::ALL.len()],
}

impl Entry {
    /// Whether it counts as a difference, decided or not: neither an agreement nor a weaker hint.
    fn is_difference(&self) -> bool {
        self.look != Look::Agrees && self.status != Status::Hint
    }
}

impl FindingsList {
    /// Returns the fold of weaker hints in words, where there are any: "12 weaker hints".
    pub fn hints_text(&self) -> Option<String> {
        self.lines.iter().find_map(|line| match line {
            Line::Hints(n) => Some(hints(*n)),
            Line::Heading(..) | Line::Entry(_) => None,
        })
    }

    /// Returns the entry after the one of `finding`, or the first; `None` where the list is empty.
    pub fn next(&self, finding: Option<FindingIndex>) -> Option<&Entry> {
        let at = self.position(finding).map_or(0, |at| (at + 1) % self.entries.len().max(1));
        self.entries.get(at)
    }

    /// Returns the entry before the one of `finding`, or the last; `None` where the list is empty.
    pub fn previous(&self, finding: Option<FindingIndex>) -> Option<&Entry> {
        let n_entries = self.entries.len();
        let at = self.position(finding).unwrap_or(0);
        self.entries.get((at + n_entries.checked_sub(1)?) % n_entries)
    }

    /// Returns the next entry without a verdict after the one of `finding`, or from the top, and whether the end of the
    /// list lies between; never that of `finding` itself.
    pub fn next_undecided(&self, finding: Option<FindingIndex>) -> Option<(&Entry, bool)> {
        let from = self.position(finding).map_or(0, |at| at + 1);
        let (before, after) = self.entries.split_at(from);
        let is_open = |entry: &&Entry| entry.verdict.is_none() && Some(entry.finding) != finding;
        let ahead = after.iter().find(is_open).map(|entry| (entry, false));
        ahead.or_else(|| before.iter().find(is_open).map(|entry| (entry, true)))
    }

    /// Returns how many undecided differences are not in the list.
    pub fn n_undecided_hidden(&self) -> usize {
        let shown = self.entries.iter().filter(|entry| entry.is_difference() && entry.verdict.is_none()).count();
        (self.n_differences - self.n_decided).saturating_sub(shown)
    }

    /// Returns where the entry of `finding` is among the entries.
    pub fn position(&self, finding: Option<FindingIndex>) -> Option<usize> {
        finding.and_then(|idx| self.entries.iter().position(|entry| entry.finding == idx))
    }

    /// Returns how many there are of `look`, shown or not.
    pub fn count(&self, look: Look) -> usize {
        self.told.all[look as usize]
    }

    /// Returns what the list says when nothing is in it.
    pub fn empty_text(&self, filter: &Filter, n_articles: usize) -> &'static str {
        match (self.n_differences, filter.is_open(), n_articles) {
            (0, true, 1) => {
                "Nothing in this article was found to contradict itself. Open another article about the same story to compare the two"
            }
            (0, true, _) => {
                "No differences found among the claims that were aligned; what was not aligned was not compared"
            }
            _ => "No finding fits the filter",
        }
    }

    /// Returns where the finding at `selected` is, or how many there are, and how many are decided:
    /// "Finding 3 of 12 · 2 of 12 decided".
    pub fn progress_text(&self, selected: Option<FindingIndex>) -> String {
        let n_shown = self.entries.iter().filter(|entry| entry.status != Status::Hint).count();
        let n_hidden =
            self.n_differences.saturating_sub(self.entries.iter().filter(|entry| entry.is_difference()).count());
        let at = self.position(selected);
        let first = match at {
            Some(at) if self.entries[at].status == Status::Hint => self.hint_position(at),
            Some(at) => review_words::position(at, n_shown, n_hidden),
            None => self.count_text(),
        };
        if self.n_differences == 0 {
            return first;
        }
        format!("{first} · {}", review_words::decided(self.n_decided, self.n_differences))
    }

    /// Where the weaker hint at `at` is among those: "Weaker hint 2 of 12".
    fn hint_position(&self, at: usize) -> String {
        let is_hint = |entry: &&Entry| entry.status == Status::Hint;
        let n_before = self.entries[..at].iter().filter(is_hint).count();
        review_words::hint_position(n_before, self.entries.iter().filter(is_hint).count())
    }

    /// Returns how many are shown of how many: "3 of 12 findings".
    pub fn count_text(&self) -> String {
        let n_agreements = self.count(Look::Agrees);
        let n_shown_agreements = self.entries.iter().filter(|entry| entry.look == Look::Agrees).count();
        let shown = self.entries.iter().filter(|entry| entry.is_difference()).count();
        let differences = match (shown == self.n_differences, self.n_differences) {
            (true, 1) => "1 finding".to_owned(),
            (true, n) => format!("{n} findings"),
            (false, n) => format!("{shown} of {n} findings"),
        };
        match n_shown_agreements {
            0 => differences,
            n => format!("{differences}, {n} of {n_agreements} agreements"),
        }
    }
}

/// Returns the list of the findings at `shown`, each with what `standing` says of it, and the fold of `n_folded` weaker
/// hints at its end.
pub fn findings_list(
    comparison: &Comparison,
    standing: &Standing,
    shown: &[FindingIndex],
    n_folded: usize,
    grouping: Grouping,
) -> FindingsList {
    let mut entries: Vec<(usize, String, Entry)> = shown
        .iter()
        .filter_map(|&idx| {
            let finding = finding_at(comparison, idx)?;
            let entry = entry(comparison, idx, finding, standing.verdict(idx));
            let (rank, heading) = group_of(comparison, finding, &entry, grouping);
            Some((rank, heading, entry))
        })
        .collect();
    entries.sort_by_key(|(rank, _, entry)| (*rank, entry.look, entry.finding));
    let mut lines = Vec::new();
    let mut heading_at: Option<(usize, usize)> = None;
    for (at, (rank, heading, entry)) in entries.iter().enumerate() {
        match heading_at {
            _ if entry.status == Status::Hint => {
                if heading_at.is_none_or(|(open, _)| open != *rank) {
                    heading_at = Some((*rank, lines.len()));
                    lines.push(Line::Hints(n_folded));
                }
            }
            Some((open, line)) if open == *rank => {
                if let Some(Line::Heading(_, n)) = lines.get_mut(line) {
                    *n += 1;
                }
            }
            _ => {
                heading_at = Some((*rank, lines.len()));
                lines.push(Line::Heading(heading.clone(), 1));
            }
        }
        lines.push(Line::Entry(at));
    }
    if n_folded > 0 && !lines.iter().any(|line| matches!(line, Line::Hints(_))) {
        lines.push(Line::Hints(n_folded));
    }
    let entries = entries.into_iter().map(|(_, _, entry)| entry).collect();
    let n_all = comparison.findings.findings.len();
    let (n_differences, n_decided) = (n_all - n_hints(comparison, standing), standing.n_decided(n_all));
    let told = Told::new(comparison, standing);
    FindingsList { lines, entries, n_differences, n_decided, told, n_fitting: told.all }
}

/// The rank and the heading of the group that `finding`, which is shown as `entry`, belongs to. Weaker hints are the
/// last group.
fn group_of(comparison: &Comparison, finding: &Finding, entry: &Entry, grouping: Grouping) -> (usize, String) {
    if entry.status == Status::Hint {
        return (usize::MAX, String::new());
    }
    match grouping {
        Grouping::Importance if entry.status == Status::Dismissed => (usize::MAX - 1, DISMISSED.to_owned()),
        Grouping::Importance => (entry.look as usize, look_heading(entry.look).to_owned()),
        Grouping::Kind => (finding.kind as usize, kind_heading(finding.kind).to_owned()),
        Grouping::Article => {
            let article = finding.mentions.iter().map(|mention| mention.claim.article).min().unwrap_or(0);
            let label = comparison.articles.get(article).map_or("", |analysis| analysis.article.label());
            (article, format!("{} {label}", letter(article)))
        }
    }
}

fn look_heading(look: Look) -> &'static str {
    match look {
        Look::Conflict => "Conflicts",
        Look::Differs => "Differ, not settled",
        Look::Update => "Updates",
        Look::Scope => "Scope",
        Look::Rounding => "Rounding",
        Look::OnlyIn => "Only in some",
        Look::Agrees => "Agree",
    }
}

fn entry(comparison: &Comparison, idx: FindingIndex, finding: &Finding, verdict: Option<Verdict>) -> Entry {
    let values = values(comparison, finding);
    let (look, status) = (shown_look(finding, verdict), Status::of(finding, verdict));
    let at_a_glance: Vec<String> =
        values.iter().map(|(words, articles)| format!("{words} in {}", letters(articles))).collect();
    let mut label = format!("{}, {}: {}, {}", finding.id, look.name(), finding.what, at_a_glance.join("; "));
    if status == Status::Hint {
        label += &format!(", {HINT}");
    }
    if let Some(verdict) = verdict {
        label += &format!(", decided: {}", review_words::verdict(verdict));
    }
    let (id, what) = (finding.id.clone(), finding.what.clone());
    Entry { finding: idx, id, look, status, kind: finding.kind, what, values, verdict, label }
}

/// Each value of `finding` as first printed, with the articles that give it.
fn values(comparison: &Comparison, finding: &Finding) -> Vec<(String, Vec<usize>)> {
    let mut values: Vec<(usize, String, Vec<usize>)> = Vec::new();
    for mention in &finding.mentions {
        let article = mention.claim.article;
        let words = comparison.articles.get(article).map_or("", |analysis| analysis.words(mention.span));
        match values.iter_mut().find(|(group, _, _)| *group == mention.group) {
            Some((_, _, articles)) => {
                if !articles.contains(&article) {
                    articles.push(article);
                }
            }
            None => values.push((mention.group, excerpt(words, LONGEST_VALUE), vec![article])),
        }
    }
    for (_, _, articles) in &mut values {
        articles.sort_unstable();
    }
    // A before B, whichever value comes first.
    values.sort_by_key(|(_, _, articles)| articles.first().copied());
    values.into_iter().map(|(_, words, articles)| (words, articles)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    fn at(shown: &[usize]) -> Vec<FindingIndex> {
        shown.iter().copied().map(FindingIndex).collect()
    }

    fn check(grouping: Grouping, shown: &[usize], expected: &str) {
        let list = findings_list(&fixture::comparison(), &Standing::default(), &at(shown), 0, grouping);
        let lines: Vec<String> = list
            .lines
            .iter()
            .map(|line| match line {
                Line::Heading(heading, n) => format!("# {heading} {n}"),
                Line::Entry(at) => list.entries[*at].label.clone(),
                Line::Hints(n) => format!("# {}", hints(*n)),
            })
            .collect();
        assert_eq!(lines.join("\n"), expected);
    }

    #[test]
    fn entries_stand_below_the_heading_of_their_group() {
        check(
            Grouping::Importance,
            &[0, 1],
            "# Conflicts 1\nF001, conflict: smugglers sentenced, three in A; Nine in B\n# Only in some 1\nF002, only in some: officials, Officials met on Friday in the capital. in B",
        );
        check(
            Grouping::Kind,
            &[0, 2],
            "# Figures 1\nF001, conflict: smugglers sentenced, three in A; Nine in B\n# Dates and times 1\nA001, agrees: inquiry began, 2017 in A and B",
        );
    }

    #[test]
    fn stepping_goes_round() {
        let list = findings_list(&fixture::comparison(), &Standing::default(), &at(&[0, 1]), 0, Grouping::Importance);
        let id = |entry: Option<&Entry>| entry.map(|entry| entry.id.clone());
        assert_eq!(id(list.next(None)), id(list.next(Some(FindingIndex(1)))));
        assert_eq!(id(list.next(Some(FindingIndex(0)))).as_deref(), Some("F002"));
        assert_eq!(id(list.previous(Some(FindingIndex(0)))).as_deref(), Some("F002"));
        assert_eq!(id(list.previous(None)).as_deref(), Some("F002"));
        assert_eq!(FindingsList::default().next(None), None);
        assert_eq!(FindingsList::default().previous(Some(FindingIndex(3))), None);
    }

    #[test]
    fn counts_have_denominators() {
        let comparison = fixture::comparison();
        let list =
            |shown: &[usize]| findings_list(&comparison, &Standing::default(), &at(shown), 0, Grouping::Importance);
        assert_eq!(list(&[0]).count_text(), "1 of 2 findings");
        assert_eq!(list(&[0, 1, 2]).count_text(), "2 findings, 1 of 1 agreements");
        assert_eq!(list(&[0]).progress_text(None), "1 of 2 findings · 0 of 2 decided");
        assert_eq!(list(&[0]).progress_text(Some(FindingIndex(0))), "Finding 1 of 1, 1 hidden · 0 of 2 decided");
        assert_eq!(list(&[0, 1]).progress_text(Some(FindingIndex(1))), "Finding 2 of 2 · 0 of 2 decided");
    }

    #[test]
    fn the_next_undecided_is_never_the_one_at_hand() {
        let comparison = fixture::comparison();
        let standing = fixture::decided(&comparison, 0, Verdict::Scope);
        let list = |shown: &[usize]| findings_list(&comparison, &standing, &at(shown), 0, Grouping::Importance);
        let next =
            |shown: &[usize], from| list(shown).next_undecided(from).map(|(entry, round)| (entry.finding.0, round));
        assert_eq!(next(&[0, 1], None), Some((1, false)));
        assert_eq!(next(&[0, 1], Some(FindingIndex(0))), Some((1, false)));
        assert_eq!(next(&[0, 1], Some(FindingIndex(1))), None);
        assert_eq!(next(&[0, 1, 2], Some(FindingIndex(2))), Some((1, true)));
        assert_eq!((list(&[0]).n_undecided_hidden(), list(&[0, 1]).n_undecided_hidden()), (1, 0));
        assert!(list(&[0]).entries[0].label.ends_with(", decided: scope"));
    }
    #[test]
    fn weaker_hints_stand_in_a_fold_at_the_end() {
        let mut comparison = fixture::comparison();
        comparison.findings.findings[0].certainty = crate::alignment::Certainty::Low;
        let list =
            |shown: &[usize]| findings_list(&comparison, &Standing::default(), &at(shown), 1, Grouping::Importance);
        let closed = list(&[1]);
        assert_eq!(closed.lines.last(), Some(&Line::Hints(1)));
        assert_eq!((closed.n_differences, closed.count(Look::Conflict), closed.n_undecided_hidden()), (1, 0, 0));
        assert_eq!(closed.progress_text(None), "1 finding · 0 of 1 decided");
        let open = list(&[0, 1]);
        assert_eq!(
            open.lines,
            [Line::Heading("Only in some".to_owned(), 1), Line::Entry(0), Line::Hints(1), Line::Entry(1)]
        );
        assert_eq!(open.progress_text(Some(FindingIndex(0))), "Weaker hint 1 of 1 · 0 of 1 decided");
        assert!(open.entries[1].label.ends_with(", weaker hint"), "{}", open.entries[1].label);
    }

    #[test]
    fn what_is_decided_stands_where_the_person_put_it() {
        let comparison = fixture::comparison();
        let headings = |verdict| -> Vec<String> {
            let standing = fixture::decided(&comparison, 0, verdict);
            let list = findings_list(&comparison, &standing, &at(&[0, 1]), 0, Grouping::Importance);
            let heading = |line: &Line| match line {
                Line::Heading(text, _) => Some(text.clone()),
                Line::Entry(_) | Line::Hints(_) => None,
            };
            list.lines.iter().filter_map(heading).collect()
        };
        assert_eq!(headings(Verdict::Conflict), ["Conflicts", "Only in some"]);
        assert_eq!(headings(Verdict::Scope), ["Scope", "Only in some"]);
        assert_eq!(headings(Verdict::Unrelated), ["Only in some", "Dismissed"]);
    }
}
