//! Ribbons: which claims of two neighboring columns are joined, and how what they say compares.

use rustc_hash::FxHashSet;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::compare::lookup::finding_at;
use crate::findings::FindingIndex;
use crate::review::{MendKind, Standing};
use crate::view::status::shown;
use crate::wording::look::{Look, letter};
use crate::wording::note_words;

/// Two joined claims of neighboring columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// The claim in the left column.
    pub left: ClaimId,
    /// The claim in the right column.
    pub right: ClaimId,
    /// The most important difference between the two; `None` if nothing shown differs.
    pub look: Option<Look>,
    /// Whether a person linked the two.
    pub is_pinned: bool,
    /// What a screen reader says.
    pub label: String,
}

/// Returns the ribbons of each gap between neighboring `columns` (indices of articles), by place in the left column.
/// Only the findings at `loud` color them, as `standing` has decided about them.
pub fn ribbons(
    comparison: &Comparison,
    standing: &Standing,
    columns: &[usize],
    loud: &[FindingIndex],
) -> Vec<Vec<Ribbon>> {
    let looks = row_findings(comparison, standing, loud);
    let links: FxHashSet<(ClaimId, ClaimId)> =
        comparison.alignment.links.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    columns
        .windows(2)
        .map(|pair| {
            let mut gap = Vec::new();
            for (row_idx, row) in comparison.alignment.indexed_rows() {
                let of = |article: usize| row.claims.iter().copied().filter(move |claim| claim.article == article);
                for (left, right) in joined(&links, &of(pair[0]).collect::<Vec<_>>(), &of(pair[1]).collect::<Vec<_>>())
                {
                    let finding = looks[row_idx.0].iter().copied().find(|&idx| differ(comparison, idx, left, right));
                    let look = finding.and_then(|idx| shown(comparison, standing, idx)).map(|(_, look)| look);
                    let is_pinned = is_linked_by_hand(standing, left, right);
                    let label = label(comparison, left, right, finding);
                    let label = if is_pinned { format!("{label} ({})", note_words::PINNED) } else { label };
                    gap.push(Ribbon { left, right, look, is_pinned, label });
                }
            }
            gap.sort_by_key(|ribbon| (ribbon.left, ribbon.right));
            gap
        })
        .collect()
}

/// The ribbon of the finding at `finding` between the columns of the articles `left` and `right`, both of which it
/// speaks of, where none of `known` joins its claims: figures are set beside each other whether or not their sentences
/// were aligned.
pub fn of_finding(
    comparison: &Comparison,
    standing: &Standing,
    finding: FindingIndex,
    (left, right): (usize, usize),
    known: &[Ribbon],
) -> Option<Ribbon> {
    let mentions = &finding_at(comparison, finding)?.mentions;
    let speaks = |claim: ClaimId| mentions.iter().any(|mention| mention.claim == claim);
    if known.iter().any(|ribbon| speaks(ribbon.left) && speaks(ribbon.right)) {
        return None;
    }
    let of = |article: usize| mentions.iter().map(|one| one.claim).filter(move |claim| claim.article == article);
    let pairs = of(left).flat_map(|a| of(right).map(move |b| (a, b)));
    // Those that differ before those that agree, else by place.
    let (a, b) = pairs.min_by_key(|&(a, b)| (!differ(comparison, finding, a, b), a, b))?;
    let differs = differ(comparison, finding, a, b).then_some(finding);
    let look = differs.and_then(|idx| shown(comparison, standing, idx)).map(|(_, look)| look);
    Some(Ribbon { left: a, right: b, look, is_pinned: false, label: label(comparison, a, b, differs) })
}

/// The pairs of `left` and `right` that were linked; the first of each where they only meet through a third article.
fn joined(links: &FxHashSet<(ClaimId, ClaimId)>, left: &[ClaimId], right: &[ClaimId]) -> Vec<(ClaimId, ClaimId)> {
    let is_linked = |a: ClaimId, b: ClaimId| links.contains(&(a.min(b), a.max(b)));
    let linked: Vec<_> =
        left.iter().flat_map(|&a| right.iter().map(move |&b| (a, b))).filter(|&(a, b)| is_linked(a, b)).collect();
    match (linked.is_empty(), left.first(), right.first()) {
        (true, Some(&a), Some(&b)) => vec![(a, b)],
        _ => linked,
    }
}

/// Whether a person linked the claims.
fn is_linked_by_hand(standing: &Standing, left: ClaimId, right: ClaimId) -> bool {
    standing.mends_of(left).any(|mend| mend.kind == MendKind::Link && mend.claims.contains(&right))
}

/// For each row of the alignment the findings at `loud` that lie in it, the most important first.
fn row_findings(comparison: &Comparison, standing: &Standing, loud: &[FindingIndex]) -> Vec<Vec<FindingIndex>> {
    let mut rows = vec![Vec::new(); comparison.alignment.rows.len()];
    for &idx in loud {
        let Some(finding) = finding_at(comparison, idx) else { continue };
        if let Some(of_row) = finding.row.and_then(|row| rows.get_mut(row.0)) {
            of_row.push(idx);
        }
    }
    for of_row in &mut rows {
        of_row.sort_by_key(|&idx| (shown(comparison, standing, idx).map(|(_, look)| look), idx));
    }
    rows
}

/// Whether the finding gives the two claims different values.
fn differ(comparison: &Comparison, finding: FindingIndex, left: ClaimId, right: ClaimId) -> bool {
    let Some(finding) = finding_at(comparison, finding) else { return false };
    let of = |claim: ClaimId| finding.mentions.iter().filter(move |mention| mention.claim == claim);
    of(left).any(|a| of(right).any(|b| a.group != b.group))
}

fn label(comparison: &Comparison, left: ClaimId, right: ClaimId, finding: Option<FindingIndex>) -> String {
    let place = |claim: ClaimId| format!("{} {}", letter(claim.article), claim.claim.0 + 1);
    let start = format!("Claims {} and {}", place(left), place(right));
    let Some(finding) = finding.and_then(|idx| finding_at(comparison, idx)) else { return start };
    let words = |claim: ClaimId| {
        let mention = finding.mentions.iter().find(|mention| mention.claim == claim)?;
        comparison.articles.get(claim.article).map(|article| article.words(mention.span))
    };
    match (words(left), words(right)) {
        (Some(a), Some(b)) => format!("{start}, {}: {a} against {b}", Look::of(finding).name()),
        _ => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn neighbors_are_joined_and_colored_by_their_difference() {
        let comparison = fixture::comparison();
        let gaps = ribbons(&comparison, &Standing::default(), &[1, 0], &[FindingIndex(0), FindingIndex(1)]);
        assert_eq!(gaps.len(), 1);
        let looks: Vec<_> =
            gaps[0].iter().map(|ribbon| (ribbon.left.claim.0, ribbon.right.claim.0, ribbon.look)).collect();
        assert_eq!(looks, [(1, 0, Some(Look::Conflict)), (2, 1, None)]);
        assert_eq!(gaps[0][0].label, "Claims B 2 and A 1, conflict: Nine against three");
    }

    #[test]
    fn what_a_person_linked_carries_a_pin() {
        use crate::review::{ArticleKey, ClaimKey, Mend, Review};
        let comparison = fixture::comparison();
        let claims = [ClaimId::at(0, 0), ClaimId::at(1, 1)];
        let key = |claim: &ClaimId| {
            let analysis = &comparison.articles[claim.article];
            ClaimKey::new(analysis, ArticleKey::new(&analysis.article), claim.claim)
        };
        let keys: Vec<_> = claims.iter().filter_map(key).collect();
        let pins = |kind: MendKind| {
            let mut review = Review::default();
            review.mend(vec![Mend { kind, claims: keys.clone(), when: None }], &[]);
            let gaps = ribbons(
                &comparison,
                &Standing::new(&review, &comparison),
                &[1, 0],
                &[FindingIndex(0), FindingIndex(1)],
            );
            gaps[0].iter().map(|ribbon| ribbon.is_pinned).collect::<Vec<_>>()
        };
        assert_eq!(pins(MendKind::Link), [true, false]);
        assert_eq!(pins(MendKind::Unlink), [false, false]);
    }

    #[test]
    fn a_finding_joins_what_it_sets_beside_each_other() {
        let mut comparison = fixture::comparison();
        let standing = Standing::default();
        let aligned = &ribbons(&comparison, &standing, &[0, 1], &[FindingIndex(0)])[0];
        assert_eq!(
            of_finding(&comparison, &standing, FindingIndex(0), (0, 1), aligned),
            None,
            "a ribbon joins the two already"
        );
        comparison.alignment.rows.clear();
        comparison.alignment.links.clear();
        let ribbon = of_finding(&comparison, &standing, FindingIndex(0), (1, 0), &[]).expect("both speak of it");
        assert_eq!((ribbon.left.article, ribbon.right.article, ribbon.look), (1, 0, Some(Look::Conflict)));
        assert!(ribbon.label.contains("Nine against three"), "{}", ribbon.label);
        assert_eq!(
            of_finding(&comparison, &standing, FindingIndex(1), (0, 1), &[]),
            None,
            "one article only speaks of it"
        );
    }

    #[test]
    fn a_filtered_finding_leaves_the_ribbon_plain() {
        let gaps = ribbons(&fixture::comparison(), &Standing::default(), &[0, 1], &[]);
        assert!(gaps[0].iter().all(|ribbon| ribbon.look.is_none()));
    }
}
