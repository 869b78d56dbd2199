//! Verifies a session: its texts are those that were saved, and comparing them anew finds what was found then.
//!
//! That no text was changed is checked whenever a session is opened, by its SHA-256; here everything is compared again,
//! with what a person mended, and held against what the session says was found when it was saved.

use std::ops::ControlFlow;

use super::Session;
use super::found::{Found, FoundFinding};
use crate::compare::{Comparison, Options, Step, analyze_all};
use crate::review::{Standing, compare_reviewed};
use crate::wording::session_words as words;

/// What came of verifying a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// The number of its texts, each with the SHA-256 that was saved.
    pub n_texts: usize,
    /// The version of the program that found what is held against what is found now; `None` if the session does not
    /// say what was found.
    pub version: Option<String>,
    /// The number of differences that are the same as then.
    pub n_same: usize,
    /// Differences that are said otherwise now: then and now.
    pub otherwise: Vec<(FoundFinding, FoundFinding)>,
    /// Differences that are not found any more.
    pub gone: Vec<FoundFinding>,
    /// Differences that were not found then.
    pub new: Vec<FoundFinding>,
    /// The number of decisions and notes whose place is gone.
    pub n_lost: usize,
}

impl Verified {
    /// Returns whether the session says what was found, the same was found again, and nothing that a person said has
    /// lost its place.
    pub fn is_same(&self) -> bool {
        let nothing_else = self.otherwise.is_empty() && self.gone.is_empty() && self.new.is_empty();
        self.version.is_some() && nothing_else && self.n_lost == 0
    }

    /// Returns what came of it in sentences, a line each, the answer in the first.
    pub fn lines(&self) -> Vec<String> {
        let answer = match &self.version {
            None => words::VERIFIED_NOTHING.to_owned(),
            Some(_) if self.is_same() => words::VERIFIED.to_owned(),
            Some(_) => words::VERIFIED_OTHERWISE.to_owned(),
        };
        let mut lines = vec![answer, words::same_texts(self.n_texts)];
        if let Some(version) = &self.version {
            lines.push(words::same_findings(
                self.n_same,
                self.n_same + self.otherwise.len() + self.gone.len(),
                version,
            ));
        }
        lines.extend(self.otherwise.iter().map(|(then, now)| words::said_otherwise(&then.line(), &now.line())));
        lines.extend(self.gone.iter().map(|one| words::not_found_now(&one.line())));
        lines.extend(self.new.iter().map(|one| words::not_found_then(&one.line())));
        if self.n_lost > 0 {
            lines.push(words::lost_places(self.n_lost));
        }
        lines
    }
}

impl Session {
    /// Compares the texts of this session, with what a person mended. `progress` is called with each step and may stop
    /// the work; then there is no answer.
    pub fn compare(&self, progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync)) -> Option<Comparison> {
        let analyzed = analyze_all(&self.articles, progress)?;
        compare_reviewed(analyzed, &Options::default(), &self.review, progress)
    }

    /// Compares the texts of this session again and holds what is found against what it says was found. `progress` is
    /// called with each step and may stop the work; then there is no answer.
    pub fn verify(&self, progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync)) -> Option<Verified> {
        let comparison = self.compare(progress)?;
        let standing = Standing::new(&self.review, &comparison);
        let mut verified = Verified {
            n_texts: self.articles.len(),
            n_lost: standing.lost.len() + standing.astray.len(),
            ..Verified::default()
        };
        let Some(then) = &self.found else { return Some(verified) };
        verified.version = Some(then.version.clone());
        let mut now = Found::of(&comparison).findings;
        let mut rest = Vec::new();
        for one in &then.findings {
            match now.iter().position(|other| other.is_same(one)) {
                Some(at) => {
                    now.remove(at);
                    verified.n_same += 1;
                }
                None => rest.push(one.clone()),
            }
        }
        for one in rest {
            match now.iter().position(|other| other.is_about(&one)) {
                Some(at) => verified.otherwise.push((one, now.remove(at))),
                None => verified.gone.push(one),
            }
        }
        verified.new = now;
        Some(verified)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::article::Article;
    use crate::compare::compare;
    use crate::review::Review;

    fn session() -> Session {
        let post = Article::from_text("Post", "The court sentenced three smugglers to prison on Thursday.");
        let wire = Article::from_text("Wire", "Nine smugglers were sentenced to prison by the court on Thursday.");
        let articles = vec![Arc::new(post), Arc::new(wire)];
        let found = compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).map(|all| Found::of(&all));
        Session { articles, review: Review::default(), found }
    }

    fn verify(session: &Session) -> Verified {
        let opened = Session::from_bytes(&session.to_bytes()).expect("a session");
        opened.verify(&|_| ControlFlow::Continue(())).expect("it was not stopped")
    }

    #[test]
    fn what_was_found_is_found_again() {
        let verified = verify(&session());
        assert!(verified.is_same() && verified.n_same > 0, "{verified:?}");
        assert!(verified.lines()[1].starts_with("2 texts"), "{:?}", verified.lines());
    }

    #[test]
    fn what_comes_out_otherwise_is_named() {
        let mut other = session();
        let found = other.found.as_mut().expect("it says what was found");
        found.findings[0].relation = "rounding".to_owned();
        found.findings.push(FoundFinding { id: "F099".to_owned(), what: "ferries".to_owned(), ..Default::default() });
        let verified = verify(&other);
        assert_eq!((verified.is_same(), verified.otherwise.len(), verified.gone.len()), (false, 1, 1));
        let lines = verified.lines().join("\n");
        assert!(lines.contains("F099") && lines.contains("rounding"), "{lines}");
        let mut fewer = session();
        fewer.found.as_mut().expect("it says what was found").findings.clear();
        assert!(!verify(&fewer).is_same() && !verify(&fewer).new.is_empty());
    }

    #[test]
    fn a_session_that_does_not_say_what_was_found_cannot_be_verified() {
        let verified = verify(&Session { found: None, ..session() });
        assert!(!verified.is_same());
        assert_eq!(verified.lines().len(), 2);
    }
}
