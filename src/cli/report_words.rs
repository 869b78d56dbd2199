//! What is said on the command line of every report: its title, who reviewed the story, when, and whether it lists weaker hints.

use std::process::ExitCode;

use super::TROUBLE;
use crate::compare::Comparison;
use crate::review::{Review, Standing};
use crate::view::report::ReportOptions;
use crate::view::status::is_flagged;

/// The arguments that every report takes.
#[derive(Debug, clap::Args)]
pub(super) struct ReportWords {
    /// In plain text also list the weaker hints, which are counted only otherwise.
    #[arg(long)]
    hints: bool,
    /// The report's title.
    #[arg(long)]
    title: Option<String>,
    /// Who made the comparison, for the report.
    #[arg(long, value_name = "NAME")]
    reviewer: Option<String>,
    /// When it was made, for the report; printed as given.
    #[arg(long)]
    date: Option<String>,
}

impl ReportWords {
    /// What a report of a story with `review` says.
    pub(super) fn options(&self, review: Review) -> ReportOptions {
        ReportOptions {
            title: self.title.clone(),
            reviewer: self.reviewer.clone(),
            made: self.date.clone(),
            review,
            hints: self.hints,
            ..ReportOptions::default()
        }
    }
}

/// The exit status after the reports of `comparison` were written, some of them in vain where there `is_trouble`.
pub(super) fn status(comparison: &Comparison, review: &Review, is_trouble: bool) -> ExitCode {
    let is_flagged = || is_flagged(comparison, &Standing::new(review, comparison));
    ExitCode::from(if is_trouble { TROUBLE } else { u8::from(is_flagged()) })
}
