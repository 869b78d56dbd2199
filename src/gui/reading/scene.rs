//! What a frame of the reading room is drawn from; nothing here changes while it is drawn.

use egui::Color32;

use crate::alignment::ClaimId;
use crate::compare::Comparison;
use crate::findings::FindingIndex;
use crate::review::Standing;
use crate::text::Span;
use crate::view::places::Place;
use crate::view::room::Room;
use crate::wording::look::Look;

/// What a frame is drawn from.
pub struct Scene<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What a person decided about it.
    pub standing: &'a Standing,
    /// What is shown of it.
    pub room: &'a Room,
    /// For each article a name that stays with it when others are added or taken away.
    pub keys: &'a [u64],
    /// What is selected, and where it is.
    pub picked: &'a Picked,
    /// The places a search found, by article, and the one that is shown.
    pub hits: &'a [Vec<Span>],
    /// The hit that is shown.
    pub hit: Option<(usize, Span)>,
    /// Whether columns scroll together.
    pub scroll_sync: bool,
    /// Whether words that differ within the selected claims are shown.
    pub words: bool,
    /// Whether the number keys decide.
    pub number_keys: bool,
    /// The colors.
    pub ink: Ink,
}

/// What is selected and where it is in every article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picked {
    /// The selected finding, for [`crate::compare::lookup::finding_at`].
    pub finding: Option<FindingIndex>,
    /// The selected claim.
    pub claim: Option<ClaimId>,
    /// For each article where the selection is; empty when nothing is selected.
    pub places: Vec<Place>,
    /// For each article the words that differ from the selected claim's.
    pub differing: Vec<Vec<Span>>,
}

impl Picked {
    /// Returns whether `claim` belongs to the selection.
    pub fn holds(&self, claim: ClaimId) -> bool {
        self.places.get(claim.article).is_some_and(|place| place.claims.contains(&claim))
    }

    /// Returns whether the selection is nowhere in `article`, though something is selected.
    pub fn is_absent_in(&self, article: usize) -> bool {
        self.places.get(article).is_some_and(|place| place.claims.is_empty())
    }
}

/// The colors of the room.
#[derive(Clone, Copy, Debug)]
pub struct Ink {
    /// Running text.
    pub text: Color32,
    /// Less important text.
    pub weak: Color32,
    /// The page.
    pub page: Color32,
    /// Lines between things.
    pub rule: Color32,
    /// What is selected, behind the words.
    pub selected: Color32,
    /// What a search found, behind the words.
    pub found: Color32,
    /// For each look in the order of [`Look::ALL`] its color.
    pub looks: [Color32; Look::ALL.len()],
}

impl Ink {
    /// Returns the color of `look`.
    pub fn of(&self, look: Look) -> Color32 {
        self.looks[look as usize]
    }

    /// Returns the color of `look`, so thin that words over it stay legible.
    pub fn wash(&self, look: Look, strength: f32) -> Color32 {
        self.of(look).gamma_multiply(strength)
    }
}
