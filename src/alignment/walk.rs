//! Walks over two sorted lists at once. None branches on which side is less, as that cannot be guessed.

/// Tells `meet` the places of what two sorted lists have in common.
pub(super) fn for_common<T: Ord>(x: &[T], y: &[T], mut meet: impl FnMut(usize, usize)) {
    let (mut p, mut q) = (0, 0);
    while p < x.len() && q < y.len() {
        let (left, right) = (&x[p], &y[q]);
        if left == right {
            meet(p, q);
        }
        p += usize::from(left <= right);
        q += usize::from(right <= left);
    }
}

/// Returns what two sorted lists have in common.
pub(super) fn common<'a, T: Ord>(x: &'a [T], y: &'a [T]) -> impl Iterator<Item = &'a T> {
    let (mut p, mut q) = (0, 0);
    std::iter::from_fn(move || {
        while p < x.len() && q < y.len() {
            let (left, right) = (&x[p], &y[q]);
            p += usize::from(left <= right);
            q += usize::from(right <= left);
            if left == right {
                return Some(left);
            }
        }
        None
    })
}

/// Returns how many items two sorted lists have in common.
pub(super) fn n_common<T: Ord>(x: &[T], y: &[T]) -> usize {
    let (mut p, mut q, mut n) = (0, 0, 0);
    while p < x.len() && q < y.len() {
        let (left, right) = (&x[p], &y[q]);
        n += usize::from(left == right);
        p += usize::from(left <= right);
        q += usize::from(right <= left);
    }
    n
}
