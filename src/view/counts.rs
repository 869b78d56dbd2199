//! Counts with their denominators: the first line of the window and of every report.

use rustc_hash::FxHashSet;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::figures::Kind;
use crate::findings::NotComparedReason;
use crate::view::look::{Look, letters};

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
    /// Differences and agreements of each look, in the order of [`Look::ALL`].
    pub n_by_look: [usize; Look::ALL.len()],
    /// Sentences without a match.
    pub n_not_aligned: usize,
    /// Of these, with figures.
    pub n_figures_not_aligned: usize,
    /// Numbers that were not understood.
    pub n_not_understood: usize,
    /// A warning where the articles do not seem to tell one story.
    pub stories: Option<String>,
}

/// What a count leads to when it is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lead {
    /// The aligned claims.
    Aligned,
    /// The findings of a look.
    Look(Look),
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

/// Counts what is in `comparison`.
pub fn counts(comparison: &Comparison) -> Counts {
    let loose: FxHashSet<ClaimId> = not_aligned(comparison).into_iter().collect();
    let stories = stories_text(&comparison.findings.stories);
    let mut counts = Counts { n_articles: comparison.articles.len(), stories, ..Counts::default() };
    for (article, analysis) in comparison.articles.iter().enumerate() {
        counts.n_sentences += analysis.claims.len();
        for (claim, figures) in analysis.figures.iter().enumerate() {
            let n_figures = figures.iter().filter(|figure| figure.kind != Kind::Label).count();
            counts.n_figures += n_figures;
            if !loose.contains(&ClaimId { article, claim }) {
                counts.n_aligned += 1;
                counts.n_figures_aligned += n_figures;
            }
        }
    }
    for finding in comparison.findings.findings.iter().chain(&comparison.findings.agreements) {
        counts.n_by_look[Look::of(finding) as usize] += 1;
    }
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

/// The claims that were compared with no other article's, in their order; those with figures first.
pub fn not_aligned(comparison: &Comparison) -> Vec<ClaimId> {
    let mut claims = Vec::new();
    for wanted in [NotComparedReason::FiguresNotAligned, NotComparedReason::NotAligned] {
        for place in comparison.findings.not_compared.iter().filter(|place| place.why == wanted) {
            let Some(analysis) = comparison.articles.get(place.article) else { continue };
            let claim = analysis.claims.partition_point(|claim| claim.span.start < place.span.start);
            claims.push(ClaimId { article: place.article, claim });
        }
    }
    claims
}

impl Counts {
    /// How many differences and agreements have `look`.
    pub fn n(&self, look: Look) -> usize {
        self.n_by_look[look as usize]
    }

    /// The counts in words, the most important first.
    pub fn parts(&self) -> Vec<Count> {
        let look = |look, text| Count { text, lead: Lead::Look(look) };
        let n_explained = self.n(Look::Update) + self.n(Look::Scope) + self.n(Look::Rounding);
        let mut parts = Vec::new();
        parts.extend(self.stories.clone().map(|text| Count { text, lead: Lead::Aligned }));
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
        parts.push(look(Look::Conflict, plural(self.n(Look::Conflict), "conflict")));
        let differs = self.n(Look::Differs);
        parts.push(look(Look::Differs, format!("{differs} more {}", if differs == 1 { "differs" } else { "differ" })));
        parts.push(look(Look::Rounding, format!("{n_explained} explained by rounding, scope or update")));
        parts.push(look(
            Look::Agrees,
            if self.n(Look::Agrees) == 1 { "1 agrees".to_owned() } else { format!("{} agree", self.n(Look::Agrees)) },
        ));
        if self.n_articles > 1 {
            parts.push(look(Look::OnlyIn, format!("{} in one article only", plural(self.n(Look::OnlyIn), "claim"))));
            let with_figures = match self.n_figures_not_aligned {
                0 => String::new(),
                n => format!(", {n} with figures"),
            };
            let text = format!("{} not aligned{with_figures}", plural(self.n_not_aligned, "sentence"));
            parts.push(Count { text, lead: Lead::NotCompared });
        }
        if self.n_not_understood > 0 {
            let text = format!("{} not understood", plural(self.n_not_understood, "number"));
            parts.push(Count { text, lead: Lead::NotCompared });
        }
        parts
    }

    /// The counts on one line.
    pub fn line(&self) -> String {
        self.parts().into_iter().map(|count| count.text).collect::<Vec<_>>().join(" · ")
    }
}

/// Warns of groups of articles that share hardly any claim: "A and B share hardly any claim with C: perhaps different stories".
fn stories_text(groups: &[Vec<usize>]) -> Option<String> {
    let (first, others) = groups.split_first().filter(|(_, others)| !others.is_empty())?;
    let verb = if first.len() == 1 { "shares" } else { "share" };
    let others: Vec<String> = others.iter().map(|group| letters(group)).collect();
    let first = letters(first);
    Some(format!("{first} {verb} hardly any claim with {}: perhaps different stories", others.join(" or with ")))
}

/// `n` things: "1 claim", "2 claims", with the thousands parted.
pub fn plural(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::toy;

    #[test]
    fn counts_have_denominators() {
        let counts = counts(&toy::comparison());
        assert_eq!((counts.n_sentences, counts.n_aligned), (5, 4));
        let line = counts.line();
        assert!(line.starts_with("4 of 5 sentences aligned · "), "{line}");
        assert!(line.contains("1 conflict · 0 more differ · 0 explained"), "{line}");
        assert!(line.contains("1 agrees · 1 claim in one article only"), "{line}");
    }

    #[test]
    fn different_stories_are_warned_of() {
        let mut comparison = toy::comparison();
        comparison.findings.stories = vec![vec![0, 2], vec![1]];
        let line = counts(&comparison).line();
        assert!(
            line.starts_with("A and C share hardly any claim with B: perhaps different stories · 4 of 5"),
            "{line}"
        );
        comparison.findings.stories = vec![vec![0, 1]];
        assert!(counts(&comparison).line().starts_with("4 of 5"));
    }

    #[test]
    fn one_article_is_compared_with_itself() {
        let mut comparison = toy::comparison();
        comparison.articles.truncate(1);
        comparison.alignment.links.clear();
        assert!(counts(&comparison).line().starts_with("2 sentences with "));
    }
}
