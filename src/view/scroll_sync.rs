//! Scrolling in step: which claims of two articles hold the two texts together.
//!
//! Takes the rows of the alignment. Returns for two articles a [`Chain`], pairs of claims that rise in both: a longest
//! increasing subsequence by patience sorting (Fredman 1975), `O(n log n)`. Between the links of the chain a reading
//! position is interpolated along a straight line, so that matching claims are at one height and nothing ever runs
//! backwards. A claim that one article moved far away is not in the chain; selecting it leads there.

use crate::compare::Comparison;

/// Pairs of claims, of the first article and of the second, both strictly rising.
pub type Chain = Vec<(usize, usize)>;

/// Returns the chain that holds articles `a` and `b` together.
pub fn chain(comparison: &Comparison, a: usize, b: usize) -> Chain {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for row in &comparison.alignment.rows {
        let of = |article: usize| row.claims.iter().filter(move |claim| claim.article == article);
        for left in of(a) {
            pairs.extend(of(b).map(|right| (left.claim.0, right.claim.0)));
        }
    }
    longest_rising(pairs)
}

/// A longest subsequence of `pairs` that rises strictly in both, in `O(n log n)`.
fn longest_rising(mut pairs: Vec<(usize, usize)>) -> Chain {
    // Falling second places within one first place keep two pairs of one claim out of the same chain.
    pairs.sort_unstable_by_key(|&(a, b)| (a, std::cmp::Reverse(b)));
    let mut piles: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (idx, pair) in pairs.iter().enumerate() {
        let at = piles.partition_point(|&top| pairs[top].1 < pair.1);
        before[idx] = at.checked_sub(1).map(|pile| piles[pile]);
        match piles.get_mut(at) {
            Some(top) => *top = idx,
            None => piles.push(idx),
        }
    }
    let mut chain = Vec::with_capacity(piles.len());
    let mut at = piles.last().copied();
    while let Some(idx) = at {
        chain.push(pairs[idx]);
        at = before[idx];
    }
    chain.reverse();
    chain
}

/// Returns the position in the second text that is beside `y` in the first. `knots` are positions of the chain's
/// claims in both, rising; before the first and after the last knot the ends of the texts, `0` and `ends`, are the
/// knots.
pub fn beside(y: f32, knots: &[(f32, f32)], ends: (f32, f32)) -> f32 {
    let at = knots.partition_point(|knot| knot.0 <= y);
    let low = at.checked_sub(1).map_or((0.0, 0.0), |idx| knots[idx]);
    let high = knots.get(at).copied().unwrap_or(ends);
    let length = high.0 - low.0;
    let share = if length > 0.0 { ((y - low.0) / length).clamp(0.0, 1.0) } else { 0.0 };
    low.1 + share * (high.1 - low.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn the_chain_is_longest_and_rises_in_both() {
        let chain = longest_rising(vec![(0, 5), (1, 1), (2, 2), (2, 3), (3, 0), (4, 4), (4, 9)]);
        assert_eq!(chain.len(), 3, "{chain:?}");
        assert!(chain.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1), "{chain:?}");
        assert_eq!(longest_rising(Vec::new()), []);
    }

    #[test]
    fn aligned_claims_stand_at_one_height() {
        assert_eq!(chain(&fixture::comparison(), 0, 1), [(0, 1), (1, 2)]);
        let knots = [(100.0, 300.0), (200.0, 320.0)];
        let ends = (400.0, 1000.0);
        assert_eq!(beside(100.0, &knots, ends), 300.0);
        assert_eq!(beside(150.0, &knots, ends), 310.0);
        assert_eq!(beside(50.0, &knots, ends), 150.0);
        assert_eq!(beside(400.0, &knots, ends), 1000.0);
        assert_eq!(beside(0.0, &[], (0.0, 0.0)), 0.0);
    }

    #[test]
    fn positions_never_run_backwards() {
        let knots = [(10.0, 5.0), (20.0, 50.0), (30.0, 51.0)];
        let ys: Vec<f32> = (0..=40).map(|y| beside(y as f32, &knots, (40.0, 60.0))).collect();
        assert!(ys.windows(2).all(|pair| pair[0] <= pair[1]), "{ys:?}");
    }
}
