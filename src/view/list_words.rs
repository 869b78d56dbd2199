//! The words of the findings list, its filters and the tables.

use crate::view::claims_table::ClaimsShown;
use crate::view::facts::FactOrder;
use crate::view::findings_list::Grouping;
pub use crate::view::places::SHOW_PLACE;
use crate::wording::look::Look;

/// The hint and the name of the list's text filter.
pub const FILTER_HINT: &str = "Filter by words";
/// The same hint where there is little room.
pub const FILTER_SHORT: &str = "Words";
/// The name of the fold of weaker hints.
pub const HINTS: &str = "Weaker hints";
/// What the fold of weaker hints holds.
pub const HINTS_HINT: &str = "What the program is not sure of. It counts neither as a conflict nor as another difference until you decide about it";
/// Takes all filters away.
pub const SHOW_ALL: &str = "Show all findings";
/// The name of the search field.
pub const SEARCH_HINT: &str = "Find in all articles";
/// The heading of the kinds in the filter menu.
pub const KINDS: &str = "Kinds";
/// The heading of the articles in the filter menu.
pub const ARTICLES: &str = "Articles";
/// Findings of every article.
pub const ANY_ARTICLE: &str = "Any article";
/// What the list says when no finding is selected.
pub const NOTHING_SELECTED: &str = "Select a finding or marked words to see the sentences, the values and why";
/// Copies the finding with its quotations.
pub const COPY_FINDING: &str = "Copy with quotations";
/// The same on a small button.
pub const COPY: &str = "Copy";
/// Copies a table.
pub const COPY_TABLE: &str = "Copy the table";
/// Returns which claims the claims table shows.
pub fn claims_shown(shown: ClaimsShown) -> &'static str {
    match shown {
        ClaimsShown::Paired => "Paired claims",
        ClaimsShown::All => "Claims of one article too",
        ClaimsShown::NotAligned => "Not aligned only",
    }
}
/// What a table says without rows.
pub const NO_FACTS: &str = "No figure stands in more than one place, so there is nothing to put side by side";
/// What the claims table says without rows.
pub const NO_CLAIMS: &str = "No claims were aligned";
/// The heading of the first column of the facts table.
pub const WHAT: &str = "What";
/// Takes the next hit.
pub const NEXT_HIT: &str = "Next place";
/// Takes the previous hit.
pub const PREVIOUS_HIT: &str = "Previous place";
/// Closes the search.
pub const CLOSE_SEARCH: &str = "Close the search";
/// What a click on the name of a fact does.
pub const SHOW_CARD: &str = "Show the sentences and why";

/// What the middle of the room can show, with the index of each.
pub const MIDDLES: [(usize, &str); 4] = [(0, "Articles"), (1, "Facts"), (2, "Claims"), (3, "Shared origin")];
/// Scrolls all columns together.
pub const IN_STEP: &str = "Scroll in step";
/// Shows differing words within the selection.
pub const WORDS: &str = "Differing words";
/// What that does.
pub const WORDS_HINT: &str = "Show the words that differ within the selected claims";

/// Returns the name of the filter menu; `n_set` filters are on.
pub fn filter_button(n_set: usize) -> String {
    if n_set == 0 { "Filter".to_owned() } else { format!("Filter ({n_set})") }
}

/// Returns the name of the overview of the whole story.
pub fn story_strip(n_ticks: usize) -> String {
    let differences = if n_ticks == 1 { "1 difference".to_owned() } else { format!("{n_ticks} differences") };
    format!("Overview of the story, {differences}")
}

/// Returns the words on a chip: "3 conflicts, 1 confirmed", or "1 of 3 conflicts" where other filters let `n_fitting`
/// through; `decided` is what a person did.
pub fn chip(look: Look, n_fitting: usize, count: usize, decided: &str) -> String {
    let word = match (look, count) {
        (Look::Conflict, 1) => "conflict",
        (Look::Conflict, _) => "conflicts",
        (Look::Differs, 1) => "differs",
        (Look::Differs, _) => "differ",
        (Look::Update, 1) => "update",
        (Look::Update, _) => "updates",
        (Look::Scope, _) => "scope",
        (Look::Rounding, _) => "rounding",
        (Look::OnlyIn, _) => "only in some",
        (Look::Agrees, 1) => "agrees",
        (Look::Agrees, _) => "agree",
    };
    if n_fitting == count {
        format!("{count} {word}{decided}")
    } else {
        format!("{n_fitting} of {count} {word}{decided}")
    }
}

/// Returns what a chip says when pointed at.
pub fn chip_hint(look: Look) -> &'static str {
    match look {
        Look::Conflict => "Same thing, same measure, exact values that cannot both hold",
        Look::Differs => "Same thing counted, values differ, and a condition for conflict is not established",
        Look::Update => "The same measure at a later time",
        Look::Scope => "Both can be true: a part and its whole, another period, place or group",
        Look::Rounding => "One is rounded, approximate or a bound that admits the other",
        Look::OnlyIn => "Claims that only some articles make",
        Look::Agrees => "The same quantity, perhaps written otherwise; shown on demand",
    }
}

/// Returns the heading of a group.
pub fn heading(text: &str, n: usize) -> String {
    format!("{text} ({n})")
}

/// Returns the name of a grouping.
pub fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Importance => "By relation",
        Grouping::Kind => "By kind",
        Grouping::Article => "By article",
    }
}

/// Returns the name of an order of the facts table.
pub fn fact_order(order: FactOrder) -> &'static str {
    match order {
        FactOrder::Importance => "Differing first",
        FactOrder::Subject => "By subject",
        FactOrder::Coverage => "By coverage",
        FactOrder::Article(_) => "By place in an article",
    }
}

/// Returns what a column's title does when it is clicked.
pub fn sort_by(title: &str, order: FactOrder) -> String {
    match order {
        FactOrder::Article(_) => format!("Sort by place in {title}"),
        FactOrder::Subject => "Sort by subject".to_owned(),
        FactOrder::Importance => "Sort by relation, differing first".to_owned(),
        FactOrder::Coverage => "Sort by coverage".to_owned(),
    }
}

/// Says that a cell holds more values.
pub fn more(n: usize) -> String {
    format!("and {n} more")
}
