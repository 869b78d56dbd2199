//! Any bytes at all as an e-mail.
#![no_main]

use crosscheck_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check(bytes, "letter.eml"));
