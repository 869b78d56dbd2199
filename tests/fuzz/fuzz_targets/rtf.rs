//! Any bytes at all as the inside of a Rich Text document.
#![no_main]

use crosscheck_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut document = b"{\\rtf1 ".to_vec();
    document.extend_from_slice(bytes);
    check(&document, "letter.rtf");
});
