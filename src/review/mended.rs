//! What a person mended, by the claims and words of articles that are to be compared.

use std::ops::ControlFlow;

use super::anchor::Place;
use super::correction::RegroupingKind;
use super::key::Finder;
use super::log::Review;
use super::placing::{find, find_words};
use super::remark::MendKind;
use crate::analysis::Analysis;
use crate::compare::{ByHand, Comparison, Mends, Options, OwnFinding, Step, Words, compare_mended};

/// Compares `articles` with what `review` mends in them in place of the machine's word. `progress` is called with each
/// step and may stop the work; then there is no answer.
pub fn compare_reviewed(
    mut articles: Vec<Analysis>,
    options: &Options,
    review: &Review,
    progress: &(dyn Fn(Step) -> ControlFlow<()> + Sync),
) -> Option<Comparison> {
    correct(review, &mut articles);
    let mends = mended(review, &articles);
    compare_mended(articles, options, &mends, progress)
}

/// Puts a person's reading of figures in place of the machine's.
fn correct(review: &Review, articles: &mut [Analysis]) {
    if review.corrections().next().is_none() {
        return;
    }
    let sentences = review.corrections().map(|(_, one)| one.place.claim.sentence.as_str());
    let finder = Finder::new(articles, sentences);
    let found: Vec<_> = review
        .corrections()
        .filter_map(|(_, one)| Some((find(&finder, articles, &one.place)?, one.value.clone(), one.what.clone())))
        .collect();
    for ((claim, span), value, what) in found {
        if let Some(analysis) = articles.get_mut(claim.article) {
            // What cannot be read any more leaves the machine's reading.
            let _ = analysis.correct(claim.claim.0, span, &value, &what);
        }
    }
}

/// What `review` mends in `articles`; what is about claims that are not there is left out.
fn mended(review: &Review, articles: &[Analysis]) -> Mends {
    let mut mends = Mends::default();
    if review.overrides().is_empty() {
        return mends;
    }
    let of_mends = review.mends().flat_map(|(_, mend)| mend.claims.iter().map(|claim| claim.sentence.as_str()));
    let places = review.regroupings().flat_map(|(_, one)| one.others.iter().chain([&one.place]));
    let of_places = places.chain(review.own().flat_map(|(_, own)| &own.anchor.places));
    let finder = Finder::new(articles, of_mends.chain(of_places.map(|place| place.claim.sentence.as_str())));
    for (_, mend) in review.mends() {
        let claims: Option<Vec<_>> = mend.claims.iter().map(|claim| finder.claim(claim)).collect();
        match (mend.kind, claims.as_deref()) {
            (MendKind::Link, Some(&[a, b])) if a.article != b.article => mends.linked.push([a, b]),
            (MendKind::Unlink, Some(&[a, b])) if a.article != b.article => mends.apart.push([a, b]),
            (MendKind::Alone, Some(&[claim])) => mends.alone.push(claim),
            _ => {}
        }
    }
    mends.by_hand = by_hand(review, articles, &finder);
    mends
}

fn by_hand(review: &Review, articles: &[Analysis], finder: &Finder<'_>) -> ByHand {
    let words = |place: &Place| find_words(finder, articles, place);
    let mut by_hand = ByHand::default();
    for (_, one) in review.regroupings() {
        let others: Vec<Words> = one.others.iter().filter_map(words).collect();
        let Some(place) = words(&one.place).filter(|_| !others.is_empty()) else { continue };
        match one.kind {
            RegroupingKind::Together => by_hand.together.push((place, others)),
            RegroupingKind::Apart => by_hand.apart.push((place, others)),
        }
    }
    by_hand.own = review
        .own()
        .filter_map(|(_, own)| {
            let places = own.anchor.places.iter().map(|place| Some((words(place)?, place.group)));
            Some(OwnFinding { what: own.anchor.what.clone(), places: places.collect::<Option<Vec<_>>>()? })
        })
        .collect();
    by_hand
}
