//! Any bytes at all as the body of a Word document, or as the archive itself.
#![no_main]

use crosscheck_fuzz::{check, is_archive, zipped};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if is_archive(bytes) {
        check(bytes, "letter.docx");
    } else {
        check(&zipped(&[("word/document.xml", bytes)]), "letter.docx");
    }
});
