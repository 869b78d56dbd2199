//! The longest run of words, and the longest sequence with gaps, that are in two claims.

use super::terms::Sentence;
use crate::story::Term;

/// So many words are compared at once, as the bits of a number; the longer claim may have twice as many.
const BITS: usize = 64;

/// Returns how many words the longest run has that is in both, and how many the longest sequence that is in both with
/// gaps. Bit by bit for all words of the shorter claim at once: Hyyrö, Bit-parallel LCS-length computation revisited,
/// 2004.
pub(super) fn longest_common(x: &Sentence, y: &Sentence) -> (usize, usize) {
    let (longer, shorter) = if x.run.len() < y.run.len() { (y, x) } else { (x, y) };
    if shorter.run.len() > BITS || longer.run.len() > 2 * BITS {
        return longest_common_of_many(&x.run, &y.run);
    }
    // For each word of the longer claim, the places where the shorter has it.
    let mut places = [0_u64; 2 * BITS];
    let places = &mut places[..longer.run.len()];
    let (mut p, mut q) = (0, 0);
    while p < longer.places.len() && q < shorter.places.len() {
        let (left, right) = (longer.places[p], shorter.places[q]);
        if left.0 == right.0 {
            let same = shorter.places[q..].iter().take_while(|place| place.0 == left.0);
            places[left.1 as usize] = same.fold(0, |places, place| places | 1 << place.1);
        }
        p += usize::from(left.0 <= right.0);
        q += usize::from(right.0 < left.0);
    }
    // A bit is cleared where the sequence up to that place of the shorter claim grows by one.
    let unmatched = places.iter().fold(u64::MAX, |rest, &places| {
        let matched = rest & places;
        rest.wrapping_add(matched) | (rest - matched)
    });
    // The ends of runs of one word, of two, of three, until there are none.
    let mut longest = 0;
    let mut ends = [0_u64; 2 * BITS];
    let ends = &mut ends[..places.len()];
    ends.copy_from_slice(places);
    while ends.iter().any(|&ends| ends != 0) {
        longest += 1;
        for idx in (0..ends.len()).rev() {
            let before = if idx == 0 { 0 } else { ends[idx - 1] };
            ends[idx] = before << 1 & places[idx];
        }
    }
    (longest, unmatched.count_zeros() as usize)
}

/// The same word by word.
fn longest_common_of_many(x: &[Term], y: &[Term]) -> (usize, usize) {
    let mut runs = vec![0_u16; y.len() + 1];
    let mut sequences = vec![0_u16; y.len() + 1];
    let mut longest = 0;
    for word in x {
        let (mut run, mut sequence) = (0, 0);
        for (q, other) in y.iter().enumerate() {
            let (run_above, sequence_above) = (runs[q + 1], sequences[q + 1]);
            if word == other {
                runs[q + 1] = run + 1;
                sequences[q + 1] = sequence + 1;
                longest = longest.max(run + 1);
            } else {
                runs[q + 1] = 0;
                sequences[q + 1] = sequence_above.max(sequences[q]);
            }
            (run, sequence) = (run_above, sequence_above);
        }
    }
    (usize::from(longest), usize::from(sequences[y.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(run: &[Term]) -> Sentence {
        let mut places: Vec<(Term, u32)> = run.iter().copied().zip(0..).collect();
        places.sort_unstable();
        Sentence { run: run.to_vec(), places, ..Sentence::default() }
    }

    #[test]
    fn runs_and_sequences() {
        let check = |x: &[Term], y: &[Term], expected| {
            assert_eq!(longest_common(&sentence(x), &sentence(y)), expected, "{x:?} {y:?}");
            assert_eq!(longest_common_of_many(x, y), expected, "{x:?} {y:?}");
        };
        check(&[], &[], (0, 0));
        check(&[1, 2], &[], (0, 0));
        check(&[1, 2, 3, 4], &[9, 2, 3, 8, 4, 1], (2, 3));
        check(&[1, 1, 2, 1], &[1, 2, 1, 1], (3, 3));
        let long: Vec<Term> = (0..100).map(|idx| idx * idx % 7).collect();
        check(&long[..64], &long[..64], (64, 64));
        check(&long, &long[3..60], (57, 57));
        check(&long, &long, (100, 100));
    }

    #[test]
    fn bits_and_words_agree() {
        let mut state = 1_u32;
        let mut below = |n: u32| {
            state = state.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
            (state >> 16) % n
        };
        for _ in 0..500 {
            let mut run = || -> Vec<Term> {
                let n_words = below(90);
                (0..n_words).map(|_| below(12)).collect()
            };
            let (x, y) = (run(), run());
            assert_eq!(longest_common(&sentence(&x), &sentence(&y)), longest_common_of_many(&x, &y), "{x:?} {y:?}");
        }
    }
}
