//! Where the reader was: back and forward.

/// Most places kept.
const LONGEST: usize = 100;

/// Places in the order they were visited, and which one is shown.
#[derive(Clone, Debug)]
pub struct History<T> {
    visited: Vec<T>,
    at: usize,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { visited: Vec::new(), at: 0 }
    }
}

impl<T: Clone + PartialEq> History<T> {
    /// Remembers that `place` is shown now; what lay ahead is forgotten.
    pub fn visit(&mut self, place: T) {
        if self.visited.get(self.at) == Some(&place) {
            return;
        }
        self.visited.truncate(self.at + 1);
        self.visited.push(place);
        if self.visited.len() > LONGEST {
            self.visited.remove(0);
        }
        self.at = self.visited.len() - 1;
    }

    /// The same, where there is one.
    pub fn visit_some(&mut self, place: Option<T>) {
        if let Some(place) = place {
            self.visit(place);
        }
    }

    /// Returns whether there is a place before.
    pub fn can_go_back(&self) -> bool {
        self.at > 0
    }

    /// Returns whether there is a place ahead.
    pub fn can_go_forward(&self) -> bool {
        self.at + 1 < self.visited.len()
    }

    /// Returns the place before.
    pub fn back(&mut self) -> Option<T> {
        self.at = self.at.checked_sub(1)?;
        self.visited.get(self.at).cloned()
    }

    /// Returns the place ahead.
    pub fn forward(&mut self) -> Option<T> {
        let place = self.visited.get(self.at + 1)?.clone();
        self.at += 1;
        Some(place)
    }

    /// Forgets everything: the places mean nothing any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward() {
        let mut history = History::default();
        assert_eq!((history.back(), history.forward()), (None::<i32>, None));
        for place in [1, 2, 2, 3] {
            history.visit(place);
        }
        assert_eq!(history.back(), Some(2));
        assert_eq!(history.back(), Some(1));
        assert_eq!(history.back(), None);
        assert_eq!(history.forward(), Some(2));
        history.visit(9);
        assert!(!history.can_go_forward());
        assert_eq!(history.back(), Some(2));
    }
}
