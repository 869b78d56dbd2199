//! One order of the articles that depends on nothing but what they say, so that the same comes out in whatever order
//! they are given.

use crate::analysis::Analysis;

/// A way from the given order to the canonical one and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Order {
    /// The given index at each canonical place.
    pub(crate) given: Vec<usize>,
    /// The canonical place of each given index.
    pub(crate) place: Vec<usize>,
}

impl Order {
    /// Orders `articles` by when they were published, then by their text, then by what they are called.
    pub(crate) fn of(articles: &[Analysis]) -> Self {
        let mut given: Vec<usize> = (0..articles.len()).collect();
        given.sort_by_key(|&idx| {
            let article = &articles[idx].article;
            (article.details.published, &article.text, &article.name, &article.details.outlet)
        });
        let mut place = vec![0; given.len()];
        for (at, &idx) in given.iter().enumerate() {
            place[idx] = at;
        }
        Self { given, place }
    }
}
