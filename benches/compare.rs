//! Benchmarks of the whole comparison.

fn main() {}
