//! What the targets have in common: the check, and containers made around the bytes that a fuzzer changes, so that it changes what
//! is inside and not the sums that a container is checked by.

mod checks;

pub use checks::{check, figures, zipped};

/// Whether the bytes are an archive themselves: then they are read as they are.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}
