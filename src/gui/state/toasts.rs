//! Messages to the reader: shown for a while, or until taken away, and all kept in a list.

use crate::gui::command::Command;

/// Most messages kept.
const LONGEST_LOG: usize = 200;

/// Most messages shown at once; the oldest give way.
const MOST_SHOWN: usize = 5;

/// A message.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Its number.
    pub id: u64,
    /// What it says.
    pub text: String,
    /// Whether something went wrong: then it stays until it is taken away.
    pub is_error: bool,
    /// What can be done about it, and how that is called.
    pub action: Option<(&'static str, Command)>,
}

/// The messages.
#[derive(Clone, Debug, Default)]
pub struct Toasts {
    /// Those on the screen, the newest last.
    pub shown: Vec<Toast>,
    /// All of them, the newest last.
    pub log: Vec<String>,
    n_made: u64,
    /// The message about the last step of a work of many like steps.
    step: Option<u64>,
}

impl Toasts {
    /// Says something without showing it: it is announced and kept in the list.
    pub fn note(&mut self, text: impl Into<String>) {
        self.log.push(text.into());
        if self.log.len() > LONGEST_LOG {
            self.log.remove(0);
        }
    }

    /// Says something that will go away by itself, in place of what was said last by this function.
    pub fn tell_step(&mut self, text: impl Into<String>) {
        let before = self.step.take();
        self.shown.retain(|toast| Some(toast.id) != before);
        self.push(text.into(), false, None);
        self.step = Some(self.n_made);
    }

    /// Says something that will go away by itself.
    pub fn tell(&mut self, text: impl Into<String>) {
        self.push(text.into(), false, None);
    }

    /// The same with something to do about it.
    pub fn offer(&mut self, text: impl Into<String>, name: &'static str, command: Command) {
        self.push(text.into(), false, Some((name, command)));
    }

    /// Says that something went wrong.
    pub fn fail(&mut self, text: impl Into<String>, action: Option<(&'static str, Command)>) {
        self.push(text.into(), true, action);
    }

    /// Takes a message from the screen.
    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|toast| toast.id != id);
    }

    /// Takes messages from the screen that offer `name`, for it is done.
    pub fn withdraw(&mut self, name: &str) {
        self.shown.retain(|toast| toast.action.as_ref().is_none_or(|(known, _)| *known != name));
    }

    /// Takes the message that says `text` from the screen, for it does not hold any more.
    pub fn withdraw_text(&mut self, text: &str) {
        self.shown.retain(|toast| toast.text != text);
    }

    /// Returns what was said last.
    pub fn last(&self) -> &str {
        self.log.last().map_or("", String::as_str)
    }

    fn push(&mut self, text: String, is_error: bool, action: Option<(&'static str, Command)>) {
        self.n_made += 1;
        self.note(text.clone());
        self.shown.retain(|toast| toast.text != text);
        self.shown.push(Toast { id: self.n_made, text, is_error, action });
        if self.shown.len() > MOST_SHOWN {
            self.shown.remove(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_message_is_shown_once_and_logged_twice() {
        let mut toasts = Toasts::default();
        toasts.tell("saved");
        toasts.fail("the disk is full", None);
        toasts.tell("saved");
        assert_eq!(toasts.shown.len(), 2);
        assert_eq!(toasts.log.len(), 3);
        let error = toasts.shown.iter().find(|toast| toast.is_error).map(|toast| toast.id);
        toasts.dismiss(error.unwrap());
        assert_eq!(toasts.shown.len(), 1);
        for n in 0..20 {
            toasts.tell(n.to_string());
        }
        assert_eq!(toasts.shown.len(), MOST_SHOWN);
    }

    #[test]
    fn of_many_like_steps_the_last_is_shown() {
        let mut toasts = Toasts::default();
        toasts.tell("saved");
        for text in ["F001 decided", "F002 decided"] {
            toasts.tell_step(text);
        }
        let shown: Vec<&str> = toasts.shown.iter().map(|toast| toast.text.as_str()).collect();
        assert_eq!(shown, ["saved", "F002 decided"]);
        assert_eq!(toasts.log.len(), 3);
    }
}
