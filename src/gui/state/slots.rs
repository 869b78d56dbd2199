//! The articles of the story, each in its slot: being read, read, or not readable and why.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::article::{Article, Note, Pages};

/// Names a slot for as long as the window is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u64);

/// An article of the story.
#[derive(Clone, Debug)]
pub struct Slot {
    /// Its name for good.
    pub id: SlotId,
    /// Where it comes from.
    pub source: Source,
    /// How far it is.
    pub status: Status,
    /// How many of its pages are read, of a document with pages.
    pub pages: Option<Pages>,
}

/// Where an article comes from.
#[derive(Clone, Debug)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// One of several articles of a file, counted from 0.
    Part(PathBuf, usize),
    /// Text that was pasted.
    Text(Arc<Article>),
    /// A file of the built-in story: its name and its bytes.
    BuiltIn(&'static str, &'static [u8]),
}

/// How far an article is.
#[derive(Clone, Debug)]
pub enum Status {
    /// Being read.
    Loading,
    /// Read through; kept, so that comparing again is cheap.
    Loaded(Box<Analysis>),
    /// Not readable: what happened and what to do.
    Failed(String),
}

/// The articles in the order they were added, which is the order of their letters.
#[derive(Clone, Debug, Default)]
pub struct Slots {
    slots: Vec<Slot>,
    n_made: u64,
}

impl Source {
    /// Returns the file it is in; `None` if it is in none.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) | Self::Part(path, _) => Some(path),
            Self::Text(_) | Self::BuiltIn(..) => None,
        }
    }
}

impl Slot {
    /// Returns what it is called.
    pub fn name(&self) -> String {
        match (&self.status, &self.source) {
            (Status::Loaded(analysis), _) => analysis.article.label().to_owned(),
            (_, Source::File(path) | Source::Part(path, _)) => file_name(path),
            (_, Source::Text(article)) => article.label().to_owned(),
            (_, Source::BuiltIn(name, _)) => (*name).to_owned(),
        }
    }
}

impl Slot {
    /// Returns the file and how many articles it holds, where this is the first of several.
    pub fn has_others(&self) -> Option<(PathBuf, usize)> {
        let (Status::Loaded(analysis), Source::File(path)) = (&self.status, &self.source) else { return None };
        let n = analysis.article.notes.iter().find_map(|note| match note {
            Note::FirstOf(n) => Some(*n),
            _ => None,
        });
        Some((path.clone(), n?))
    }
}

/// Returns the last part of a path.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl Slots {
    /// Adds an article that is to be read.
    pub fn add(&mut self, source: Source) -> SlotId {
        self.n_made += 1;
        let id = SlotId(self.n_made);
        self.slots.push(Slot { id, source, status: Status::Loading, pages: None });
        id
    }

    /// Returns all of them.
    pub fn iter(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Returns the slot `id`, if it is still there.
    pub fn get(&self, id: SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// Sets the status of `id`; false where it was taken away meanwhile.
    pub fn set(&mut self, id: SlotId, status: Status) -> bool {
        match self.slots.iter_mut().find(|slot| slot.id == id) {
            Some(slot) => {
                slot.status = status;
                true
            }
            None => false,
        }
    }

    /// Sets how many pages of `id` are read, if it is still there.
    pub fn set_pages(&mut self, id: SlotId, pages: Pages) {
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.id == id) {
            slot.pages = Some(pages);
        }
    }

    /// Returns how many pages are read of the first document with pages that is being read.
    pub fn pages(&self) -> Option<Pages> {
        self.slots.iter().filter(|slot| matches!(slot.status, Status::Loading)).find_map(|slot| slot.pages)
    }

    /// Takes `id` away and returns it, with the place where it stood.
    pub fn remove(&mut self, id: SlotId) -> Option<(Slot, usize)> {
        let at = self.slots.iter().position(|slot| slot.id == id)?;
        Some((self.slots.remove(at), at))
    }

    /// Puts a slot that was taken away back at the place `at`, or last where there are fewer.
    pub fn insert(&mut self, slot: Slot, at: usize) {
        let at = at.min(self.slots.len());
        self.slots.insert(at, slot);
    }

    /// Puts the articles of `others` in place of all; no name is given twice.
    pub fn replace(&mut self, others: Self) {
        self.slots = others.slots;
        self.n_made = self.n_made.max(others.n_made);
    }

    /// Takes those away that are still being read; how many.
    pub fn drop_loading(&mut self) -> usize {
        let before = self.slots.len();
        self.slots.retain(|slot| !matches!(slot.status, Status::Loading));
        before - self.slots.len()
    }

    /// Returns the articles that were read, in order, with their slots.
    pub fn loaded(&self) -> impl Iterator<Item = (SlotId, &Analysis)> {
        self.slots.iter().filter_map(|slot| match &slot.status {
            Status::Loaded(analysis) => Some((slot.id, &**analysis)),
            _ => None,
        })
    }

    /// Returns how many were read.
    pub fn n_loaded(&self) -> usize {
        self.loaded().count()
    }

    /// Returns how many are being read.
    pub fn n_loading(&self) -> usize {
        self.slots.iter().filter(|slot| matches!(slot.status, Status::Loading)).count()
    }

    /// Returns those that could not be read, with the reason.
    pub fn failed(&self) -> impl Iterator<Item = (&Slot, &str)> {
        self.slots.iter().filter_map(|slot| match &slot.status {
            Status::Failed(error) => Some((slot, error.as_str())),
            _ => None,
        })
    }

    /// Returns whether the file at `path` is among them and can be read or will be.
    pub fn holds(&self, path: &Path) -> bool {
        self.slots.iter().any(|slot| {
            matches!(&slot.source, Source::File(known) if known == path) && !matches!(slot.status, Status::Failed(_))
        })
    }

    /// Returns the files that were read, in order.
    pub fn files(&self) -> Vec<PathBuf> {
        let loaded = self.slots.iter().filter(|slot| matches!(slot.status, Status::Loaded(_)));
        loaded
            .filter_map(|slot| match &slot.source {
                Source::File(path) => Some(path.clone()),
                _ => None,
            })
            .collect()
    }
}
