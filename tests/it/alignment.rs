//! Which claims are linked, and which are not.

use std::collections::BTreeSet;
use std::sync::Arc;

use crosscheck::alignment::{Alignment, Certainty, Options, align};
use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::Article;
use crosscheck::story::Story;

const FLOOD: &[&str] = &[
    "The river broke its banks near the old mill early in the morning.",
    "Volunteers filled sandbags along the market street until noon.",
    "Nine people were rescued from their roofs by helicopter crews.",
    "The governor promised money to rebuild the collapsed bridge.",
    "Schools in the valley will stay closed until next week.",
    "Farmers fear that the wheat harvest is lost.",
];
const FLOOD_TOLD_AGAIN: &[&str] = &[
    "Helicopter crews rescued three people from their roofs.",
    "A choir sang in the cathedral by the river on the evening before.",
    "Near the old mill the river broke its banks in the early morning.",
    "The collapsed bridge will be rebuilt with money the governor promised.",
    "The wheat harvest is lost, farmers fear.",
];

fn aligned(articles: &[&[&str]], options: Options) -> Alignment {
    let read = |sentences: &&[&str]| analyze(Arc::new(Article::from_sentences("An outlet", sentences)));
    let analyses: Vec<Analysis> = articles.iter().map(read).collect();
    align(&Story::read(&analyses), &options)
}

/// Rows as article and claim.
fn rows(alignment: &Alignment) -> Vec<Vec<(usize, usize)>> {
    let row = |row: &crosscheck::alignment::Row| row.claims.iter().map(|id| (id.article, id.claim.0)).collect();
    alignment.rows.iter().map(row).collect()
}

/// The links between two articles, as claims of the first and the second.
fn links(alignment: &Alignment) -> BTreeSet<(usize, usize)> {
    alignment.links.iter().map(|link| (link.a.claim.0, link.b.claim.0)).collect()
}

#[test]
fn claims_in_another_order_with_gaps() {
    let alignment = aligned(&[FLOOD, FLOOD_TOLD_AGAIN], Options::default());
    assert_eq!(links(&alignment), BTreeSet::from([(0, 2), (2, 0), (3, 3), (5, 4)]));
    assert!(alignment.links.iter().all(|link| link.score <= 1.0 && link.shared.len() >= 2));
    assert!(alignment.links.iter().any(|link| link.certainty == Certainty::High));
}

#[test]
fn shared_names_and_figures_alone_never_suffice() {
    let alone = [
        ("Team Alpha 12 %", "Team Beta 12 %"),
        ("Team Alpha won 12% of the vote in the north.", "Team Beta won 12% of the sales in the south."),
        ("Ida Roe, 52, on Monday.", "On Monday, 52 for Ida Roe."),
    ];
    for (left, right) in alone {
        assert_eq!(links(&aligned(&[&[left], &[right]], Options::default())), BTreeSet::new(), "{left} / {right}");
    }
}

#[test]
fn one_word_is_little() {
    let left = ["The first trams run in May.", "Fares rise by a tenth.", "The mayor spoke of a promise kept."];
    let right = ["A loan runs for decades.", "Fares are to rise by a tenth.", "It was a promise kept, the mayor said."];
    let links = links(&aligned(&[&left, &right], Options::default()));
    assert!(!links.contains(&(0, 0)) && links.contains(&(1, 1)) && links.contains(&(2, 2)), "{links:?}");
}

#[test]
fn differing_figures_never_lower_a_score() {
    let score = |left: &str, right: &str| {
        let mut told = FLOOD.to_vec();
        let mut again = FLOOD_TOLD_AGAIN.to_vec();
        (told[2], again[0]) = (left, right);
        let alignment = aligned(&[&told, &again], Options { min_score: Some(0.0) });
        let links = alignment.links.iter().chain(&alignment.near_misses);
        links.filter(|link| (link.a.claim.0, link.b.claim.0) == (2, 0)).map(|link| link.score).next().unwrap()
    };
    let without = score("Many people were rescued by helicopter crews.", "Helicopter crews rescued many people.");
    for (left, right) in [("9", "3"), ("Nine", "three"), ("1,200", "512")] {
        let differing = score(
            &format!("Many people, {left}, were rescued by helicopter crews."),
            &format!("Helicopter crews rescued many people, {right}."),
        );
        assert!(differing >= without, "{left} / {right}: {differing} < {without}");
    }
}

#[test]
fn a_claim_repeated_in_one_article_lies_in_one_row() {
    let mut told = FLOOD.to_vec();
    told.push("Again: nine people were rescued from their roofs by helicopter crews.");
    let rows = rows(&aligned(&[&told, FLOOD_TOLD_AGAIN], Options::default()));
    assert!(rows.contains(&vec![(0, 2), (0, 6), (1, 0)]), "{rows:?}");
}

#[test]
fn one_row_over_many_articles() {
    let rows = rows(&aligned(&[FLOOD, FLOOD_TOLD_AGAIN, FLOOD, FLOOD_TOLD_AGAIN], Options::default()));
    assert!(rows.contains(&vec![(0, 0), (1, 2), (2, 0), (3, 2)]), "{rows:?}");
    assert!(rows.iter().all(|row| row.len() <= 8), "{rows:?}");
}

#[test]
fn one_report_printed_twice() {
    let mut printed = FLOOD.to_vec();
    printed.pop();
    let alignment = aligned(&[FLOOD, FLOOD_TOLD_AGAIN, &printed], Options::default());
    assert_eq!(alignment.origins, [vec![0, 2], vec![1]]);
    let shares: Vec<(usize, usize)> = alignment.copied.iter().map(|copied| (copied.a, copied.b)).collect();
    assert_eq!(shares, [(0, 2)]);
    assert!(alignment.copied[0].share > 0.99);
}

#[test]
fn near_misses_are_kept_and_all_candidates_listed_on_demand() {
    let all = aligned(&[FLOOD, FLOOD_TOLD_AGAIN], Options { min_score: Some(0.0) });
    let some = aligned(&[FLOOD, FLOOD_TOLD_AGAIN], Options::default());
    assert_eq!(links(&all), links(&some));
    assert!(all.near_misses.len() > some.near_misses.len());
    let least = some.links.iter().map(|link| link.score).fold(1.0, f64::min);
    assert!(all.near_misses.iter().all(|miss| miss.score < least));
}

#[test]
fn many_articles_are_still_aligned() {
    let stories: Vec<&[&str]> = (0..60).map(|idx| if idx % 2 == 0 { FLOOD } else { FLOOD_TOLD_AGAIN }).collect();
    let alignment = aligned(&stories, Options::default());
    assert!(alignment.rows.iter().any(|row| row.claims.len() > 4));
    assert_eq!(alignment.origins.len(), 2);
}

#[test]
fn nothing_to_align() {
    for articles in [&[][..], &[&[][..]], &[&[][..], &[]], &[FLOOD, &[]], &[&[""], &["", "…"]]] {
        let alignment = aligned(articles, Options { min_score: Some(0.0) });
        assert!(alignment.links.is_empty() && alignment.rows.is_empty() && alignment.near_misses.is_empty());
    }
}
