//! Crosscheck compares several articles about the same story: it aligns the claims that match and shows what differs, figures first.
//!
//! # The flow is the folder list
//!
//! ```text
//!  open ─► article ─► claims ─► figures ─► alignment ─► findings ─► Comparison ─► view ─► report ─► save
//!   ▲ I/O     └──────────── pure, total, no clock, no threads ────────────┘         └────► gui (draws, sends commands)
//! ```

pub mod text;

pub mod lexicon;

pub mod article;

pub mod claims;

pub mod figures;

pub mod analysis;

pub mod alignment;

pub mod findings;

pub mod compare;

pub mod view;

pub mod report;

pub mod cli;
