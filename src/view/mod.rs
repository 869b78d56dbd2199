//! What is shown, with no widget: what the window and the reports lay out, worded by [`crate::wording`].
//!
//! Takes a [`Comparison`](crate::compare::Comparison), what a person decided about it, and what the reader asked for, a
//! [`filter::Filter`]. Returns plain structs that a window or a report only has to lay out. A finding is named by its
//! index, see [`finding_at`](crate::compare::lookup::finding_at).

pub mod status;

pub mod filter;

pub mod marks;

pub mod ribbons;

pub mod overview;

pub mod findings_list;

pub mod detail;

pub mod hover;

pub mod word_diff;

pub mod facts;

pub mod claims_table;

pub mod origins;

pub mod heading;

pub mod list_words;

pub mod link_choice;

pub mod figure_choice;

pub mod claim_card;

pub mod places;
pub mod readers;

pub mod scroll_sync;

pub mod search;

pub mod room;

pub mod counts;

pub mod article_reading;

pub mod choice;

pub mod report;
