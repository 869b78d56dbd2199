//! Any bytes at all as the body of an OpenDocument text, or as the archive itself.
#![no_main]

use crosscheck_fuzz::{check, is_archive, zipped};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if is_archive(bytes) {
        check(bytes, "letter.odt");
    } else {
        let kind = b"application/vnd.oasis.opendocument.text";
        check(&zipped(&[("mimetype", kind), ("content.xml", bytes)]), "letter.odt");
    }
});
