//! What a reader did in the reading room, as it is sent to the state.

use crate::alignment::ClaimId;
use crate::findings::FindingIndex;
use crate::gui::command::Command;
use crate::gui::middle::Middle;
use crate::review::Verdict;
use crate::view::filter::Filter;
use crate::view::findings_list::Grouping;
use crate::wording::note_words::NotePlace;

/// What a reader did in the room.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Clicked words of a finding, or its tick.
    Finding(FindingIndex),
    /// Clicked a claim, or a ribbon that leads to it.
    Claim(ClaimId),
    /// Asked to be led to a claim, from a card or a table.
    Place(ClaimId),
    /// Asked for an article to be taken out of the story.
    Remove(usize),
    /// Asked what was read of an article.
    Reading(usize),
    /// Asked for hidden articles to be shown.
    ShowHidden,
    /// Changed what is shown.
    Filter(Filter),
    /// Changed how the list is grouped.
    Group(Grouping),
    /// Gave the selected finding a verdict, or took it back.
    Decide(Option<Verdict>),
    /// Asked for the editor of a note on this.
    Note(NotePlace),
    /// Asked for a command by its name.
    Do(Command),
    /// Asked for a text to be copied.
    Copy(String),
    /// Typed what to search.
    Search(String),
    /// Asked for the hit that is this many further, or back if negative.
    Hit(i32),
    /// Closed the search.
    CloseSearch,
    /// Asked for what was not compared.
    NotCompared,
    /// Chose what the middle shows.
    Middle(Middle),
    /// Bound the columns together, or let them go.
    ScrollSync(bool),
    /// Asked for differing words within the selection, or not.
    Words(bool),
}

/// What a reader did at the head of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum HeadAct {
    /// Move it to the left.
    Left,
    /// Move it to the right.
    Right,
    /// Dragged, and dropped so far from the left edge of the window.
    Dropped(f32),
    /// Show what was read of it.
    Reading,
    /// Write a note on it.
    Note,
    /// Hold the others against it, or no more.
    Authority,
    /// Hide it.
    Hide,
    /// Show every article.
    ShowAll,
    /// Take the article out of the story.
    Remove,
}
