//! Shared origin: which articles repeat each other word for word, and so are perhaps one report.

use crate::compare::Comparison;
use crate::wording::look::{letter, letters};

/// The picture of shared origin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins {
    /// For each pair of articles the share of the shorter one's words that are word for word in the other, 0 to 1.
    pub shares: Vec<Vec<f64>>,
    /// What the groups are, one sentence each.
    pub sentences: Vec<String>,
}

/// Returns the shared origin of the articles of `comparison`.
pub fn origins(comparison: &Comparison) -> Origins {
    let n_articles = comparison.articles.len();
    let mut shares = vec![vec![0.0; n_articles]; n_articles];
    for copied in &comparison.alignment.copied {
        for (a, b) in [(copied.a, copied.b), (copied.b, copied.a)] {
            if let Some(cell) = shares.get_mut(a).and_then(|row| row.get_mut(b)) {
                *cell = copied.share;
            }
        }
    }
    let groups = comparison.alignment.origins.iter().filter(|group| group.len() > 1);
    let mut sentences: Vec<String> = groups
        .map(|group| format!("{} are probably one report: agreement among them counts once", letters(group)))
        .collect();
    if sentences.is_empty() {
        sentences.push(match n_articles {
            1 => "Open another article to see whether the two share an origin".to_owned(),
            n => format!("No article of {n} repeats another at length"),
        });
    }
    Origins { shares, sentences }
}

/// What the numbers of the picture are.
pub const HINT: &str = "How much of the shorter article stands word for word in the longer one";

/// Returns a share in percent.
pub fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// Returns what a cell says: "A and C share 62 % of their words".
pub fn share_text(a: usize, b: usize, share: f64) -> String {
    format!(
        "{} and {}: {:.0}% of the shorter one's words stand word for word in the other",
        letter(a),
        letter(b),
        share * 100.0
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn the_matrix_is_symmetric_and_groups_are_named() {
        let mut comparison = fixture::comparison();
        let origins = origins(&comparison);
        assert_eq!((origins.shares[0][1], origins.shares[1][0]), (0.25, 0.25));
        assert_eq!(origins.sentences, ["No article of 2 repeats another at length"]);
        comparison.alignment.origins = vec![vec![0, 1]];
        assert!(super::origins(&comparison).sentences[0].starts_with("A and B are probably one report"));
        assert!(share_text(0, 1, 0.25).starts_with("A and B: 25%"));
    }
}
