//! What people add to a comparison: their decisions, notes and what they mend, kept apart from what the machine found.
//!
//! Takes a [`Comparison`](crate::compare::Comparison) and, finding by finding, what a person says of it. Returns a
//! [`Review`], which can be taken back step by step and written to a file, and its [`Standing`] in a comparison: which
//! finding each decision belongs to, and which decisions have no finding now.
//!
//! A decision outlives the comparison it was made in: articles come and go, blocks are left out, the machine learns. No
//! index and no finding's id survives that, so a decision holds on to what it is about, its [`Anchor`]: the kind of the
//! finding and, for each place, the article, the sentence and the printed words. Nothing is ever guessed by likeness: a
//! decision whose words are gone is kept and shown as having no finding, and it comes back with its words.

mod anchor;
mod correction;
mod decision;
mod desk;
mod item;
mod kept;
mod key;
mod log;
mod mended;
mod merge;
mod placing;
mod question;
mod remark;
mod said;
mod sheet;
mod standing;

pub use anchor::{Anchor, Place};
pub use correction::{Correction, Own, Regrouping, RegroupingKind};
pub use decision::{Check, Decision, Print, Verdict};
pub use item::{Change, Deed, Entry, EntryId, Item};
pub use kept::Kept;
pub use key::{ArticleKey, ClaimKey, Context};
pub use log::Review;
pub use mended::compare_reviewed;
pub use merge::Merged;
pub use remark::{Mend, MendKind, Remark, Subject};
pub use sheet::Sheet;
pub use standing::{NoteOn, SecondWord, Standing, StandingCorrection, StandingMend, StandingNote, StandingRegrouping};
