//! What goes into a report: everything, or only the parts that were chosen.
//!
//! The head, the counts, the articles and the method are in every report, so that one with conflicts alone still says
//! how much was compared; a line of the head says what it was cut down to.

use crate::view::status::Status;
use crate::wording::look::Look;

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What the machine or a person calls a conflict.
    Conflict,
    /// Every difference that counts: no weaker hints, nothing that was dismissed, no claims of some articles only.
    Difference,
    /// What a person confirmed or dismissed.
    Decided,
    /// What nobody has decided about.
    Open,
    /// Findings with a note, and all other notes.
    Notes,
}

/// The parts that go into a report; without any the whole of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice(Vec<Part>);

impl Choice {
    /// Returns the parts `parts`, in whatever order and however often they are named.
    pub fn new(mut parts: Vec<Part>) -> Self {
        parts.sort_unstable();
        parts.dedup();
        Self(parts)
    }

    /// Returns whether everything goes in.
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether any of `parts` goes in.
    pub fn has_any(&self, parts: &[Part]) -> bool {
        self.is_whole() || parts.iter().any(|part| self.0.contains(part))
    }

    /// Returns whether a finding with this status and shown look goes in.
    pub fn keeps(&self, status: Status, look: Look, has_note: bool) -> bool {
        let is_difference = !matches!(look, Look::OnlyIn | Look::Agrees);
        self.is_whole()
            || self.0.iter().any(|part| match part {
                Part::Conflict => status.is_counted() && look == Look::Conflict,
                Part::Difference => status.is_counted() && is_difference,
                Part::Decided => matches!(status, Status::Confirmed | Status::Dismissed),
                Part::Open => status == Status::Open && look != Look::Agrees,
                Part::Notes => has_note,
            })
    }

    /// Returns whether the section of open conflicts is there, though nothing may be in it.
    pub fn lists_conflicts(&self) -> bool {
        self.has_any(&[Part::Conflict, Part::Difference, Part::Open])
    }

    /// Returns the same for the other open differences.
    pub fn lists_others(&self) -> bool {
        self.has_any(&[Part::Difference, Part::Open])
    }

    /// Returns the same for the claims that only some articles make.
    pub fn lists_only_in(&self) -> bool {
        self.has_any(&[Part::Open])
    }

    /// Returns what the report was cut down to: "Only conflicts and notes"; `None` where it is whole.
    pub fn words(&self) -> Option<String> {
        let names: Vec<&str> = self.0.iter().map(|part| part.name()).collect();
        let (last, others) = names.split_last()?;
        let all = if others.is_empty() { (*last).to_owned() } else { format!("{} and {last}", others.join(", ")) };
        Some(format!("Only {all}"))
    }
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflicts",
            Self::Difference => "differences",
            Self::Decided => "what is decided",
            Self::Open => "what is open",
            Self::Notes => "notes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_chosen_is_everything() {
        let whole = Choice::default();
        assert!(whole.keeps(Status::Hint, Look::Agrees, false) && whole.lists_only_in());
        assert_eq!(whole.words(), None);
    }

    #[test]
    fn a_finding_goes_in_with_any_of_its_parts() {
        let keeps = |parts: &[Part], status, look, has_note| Choice::new(parts.to_vec()).keeps(status, look, has_note);
        assert!(keeps(&[Part::Conflict], Status::Open, Look::Conflict, false));
        assert!(keeps(&[Part::Conflict], Status::Confirmed, Look::Conflict, false));
        assert!(!keeps(&[Part::Conflict], Status::Dismissed, Look::Conflict, false));
        assert!(!keeps(&[Part::Conflict], Status::Open, Look::Differs, true));
        assert!(keeps(&[Part::Conflict, Part::Notes], Status::Open, Look::Differs, true));
        assert!(!keeps(&[Part::Difference], Status::Hint, Look::Differs, false));
        assert!(!keeps(&[Part::Difference], Status::Open, Look::OnlyIn, false));
        assert!(keeps(&[Part::Decided], Status::Dismissed, Look::OnlyIn, false));
        assert!(!keeps(&[Part::Open], Status::Confirmed, Look::Conflict, false));
    }

    #[test]
    fn what_it_was_cut_down_to_is_said() {
        let choice = Choice::new(vec![Part::Notes, Part::Conflict, Part::Notes]);
        assert_eq!(choice.words().as_deref(), Some("Only conflicts and notes"));
    }
}
