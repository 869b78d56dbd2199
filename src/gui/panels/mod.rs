//! The panels: each lays out what the view holds and says what the reader did. None decides anything.

pub mod articles;
pub mod bars;
pub mod chooser;
pub mod help;
pub mod menu_bar;
pub mod palette;
pub mod status;
pub mod toasts;
pub mod welcome;

pub(crate) mod claims_table;
pub(crate) mod column_head;
pub(crate) mod detail;
pub(crate) mod facts_table;
pub(crate) mod findings_list;
pub(crate) mod origins;
pub mod room;
pub(crate) mod search;
