//! What the caller says of a report, and how much is quoted in it.

use crate::review::Review;
use crate::view::choice::Choice;

/// Longest excerpt in a list of what was left out, in characters: enough to find it again.
pub(super) const LONGEST_EXCERPT: usize = 160;

/// What only the caller knows of a report.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions {
    /// The title; none makes one of the number of articles.
    pub title: Option<String>,
    /// Who made the comparison.
    pub reviewer: Option<String>,
    /// When the report was made, as it shall be printed. The stages know no clock, so that the same articles give the
    /// same report.
    pub made: Option<String>,
    /// What could not be opened, one sentence each.
    pub unread: Vec<String>,
    /// What people decided.
    pub review: Review,
    /// What goes into the report.
    pub only: Choice,
    /// For plain text: list the weaker hints too, not their number alone.
    pub hints: bool,
    /// The story's id, for JSON.
    pub id: Option<String>,
    /// For JSON: also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    pub min_score: Option<f64>,
}
