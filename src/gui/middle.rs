//! What the middle of the room shows: data that commands, state and panels share.

/// What the middle of the room shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Middle {
    /// The articles side by side.
    #[default]
    Articles,
    /// The facts table.
    Facts,
    /// The claims table.
    Claims,
    /// The picture of shared origin.
    Origins,
}
