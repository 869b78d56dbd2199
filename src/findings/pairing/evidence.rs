//! What speaks for and against two figures standing for one quantity, and how it is weighed.
//!
//! Comes in: what [`super::pairs`] saw around two figures. Goes out: a strength between 0 and 1. Values play no part in
//! whether two figures belong together, but for their order of magnitude; where they differ, it counts what else each
//! could stand for. Both weighings are logistic models; `benches/fit_pairs.py` fits them to stories with known answers
//! and prints the two tables below.

use crate::findings::reading::slot::Slot;

/// How alike two counted things are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::findings) enum Subject {
    /// Other things.
    Other,
    /// At least one does not say what it counts.
    Unsaid,
    /// Both count people, in other words.
    People,
    /// The same noun or a synonym.
    Same,
}

/// What speaks for and against a pair.
#[derive(Clone, Debug)]
pub(in crate::findings) struct Evidence {
    /// What stands around them.
    pub(in crate::findings) slot: Slot,
    /// What they count.
    pub(in crate::findings) subject: Subject,
    /// Whether both name a day.
    pub(in crate::findings) is_day: bool,
    /// Whether both are dates, and one is no day.
    pub(in crate::findings) is_stretch: bool,
    /// The most figures of that kind in either claim.
    pub(super) n_rivals: usize,
    /// The score of the link, where the claims were linked.
    pub(in crate::findings) link: Option<f64>,
    /// How many times the greater value is the lesser, as a power of ten.
    pub(super) scale_apart: f64,
    /// How many of the claims stand at the head of their article.
    pub(super) n_early: usize,
    /// How many of two days lie close to when their article appeared.
    pub(in crate::findings) n_fresh: usize,
    /// The strongest pair of one of the figures with an equal value in the other's article.
    pub(super) echo: f64,
    /// The same for the other figure.
    pub(super) far_echo: f64,
    /// Whether the figures next to them, before or behind, are of equal value.
    pub(super) is_flanked: bool,
    /// Whether they are ages behind one name.
    pub(super) is_one_person: bool,
    /// The strongest pair of one of the figures with any third figure in the other's article.
    pub(super) rival: f64,
    /// Its part in what the words around it and around its best rival share; more than a half where it leads.
    pub(in crate::findings) lead: f64,
    /// Whether one is a date that names what it stands before, and the other only says when: the 2009 attacks, in 2009.
    pub(in crate::findings) is_name_beside_time: bool,
    /// Whether one number may be a slip of the pen for the other.
    pub(in crate::findings) is_slip: bool,
}

/// How many measures a pair is weighed by.
pub(super) const N_MEASURES: usize = 12;
/// How many more where the values differ.
pub(super) const N_APART: usize = 12;

impl Evidence {
    /// What is weighed, each about 0 to 1.
    pub(super) fn measures(&self) -> [f64; N_MEASURES] {
        let is = |yes: bool| f64::from(u8::from(yes));
        [
            1.0,
            self.slot.tight,
            self.slot.whole,
            self.link.unwrap_or(0.0),
            is(self.subject == Subject::Same),
            is(self.n_rivals <= 1),
            is(self.n_early > 0),
            is(self.n_early > 1),
            (self.scale_apart - 0.3).max(0.0),
            is(self.n_fresh == 1),
            is(self.n_early > 1 && self.n_fresh == 2),
            self.lead,
        ]
    }

    /// What is weighed besides where the values differ.
    pub(super) fn measures_apart(&self) -> [f64; N_APART] {
        let is = |yes: bool| f64::from(u8::from(yes));
        [
            1.0,
            self.strength_sum(),
            self.echo,
            self.far_echo,
            (self.rival - self.strength()).max(0.0),
            is(self.is_flanked),
            is(self.is_one_person),
            is(self.is_day),
            is(self.is_stretch),
            is(self.is_slip),
            is(self.slot.same_next),
            is(self.is_name_beside_time),
        ]
    }

    fn strength_sum(&self) -> f64 {
        self.measures().iter().zip(WEIGHTS).map(|(measure, weight)| measure * weight).sum()
    }

    /// How surely the two stand for one quantity, 0 to 1, whatever their values.
    pub(in crate::findings) fn strength(&self) -> f64 {
        logistic(self.strength_sum())
    }

    /// The same for two values that differ, seen what else they could stand for.
    pub(super) fn strength_apart(&self) -> f64 {
        let sum = self.measures_apart().iter().zip(WEIGHTS_APART).map(|(measure, weight)| measure * weight).sum();
        // What a name ties together needs no likeness around it.
        let least = if self.is_one_person { TIED } else { 0.0 };
        logistic(sum).max(least)
    }
}

/// The age of one person: too rare in the stories to be fitted, set so that it counts as established.
const TIED: f64 = 0.5;

fn logistic(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

const WEIGHTS: [f64; N_MEASURES] = [-4.7, 2.5, 1.1, 1.7, 0.5, 0.8, 0.5, 0.9, -3.9, -2.5, 1.1, 3.3];

const WEIGHTS_APART: [f64; N_APART] = [-1.0, 1.1, -0.6, 0.9, -1.1, 2.5, 0.7, 1.7, 1.2, 2.4, 1.5, -1.3];
