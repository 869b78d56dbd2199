//! Any bytes at all as a PDF.
#![no_main]

use crosscheck_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(bytes, "page.pdf"));
