//! What is remembered from one run to the next: only how things are shown, and which stories were open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// The name of the settings folder, of the window's class, and of the desktop entry.
pub(crate) const APP_ID: &str = "crosscheck";

/// How many recent stories are kept.
const N_RECENT: usize = 8;

/// The smallest and the largest zoom, and one step.
const ZOOM: (f32, f32) = (0.6, 2.5);
const ZOOM_STEP: f32 = 0.1;

/// Preferences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// The colors.
    pub theme: ThemeChoice,
    /// Black, white and strong lines, whether light or dark.
    pub high_contrast: bool,
    /// How large everything is; 1 at first.
    pub zoom: f32,
    /// Move things at once.
    pub reduced_motion: bool,
    /// Whether keys without Ctrl or Alt decide and lead on.
    pub number_keys: bool,
    /// Whether the first-run hint was taken away.
    pub hint_dismissed: bool,
    /// The files of recent stories, the last first.
    pub recent: Vec<Vec<PathBuf>>,
    /// For the first file of a recent story its headline.
    pub headlines: BTreeMap<PathBuf, String>,
}

/// Which colors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    /// Light or dark as the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Default for Prefs {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::default(),
            high_contrast: false,
            zoom: 1.0,
            reduced_motion: false,
            number_keys: true,
            hint_dismissed: false,
            recent: Vec::new(),
            headlines: BTreeMap::new(),
        }
    }
}

impl Prefs {
    /// Changes the zoom by `steps`.
    pub fn zoom_by(&mut self, steps: f32) {
        let zoom = ((self.zoom + steps * ZOOM_STEP) * 10.0).round() / 10.0;
        self.zoom = zoom.clamp(ZOOM.0, ZOOM.1);
    }

    /// Remembers the files of a story as the last one, in place of a story that is a part of it.
    pub fn remember(&mut self, files: &[PathBuf]) {
        if files.len() < 2 {
            return;
        }
        self.recent.retain(|known| !known.iter().all(|file| files.contains(file)));
        self.recent.insert(0, files.to_vec());
        self.recent.truncate(N_RECENT);
    }

    /// Remembers that the story of `files` is called `headline`; headlines of stories that are not recent any more are
    /// forgotten.
    pub fn remember_headline(&mut self, files: &[PathBuf], headline: Option<&str>) {
        if let (Some(first), Some(headline)) = (files.first(), headline) {
            self.headlines.insert(first.clone(), headline.to_owned());
        }
        let recent = &self.recent;
        self.headlines.retain(|file, _| recent.iter().any(|files| files.first() == Some(file)));
    }

    /// Forgets the story of `files`: it is in a session now.
    pub fn forget(&mut self, files: &[PathBuf]) {
        self.recent.retain(|known| known.as_slice() != files);
    }

    /// Returns the headline of the recent story of `files`; `None` if it is not known.
    pub fn headline(&self, files: &[PathBuf]) -> Option<&str> {
        self.headlines.get(files.first()?).map(String::as_str)
    }

    /// Remembers the session in the file at `path` as the last story.
    pub fn remember_session(&mut self, path: &Path) {
        let files = vec![path.to_owned()];
        self.recent.retain(|known| *known != files);
        self.recent.insert(0, files);
        self.recent.truncate(N_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zoom_stays_in_bounds_and_comes_back() {
        let mut prefs = Prefs::default();
        prefs.zoom_by(1.0);
        prefs.zoom_by(-1.0);
        assert_eq!(prefs.zoom, 1.0);
        prefs.zoom_by(100.0);
        assert_eq!(prefs.zoom, 2.5);
        prefs.zoom_by(-100.0);
        assert_eq!(prefs.zoom, 0.6);
    }

    #[test]
    fn a_growing_story_is_remembered_once() {
        let files = |names: &str| names.split(' ').map(PathBuf::from).collect::<Vec<_>>();
        let mut prefs = Prefs::default();
        prefs.remember(&files("a"));
        assert!(prefs.recent.is_empty());
        prefs.remember(&files("a b"));
        prefs.remember(&files("x y"));
        prefs.remember(&files("b a c"));
        assert_eq!(prefs.recent, [files("b a c"), files("x y")]);
        for _ in 0..2 {
            prefs.remember_session(Path::new("s.crosscheck"));
        }
        assert_eq!(prefs.recent, [files("s.crosscheck"), files("b a c"), files("x y")]);
        for n in 0..20 {
            prefs.remember(&files(&format!("{n} {n}b")));
        }
        assert_eq!(prefs.recent.len(), N_RECENT);
    }
}
