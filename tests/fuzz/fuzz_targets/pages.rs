//! Any bytes at all as a saved page: they are read as a sound article, or refused with a reason.
#![no_main]

use crosscheck_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut page = b"<!doctype html><body><article><h1>Kiln shuts</h1><p>".to_vec();
    page.extend_from_slice(bytes);
    check(bytes, "page.html");
    check(&page, "page.html");
});
