//! Any bytes at all as a chapter of an e-book, or as the archive itself.
#![no_main]

use crosscheck_fuzz::{check, is_archive, zipped};
use libfuzzer_sys::fuzz_target;

const CONTAINER: &[u8] = br#"<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>"#;

const PACKAGE: &[u8] = br#"<package><metadata><title>Ferries</title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>"#;

fuzz_target!(|bytes: &[u8]| {
    if is_archive(bytes) {
        check(bytes, "book.epub");
    } else {
        let entries: &[(&str, &[u8])] = &[
            ("mimetype", b"application/epub+zip"),
            ("META-INF/container.xml", CONTAINER),
            ("a.opf", PACKAGE),
            ("c.xhtml", bytes),
        ];
        check(&zipped(entries), "book.epub");
    }
});
