//! Any text at all: its figures lie inside it, in order and apart, on the boundaries of characters, and no bounds are turned around.
#![no_main]

use crosscheck_fuzz::figures;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| figures(bytes));
