//! What a report says, in its order and in its words; the formats of [`crate::report`] only lay it out.

/// What only the caller knows of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportOptions {
    /// The title; none makes one of the number of articles.
    pub title: Option<String>,
    /// Who made the comparison.
    pub reviewer: Option<String>,
    /// When the report was made, as it shall be printed. The stages know no clock, so that the same articles give the same report.
    pub made: Option<String>,
    /// The story's id, for JSON.
    pub id: Option<String>,
    /// For JSON: also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    pub min_score: Option<f64>,
}
