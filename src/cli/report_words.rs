//! What is said on the command line of every report: its title, who reviewed the story, when, what goes into it, and
//! what of it makes the run fail.

use std::process::ExitCode;

use super::output::TROUBLE;
use crate::compare::Comparison;
use crate::review::{Review, Standing};
use crate::view::choice::{Choice, Part};
use crate::view::report::ReportOptions;
use crate::view::status::{has_conflict, is_flagged};

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
    /// Leaves out of the reports what is none of these; several are parted by commas.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PART")]
    only: Vec<Only>,
    /// What gives status 1: a conflict, or any difference (as without this). With unread alone nothing does; a file
    /// that could not be read always gives status 2.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    fail_on: Vec<FailOn>,
}

/// A part of a report, as it is named on the command line.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Only {
    /// Conflicts, the program's and those a person confirmed.
    Conflict,
    /// Every difference that counts.
    Difference,
    /// What a person confirmed or dismissed.
    Decided,
    /// What nobody has decided about.
    Open,
    /// Notes, and the findings that have one.
    Notes,
}

/// What makes a run fail, as it is named on the command line.
#[derive(Clone, Copy, Debug, PartialEq, clap::ValueEnum)]
enum FailOn {
    /// A conflict that holds: open or confirmed.
    Conflict,
    /// Any difference that counts.
    Difference,
    /// Only a file that could not be read.
    Unread,
}

impl From<Only> for Part {
    fn from(only: Only) -> Self {
        match only {
            Only::Conflict => Self::Conflict,
            Only::Difference => Self::Difference,
            Only::Decided => Self::Decided,
            Only::Open => Self::Open,
            Only::Notes => Self::Notes,
        }
    }
}

impl ReportWords {
    /// Returns what a report of a story with `review` says.
    pub(super) fn options(&self, review: Review) -> ReportOptions {
        ReportOptions {
            title: self.title.clone(),
            reviewer: self.reviewer.clone(),
            made: self.date.clone(),
            review,
            hints: self.hints,
            only: Choice::new(self.only.iter().copied().map(Part::from).collect()),
            ..ReportOptions::default()
        }
    }

    /// Returns the exit status after the reports of `comparison` were written, some of them in vain where there
    /// `is_trouble`.
    pub(super) fn status(&self, comparison: &Comparison, review: &Review, is_trouble: bool) -> ExitCode {
        if is_trouble {
            return ExitCode::from(TROUBLE);
        }
        let standing = Standing::new(review, comparison);
        let is_failed = |what: &FailOn| match what {
            FailOn::Conflict => has_conflict(comparison, &standing),
            FailOn::Difference => is_flagged(comparison, &standing),
            FailOn::Unread => false,
        };
        let fail_on = if self.fail_on.is_empty() { &[FailOn::Difference][..] } else { &self.fail_on };
        ExitCode::from(u8::from(fail_on.iter().any(is_failed)))
    }
}
