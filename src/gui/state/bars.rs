//! What is open over the room: a bar to type in, a window of help, a chooser that is waited for.

use std::path::PathBuf;
use std::sync::Arc;

use super::form::Form;
use super::note_bar::NoteBar;
use super::slots::SlotId;
use crate::alignment::ClaimId;
use crate::article::{Article, Published, read_text};
use crate::findings::FindingIndex;
use crate::gui::words::window_words;
use crate::session;
use crate::wording::session_words;

/// What is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Bar {
    /// Nothing.
    #[default]
    None,
    /// An article as text.
    Paste(Paste),
    /// A typed path.
    Path(PathBar),
    /// The command palette.
    Palette,
    /// The keys.
    Keys,
    /// Past messages.
    Messages,
    /// Which version this is.
    About,
    /// What was read of an article, and what was left out.
    Reading(SlotId),
    /// The editor of a note.
    Note(Box<NoteBar>),
    /// The list of all notes.
    Notes,
    /// Where two readers disagree.
    Readers,
    /// What came of verifying the session.
    Verified(Vec<String>),
    /// The list of claims that this one can be linked with.
    Link(ClaimId),
    /// The list of sentences that words of this claim can be set against.
    OwnWith(ClaimId),
    /// The list of figures that can be put into the fact of this finding.
    PutIn(FindingIndex),
    /// Fields to write in.
    Form(Box<Form>),
    /// The question before something is lost.
    Unsaved(Leave),
}

/// What would lose what is in no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Closing the window.
    Quit,
    /// Closing the story.
    CloseStory,
    /// Opening a session in its place.
    Open(Opening),
}

/// A session that shall be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its file.
    pub path: PathBuf,
    /// Articles to add to its story.
    pub files: Vec<PathBuf>,
}

/// The fields of the paste bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paste {
    /// The text of the article.
    pub text: String,
    /// Who published it.
    pub outlet: String,
    /// When.
    pub date: String,
    /// Where.
    pub address: String,
    /// What was pasted into the text after it had words already; empty where nothing was.
    pub joined: String,
    /// Whether another article was pasted that could not be taken, because this one is not ready.
    pub is_refused: bool,
}

/// The typed path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathBar {
    /// What it is for.
    pub purpose: Purpose,
    /// What is written.
    pub text: String,
    /// Why it must be typed, where there is no chooser.
    pub is_needed: bool,
    /// The file that exists already, where one would be replaced.
    pub exists: Option<PathBuf>,
}

/// What a path is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To open articles or a session.
    Open,
    /// To put a second reader's session into this one.
    Merge,
    /// To save a report.
    Report,
    /// To save the session.
    Session,
}

impl Purpose {
    /// `path` with the ending that a file of this kind has, where it has none.
    pub fn with_ending(self, path: PathBuf) -> PathBuf {
        match self {
            Self::Open | Self::Merge => path,
            Self::Report if path.extension().is_some() => path,
            Self::Report => path.with_extension("html"),
            Self::Session => session::with_ending(path),
        }
    }
}

/// A chooser that was asked for and has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chooser {
    /// Its number: answers of forgotten ones are dropped.
    pub number: u64,
    /// What it is for.
    pub purpose: Purpose,
}

impl Bar {
    /// Whether nothing is open.
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

impl PathBar {
    /// An empty one.
    pub fn new(purpose: Purpose, is_needed: bool) -> Self {
        let text = match purpose {
            Purpose::Open | Purpose::Merge => String::new(),
            Purpose::Report => window_words::REPORT_FILE.to_owned(),
            Purpose::Session => session_words::FILE.to_owned(),
        };
        Self { purpose, text, is_needed, exists: None }
    }

    /// The paths that were typed: several to open are parted by semicolons or lines; quotation marks around one are
    /// dropped.
    pub fn paths(&self) -> Vec<PathBuf> {
        let is_many = self.purpose == Purpose::Open;
        let parts = self.text.split(|c| is_many && matches!(c, ';' | '\n'));
        let parts = parts.map(|part| part.trim().trim_matches(['"', '\'']));
        parts.filter(|part| !part.is_empty()).map(PathBuf::from).collect()
    }
}

impl Paste {
    /// The fields for `text` that was pasted, filled in as far as it says them itself.
    pub fn of(text: String) -> Self {
        let details = read_text(text.trim(), "").map(|article| article.details).unwrap_or_default();
        Self {
            text,
            outlet: details.outlet.unwrap_or_default(),
            date: details.published.map(|published| published.date.to_string()).unwrap_or_default(),
            address: details.address.unwrap_or_default(),
            joined: String::new(),
            is_refused: false,
        }
    }

    /// Whether the date is empty or can be read.
    pub fn has_good_date(&self) -> bool {
        self.date.trim().is_empty() || Published::parse(&self.date).is_some()
    }

    /// Returns this one without what was pasted into it last, and that as another; `None` if it is not there any more.
    pub fn apart(&self) -> Option<(Self, Self)> {
        let at = self.text.rfind(&self.joined).filter(|_| !self.joined.is_empty())?;
        let mut first = Self { joined: String::new(), ..self.clone() };
        first.text.replace_range(at..at + self.joined.len(), "");
        Some((first, Self::of(self.joined.clone())))
    }

    /// Whether it can become an article.
    pub fn is_ready(&self) -> bool {
        !self.text.trim().is_empty() && self.has_good_date()
    }

    /// The article; `name` is what it is called without an outlet.
    pub fn article(&self, name: String) -> Arc<Article> {
        let given = |field: &str| Some(field.trim().to_owned()).filter(|field| !field.is_empty());
        // What a file of this text would give: headline, author and date are looked for in it.
        let text = self.text.trim();
        let mut article = read_text(text, &name).unwrap_or_else(|_| Article::from_text(name, text));
        let details = &mut article.details;
        details.outlet = given(&self.outlet).or(details.outlet.take());
        // The field has the day; the text may have the time of that day as well.
        let given_day = Published::parse(&self.date);
        let is_same_day = given_day.map(|day| day.date) == details.published.map(|published| published.date);
        details.published = given_day.filter(|_| !is_same_day).or(details.published);
        details.address = given(&self.address).or(details.address.take());
        article.reading.n_bytes = text.len();
        article.reading.encoding = "UTF-8";
        Arc::new(article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_paths_are_parted_and_unquoted() {
        let bar = PathBar { text: " 'a b.txt' ; c.html;;\n".to_owned(), ..PathBar::new(Purpose::Open, false) };
        assert_eq!(bar.paths(), [PathBuf::from("a b.txt"), PathBuf::from("c.html")]);
        let bar = PathBar { text: "before; after.md".to_owned(), ..PathBar::new(Purpose::Report, false) };
        assert_eq!(bar.paths(), [PathBuf::from("before; after.md")]);
    }

    #[test]
    fn what_is_saved_has_its_ending() {
        let check = |purpose: Purpose, from: &str, expected: &str| {
            assert_eq!(purpose.with_ending(from.into()), PathBuf::from(expected));
        };
        check(Purpose::Report, "tram", "tram.html");
        check(Purpose::Report, "tram.md", "tram.md");
        check(Purpose::Session, "tram.md", "tram.md.crosscheck");
        check(Purpose::Open, "tram", "tram");
    }

    #[test]
    fn pasted_fields_become_details() {
        let mut paste = Paste { text: "Three men fled.\n\nThey ran.".to_owned(), ..Paste::default() };
        paste.date = "soon".to_owned();
        assert!(!paste.is_ready());
        paste.date = "2026-11-24".to_owned();
        paste.outlet = " Harbour Wire ".to_owned();
        assert!(paste.is_ready());
        let article = paste.article("Pasted text 1".to_owned());
        assert_eq!(article.label(), "Harbour Wire");
        assert_eq!(article.blocks.len(), 2);
        assert!(article.details.published.is_some());
        assert!(!Paste::default().is_ready());
    }

    #[test]
    fn what_was_pasted_into_an_article_is_taken_out_again() {
        let text = "Three men fled.\nTwo hid.\nNine men fled.\nOne hid.".to_owned();
        let paste = Paste { text, joined: "Nine men fled.\nOne hid.".to_owned(), ..Paste::default() };
        let (first, second) = paste.apart().expect("it is there");
        assert_eq!((first.text.as_str(), first.joined.as_str()), ("Three men fled.\nTwo hid.\n", ""));
        assert_eq!(second.text, "Nine men fled.\nOne hid.");
        assert!(Paste { joined: "Ten".to_owned(), ..paste.clone() }.apart().is_none());
        assert!(Paste { joined: String::new(), ..paste }.apart().is_none());
    }

    #[test]
    fn a_pasted_text_gives_what_its_file_gives() {
        let text =
            "Three men flee\nBy Jane Roe\nNov. 7, 2019\n\nThree men fled on Monday.\n\nRead more: Nine fled in 2017";
        let pasted = Paste { text: text.to_owned(), ..Paste::default() }.article("Pasted text 1".to_owned());
        let file = crate::article::read(text.as_bytes(), "a.txt").expect("an article");
        assert_eq!((&pasted.text, &pasted.details, &pasted.dropped), (&file.text, &file.details, &file.dropped));
        assert_eq!(pasted.details.title.as_deref(), Some("Three men flee"));
        let filled = Paste::of(format!("Sele Courier\n\n{text}"));
        assert_eq!((filled.outlet.as_str(), filled.date.as_str()), ("Sele Courier", "2019-11-07"));
        let named = filled.article(String::new());
        assert_eq!((named.details.title.as_deref(), named.label()), (Some("Three men flee"), "Sele Courier"));
        assert_eq!(named.details.published, file.details.published);
        let dated = Paste { text: text.to_owned(), date: "2019-11-08".to_owned(), ..Paste::default() };
        assert_eq!(
            dated.article(String::new()).details.published.map(|day| day.to_string()).as_deref(),
            Some("2019-11-08")
        );
    }
}
