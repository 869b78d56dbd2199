//! What follows from a command outside of the state: done by the app after the frame was drawn.

use super::state::bars::Purpose;
use super::worker::Job;

/// Something to do.
#[derive(Debug)]
pub enum Effect {
    /// Give this to the worker.
    Start(Job),
    /// Reading or comparing from before this generation is not wanted any more.
    Supersede(u64),
    /// Files whose turn has not come are not to be read.
    StopReading,
    /// Show the chooser for articles; its answer names this number.
    ChooseArticles(u64),
    /// Show the chooser for the session of a second reader; its answer names this number.
    ChooseSession(u64),
    /// Show the chooser for the place of a report or a session; its answer names this number.
    ChooseTarget(u64, Purpose),
    /// Show the columns that were hidden.
    ShowHidden,
    /// Put this on the clipboard.
    Copy(String),
    /// Close the window.
    Quit,
}
