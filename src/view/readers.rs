//! Where two readers of the same texts disagree, and what each says: what is left to settle after their sessions were
//! put together.

use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::{EntryId, SecondWord, Standing};
use crate::wording::visible::visible;
use crate::wording::{desk_words, review_words};

/// One thing that two readers say otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispute {
    /// The second reader's word in the review.
    pub entry: EntryId,
    /// The finding it is about; `None` where it is about something else or the finding is gone.
    pub finding: Option<FindingIndex>,
    /// What it is about: "F001 smugglers sentenced".
    pub about: String,
    /// The first reader's word, which holds: "A. Desk: ⊂ scope".
    pub first: String,
    /// The second reader's.
    pub second: String,
}

/// Returns what the readers still say otherwise, in the order of the findings; what is about no finding comes last.
pub fn disputes(comparison: &Comparison, standing: &Standing) -> Vec<Dispute> {
    let mut all: Vec<Dispute> =
        standing.others.iter().filter_map(|other| dispute(comparison, standing, other)).collect();
    all.sort_by_key(|one| (one.finding.is_none(), one.finding));
    all
}

fn dispute(comparison: &Comparison, standing: &Standing, other: &SecondWord) -> Option<Dispute> {
    let (first_reader, second_reader) =
        (desk_words::reader(&standing.sheet, false), desk_words::reader(&standing.sheet, true));
    let Some(idx) = other.finding else {
        let second = desk_words::astray(&other.item);
        return Some(Dispute {
            entry: other.entry,
            finding: None,
            about: desk_words::NO_FINDING.to_owned(),
            first: format!("{first_reader}: {}", desk_words::SAYS_OTHERWISE),
            second: format!("{second_reader}: {second}"),
        });
    };
    let (finding, second) = (finding_at(comparison, idx)?, standing.second(idx)?);
    let first = standing.decision(idx).map_or_else(|| review_words::UNDECIDED.to_owned(), review_words::line);
    Some(Dispute {
        entry: other.entry,
        finding: Some(idx),
        about: format!("{} {}", finding.id, visible(&finding.what)),
        first: format!("{first_reader}: {first}"),
        second: desk_words::second(&standing.sheet, second),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Sheet, Verdict};
    use crate::wording::fixture;

    #[test]
    fn each_reader_is_quoted_until_it_is_settled() {
        let comparison = fixture::comparison();
        let mut first = fixture::review(&comparison, 0, Verdict::Scope);
        first.set_sheet(Sheet { reviewer: "A. Desk".to_owned(), ..Sheet::default() });
        first.merge(&fixture::review(&comparison, 0, Verdict::Conflict));
        let told = |review: &crate::review::Review| disputes(&comparison, &Standing::new(review, &comparison));
        let [one] = &told(&first)[..] else { panic!("one dispute") };
        assert_eq!((one.finding, one.about.as_str()), (Some(FindingIndex(0)), "F001 smugglers sentenced"));
        assert_eq!((one.first.as_str(), one.second.as_str()), ("A. Desk: ⊂ scope", "Second reader: ≠ conflict"));
        assert!(first.take_second(one.entry));
        assert!(told(&first).is_empty());
    }
}
