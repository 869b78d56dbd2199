//! Learned judges: what is measured of a pair goes in, how likely the answer is yes comes out.
//!
//! A judge is a table in `assets/model` that a program in `benches/` fitted and that says in its head to what, and how
//! well it did on data it had not seen. What is measured, and what each measure is called, belongs to the stage that
//! asks.

pub mod forest;
