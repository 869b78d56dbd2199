//! Counts with their denominators: the first line of the window and of every report.

use rustc_hash::FxHashSet;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::figures::Kind;
use crate::findings::NotComparedReason;
use crate::review::Standing;
use crate::view::status::{Status, n_hints, shown};
use crate::wording::look::{Look, letters};
use crate::wording::{hints, plural};

/// How much was compared, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles.
    pub n_articles: usize,
    /// Sentences of all articles.
    pub n_sentences: usize,
    /// Of these, with a match in another article, or set beside another article's by a finding.
    pub n_aligned: usize,
    /// Figures and dates of all articles; numbers that merely name are none.
    pub n_figures: usize,
    /// Of these, in sentences with a match in another article.
    pub n_figures_aligned: usize,
    /// Differences and agreements of each look, in the order of [`Look::ALL`]; neither weaker hints nor what a person
    /// dismissed.
    pub n_by_look: Told,
    /// Weaker hints.
    pub n_hints: usize,
    /// Sentences without a match.
    pub n_not_aligned: usize,
    /// Of these, with figures.
    pub n_figures_not_aligned: usize,
    /// Numbers that were not understood.
    pub n_not_understood: usize,
    /// A warning where the articles do not seem to tell one story.
    pub stories: Option<String>,
}

/// Findings of each look in the order of [`Look::ALL`], the machine's and the person's apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// All that count.
    pub all: [usize; Look::ALL.len()],
    /// Of these, those that a person confirmed.
    pub confirmed: [usize; Look::ALL.len()],
    /// Those that a person dismissed, by the machine's look; they do not count.
    pub dismissed: [usize; Look::ALL.len()],
}

impl Told {
    /// Counts the findings of `comparison`.
    pub fn new(comparison: &Comparison, standing: &Standing) -> Self {
        let mut told = Self::default();
        let all = comparison.findings.indexed();
        for (status, look) in all.filter_map(|(idx, _)| shown(comparison, standing, idx)) {
            match status {
                Status::Open => told.all[look as usize] += 1,
                Status::Confirmed => {
                    told.all[look as usize] += 1;
                    told.confirmed[look as usize] += 1;
                }
                Status::Dismissed => told.dismissed[look as usize] += 1,
                Status::Hint => {}
            }
        }
        told
    }

    /// Returns what a person did with those of `looks`: ", 1 confirmed, 1 dismissed"; empty where nothing was decided.
    pub fn decided(&self, looks: &[Look]) -> String {
        let sum = |of: &[usize]| looks.iter().map(|&look| of[look as usize]).sum::<usize>();
        let part = |n: usize, word: &str| if n == 0 { String::new() } else { format!(", {n} {word}") };
        part(sum(&self.confirmed), "confirmed") + &part(sum(&self.dismissed), "dismissed")
    }
}

/// What a count leads to when it is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lead {
    /// That the articles may tell different stories.
    Stories,
    /// The aligned claims.
    Aligned,
    /// The findings of a look.
    Look(Look),
    /// The weaker hints.
    Hints,
    /// What was not compared.
    NotCompared,
}

/// One count in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// "44 of 61 sentences aligned".
    pub text: String,
    /// What it leads to.
    pub lead: Lead,
}

/// Counts what is in `comparison`, as `standing` has decided about it.
pub fn counts(comparison: &Comparison, standing: &Standing) -> Counts {
    let loose: FxHashSet<ClaimId> = not_aligned(comparison).into_iter().collect();
    let stories = stories_text(&comparison.findings.stories);
    let mut counts = Counts { n_articles: comparison.articles.len(), stories, ..Counts::default() };
    for (article, analysis) in comparison.articles.iter().enumerate() {
        counts.n_sentences += analysis.claims.len();
        for (claim, figures) in analysis.figures.iter().enumerate() {
            let n_figures = figures.iter().filter(|figure| figure.kind != Kind::Label).count();
            counts.n_figures += n_figures;
            if !loose.contains(&ClaimId::at(article, claim)) {
                counts.n_aligned += 1;
                counts.n_figures_aligned += n_figures;
            }
        }
    }
    counts.n_by_look = Told::new(comparison, standing);
    counts.n_hints = n_hints(comparison, standing);
    for place in &comparison.findings.not_compared {
        match place.why {
            NotComparedReason::FiguresNotAligned => {
                counts.n_not_aligned += 1;
                counts.n_figures_not_aligned += 1;
            }
            NotComparedReason::NotAligned => counts.n_not_aligned += 1,
            NotComparedReason::NotUnderstood => counts.n_not_understood += 1,
        }
    }
    counts
}

/// Returns the claims that were compared with no other article's, in their order; those with figures first.
pub fn not_aligned(comparison: &Comparison) -> Vec<ClaimId> {
    let mut claims = Vec::new();
    for wanted in [NotComparedReason::FiguresNotAligned, NotComparedReason::NotAligned] {
        for place in comparison.findings.not_compared.iter().filter(|place| place.why == wanted) {
            let Some(analysis) = comparison.articles.get(place.article) else { continue };
            let claim = analysis.claims.partition_point(|claim| claim.span.start < place.span.start);
            claims.push(ClaimId::at(place.article, claim));
        }
    }
    claims
}

impl Counts {
    /// Returns how many differences and agreements have `look`.
    pub fn n(&self, look: Look) -> usize {
        self.n_by_look.all[look as usize]
    }

    /// Returns the counts in words, the most important first.
    pub fn parts(&self) -> Vec<Count> {
        let look = |look, text| Count { text, lead: Lead::Look(look) };
        let decided = |looks: &[Look]| self.n_by_look.decided(looks);
        let explained = [Look::Update, Look::Scope, Look::Rounding];
        let n_explained = self.n(Look::Update) + self.n(Look::Scope) + self.n(Look::Rounding);
        let mut parts = Vec::new();
        parts.extend(self.stories.clone().map(|text| Count { text, lead: Lead::Stories }));
        if self.n_articles > 1 {
            let text = format!("{} of {} aligned", self.n_aligned, plural(self.n_sentences, "sentence"));
            parts.push(Count { text, lead: Lead::Aligned });
            let text = format!("{} of {} in them", self.n_figures_aligned, plural(self.n_figures, "figure"));
            parts.push(Count { text, lead: Lead::Aligned });
        } else {
            let sentences = plural(self.n_sentences, "sentence");
            let text = format!("{sentences} with {} compared with each other", plural(self.n_figures, "figure"));
            parts.push(Count { text, lead: Lead::Aligned });
        }
        let text = plural(self.n(Look::Conflict), "conflict") + &decided(&[Look::Conflict]);
        parts.push(look(Look::Conflict, text));
        let differs = self.n(Look::Differs);
        let text =
            format!("{differs} more {}", if differs == 1 { "differs" } else { "differ" }) + &decided(&[Look::Differs]);
        parts.push(look(Look::Differs, text));
        let text = format!("{n_explained} explained by rounding, scope or update") + &decided(&explained);
        parts.push(look(Look::Rounding, text));
        parts.push(look(
            Look::Agrees,
            if self.n(Look::Agrees) == 1 { "1 agrees".to_owned() } else { format!("{} agree", self.n(Look::Agrees)) },
        ));
        if self.n_articles > 1 {
            parts.push(look(
                Look::OnlyIn,
                format!("{} in one article only", plural(self.n(Look::OnlyIn), "claim")) + &decided(&[Look::OnlyIn]),
            ));
            let with_figures = match self.n_figures_not_aligned {
                0 => String::new(),
                n => format!(", {n} with figures"),
            };
            let text = format!("{} not aligned{with_figures}", plural(self.n_not_aligned, "sentence"));
            parts.push(Count { text, lead: Lead::NotCompared });
        }
        if self.n_hints > 0 {
            parts.push(Count { text: hints(self.n_hints), lead: Lead::Hints });
        }
        if self.n_not_understood > 0 {
            let text = format!("{} not understood", plural(self.n_not_understood, "number"));
            parts.push(Count { text, lead: Lead::NotCompared });
        }
        parts
    }

    /// Returns the counts on one line.
    pub fn line(&self) -> String {
        self.parts().into_iter().map(|count| count.text).collect::<Vec<_>>().join(" · ")
    }
}

/// So many groups of articles are named by their letters at most: whoever opened a folder of many stories sees that.
const MOST_NAMED: usize = 4;

/// Warns of groups of articles that share hardly any claim: "A and B share hardly any claim with C: perhaps different
/// stories". Of many groups their number is told.
fn stories_text(groups: &[Vec<usize>]) -> Option<String> {
    let (first, others) = groups.split_first().filter(|(_, others)| !others.is_empty())?;
    if groups.len() > MOST_NAMED {
        let n_articles: usize = groups.iter().map(Vec::len).sum();
        let n_groups = groups.len();
        return Some(format!(
            "{n_articles} articles in {n_groups} groups with hardly any claim in common: perhaps different stories"
        ));
    }
    let verb = if first.len() == 1 { "shares" } else { "share" };
    let others: Vec<String> = others.iter().map(|group| letters(group)).collect();
    let first = letters(first);
    Some(format!("{first} {verb} hardly any claim with {}: perhaps different stories", others.join(" or with ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::Verdict;
    use crate::wording::fixture;

    #[test]
    fn many_stories_are_counted_and_few_are_named() {
        let text = |groups: &[&[usize]]| stories_text(&groups.iter().map(|group| group.to_vec()).collect::<Vec<_>>());
        assert_eq!(text(&[&[0, 1]]), None);
        let named = text(&[&[0, 1], &[2]]);
        assert_eq!(named.as_deref(), Some("A and B share hardly any claim with C: perhaps different stories"));
        let many = text(&[&[0, 1], &[2], &[3], &[4], &[5]]).unwrap_or_default();
        assert!(many.starts_with("6 articles in 5 groups with hardly any claim in common"), "{many}");
    }

    #[test]
    fn counts_have_denominators() {
        let counts = counts(&fixture::comparison(), &Standing::default());
        assert_eq!((counts.n_sentences, counts.n_aligned), (5, 4));
        let line = counts.line();
        assert!(line.starts_with("4 of 5 sentences aligned · "), "{line}");
        assert!(line.contains("1 conflict · 0 more differ · 0 explained"), "{line}");
        assert!(line.contains("1 agrees · 1 claim in one article only"), "{line}");
    }

    #[test]
    fn machine_and_person_are_counted_apart() {
        let mut comparison = fixture::comparison();
        let line =
            |comparison: &Comparison, verdict| counts(comparison, &fixture::decided(comparison, 0, verdict)).line();
        let check = |verdict, expected: &str| {
            let line = line(&comparison, verdict);
            assert!(line.contains(expected), "{line}");
        };
        check(Verdict::Conflict, "· 1 conflict, 1 confirmed · 0 more differ ·");
        check(Verdict::Unrelated, "· 0 conflicts, 1 dismissed · 0 more differ ·");
        check(
            Verdict::Scope,
            "· 0 conflicts · 0 more differ · 1 explained by rounding, scope or update, 1 confirmed ·",
        );
        comparison.findings.findings[0].certainty = crate::alignment::Certainty::Low;
        let line = counts(&comparison, &Standing::default()).line();
        assert!(line.contains("0 conflicts · 0 more differ") && line.contains("1 weaker hint"), "{line}");
    }

    #[test]
    fn different_stories_are_warned_of() {
        let mut comparison = fixture::comparison();
        comparison.findings.stories = vec![vec![0, 2], vec![1]];
        let line = counts(&comparison, &Standing::default()).line();
        assert!(
            line.starts_with("A and C share hardly any claim with B: perhaps different stories · 4 of 5"),
            "{line}"
        );
        comparison.findings.stories = vec![vec![0, 1]];
        assert!(counts(&comparison, &Standing::default()).line().starts_with("4 of 5"));
    }

    #[test]
    fn one_article_is_compared_with_itself() {
        let mut comparison = fixture::comparison();
        comparison.articles.truncate(1);
        comparison.alignment.links.clear();
        assert!(counts(&comparison, &Standing::default()).line().starts_with("2 sentences with "));
    }
}
