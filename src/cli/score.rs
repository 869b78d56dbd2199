//! The argument of `--min-score`.

/// Reads the score of a link, 0 to 1.
///
/// # Errors
/// A sentence that says what a score is, if `text` is none.
pub(super) fn score(text: &str) -> Result<f64, String> {
    let score: f64 = text.parse().map_err(|_| "a score is a number from 0 to 1".to_owned())?;
    if (0.0..=1.0).contains(&score) { Ok(score) } else { Err("a score lies between 0 and 1".to_owned()) }
}
