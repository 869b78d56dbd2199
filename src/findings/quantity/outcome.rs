//! What comes of comparing two values.

/// How the values of two figures compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::findings) enum Match {
    /// The same value, perhaps written otherwise.
    Same,
    /// One is the other rounded, hedged or coarser.
    Rounded,
    /// One is a bound or a range that admits the other.
    Admits,
    /// One is the other cut short where rounding would give another number.
    CutShort,
    /// One rounds to the other, which is hedged, but lies too far off for that: "about 100,000" and 120,000.
    Stretched,
    /// Both can hold, but only just: a hedge would have to be read widely.
    Near,
    /// No value that both allow.
    Apart,
    /// Not to be compared.
    Unlike,
}
