//! The panels: each lays out what the view holds and says what the reader did. None decides anything.

pub(crate) mod claims_table;
pub(crate) mod column_head;
pub(crate) mod detail;
pub(crate) mod facts_table;
pub(crate) mod findings_list;
pub(crate) mod origins;
pub mod room;
pub(crate) mod search;
