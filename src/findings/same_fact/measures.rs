//! What is measured of two figures, to tell whether they give one quantity. Every measure is the same when the two
//! change places.

use super::alone::Alone;
use super::around::{Around, Near};
use super::nearness;
use super::overlap::{both, dice, missing};
use super::rivals::Margins;
use crate::alignment::ClaimId;
use crate::figures::Kind;
use crate::findings::quantity::values::{self, Match};
use crate::findings::reading::slot::{self, Slot};
use crate::findings::reading::words::{Stem, Story, Word};

/// How many measures there are.
pub const N_MEASURES: usize = MEASURES.len();

/// Their names, in order.
pub const MEASURES: [&str; 81] = [
    "words near, shared",
    "words very near, shared",
    "words of the sentence, shared",
    "words of the clause, shared",
    "words of three sentences, shared",
    "greater coverage of the sentence",
    "lesser coverage of the sentence",
    "weight of shared words, by nearness",
    "weight of shared words",
    "greater coverage of the clause",
    "lesser coverage of the clause",
    "equal words beside",
    "same nearest name",
    "same nearest event",
    "same word before",
    "same telling word behind",
    "whose age",
    "what was done to it",
    "events of the news",
    "what happened then",
    "noun, and what was done",
    "same noun",
    "values of the noun",
    "articles that count it",
    "of the past",
    "adds to another",
    "value that the other's article gives too",
    "margin over the other figures there, the less",
    "margin over the other figures there, the greater",
    "margin over the equal figures there, the less",
    "margin over the equal figures there, the greater",
    "closest of the other's article",
    "likeness of an equal figure there",
    "names, shared",
    "weight of shared names",
    "names of the clause not known to the other, the fewer",
    "names of the clause not known to the other, the more",
    "names of the sentence not in the other, the fewer",
    "same name before",
    "what is counted",
    "counted noun stands in the other sentence",
    "counts people",
    "count",
    "ordinal",
    "money",
    "age",
    "duration",
    "finer grain of dates",
    "coarser grain of dates",
    "hedged",
    "powers of ten apart",
    "lesser power of ten",
    "in a headline",
    "distance in place",
    "later place",
    "among the first claims",
    "later claim",
    "figures alike in the claim, the more",
    "figures alike in the claim, the fewer",
    "figures alike in the article, the more",
    "figures alike in the article, the fewer",
    "quoted",
    "other figures of the claims that agree",
    "other figures of the claims that do not",
    "nearest dates beside",
    "in one article",
    "claims of the story",
    "weight of the lighter sentence",
    "weight of the heavier sentence",
    "words of the shorter sentence",
    "words of the longer sentence",
    "years apart",
    "days apart",
    "fields of the calendar that are the same",
    "fields of the calendar that are not",
    "difference",
    "difference as a share",
    "same first digit",
    "likeness as printed",
    "digits or words alike",
    "how the values stand",
];

/// A claim's index counts up to this.
const LATEST_CLAIM: usize = 20;
/// Claims before this one are the head of an article.
const EARLY: usize = 3;
/// So many words before a figure its subject's name stands.
const NAME_REACH: usize = 8;
/// A sentence of hardly any telling words weighs at least so much.
const LEAST_WEIGHT: f32 = 0.1;
/// The power of ten of what has none, below all others.
const NO_POWER: f32 = -9.0;

/// Measures the pair of `x` and `y`, each with what is known of it alone.
pub(super) fn measure(
    story: &Story,
    (x, p): (&Around, &Alone),
    (y, q): (&Around, &Alone),
    rivals: &Margins,
) -> [f32; N_MEASURES] {
    let mut row = [0.0; N_MEASURES];
    let slot = slot::compare(story, x.sentence, &x.range, y.sentence, &y.range);
    let measured = words(x, y, rivals.alike)
        .into_iter()
        .chain(places(&slot))
        .chain(deeds(p, q))
        .chain(occasions(story, (x, p), (y, q)))
        .chain(rivals.measures())
        .chain(names(x, y))
        .chain(counted((x, p), (y, q)))
        .chain(kinds((x, p), (y, q)))
        .chain(positions((x, p), (y, q)))
        .chain(company(story, x, y))
        .chain(sizes(story, x, y))
        .chain(nearness::measure(story, x, y));
    row.iter_mut().zip(measured).for_each(|(place, value)| *place = value);
    row
}

fn is(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

fn either(a: bool, b: bool) -> f32 {
    is(a) + is(b)
}

fn weigh(near: &Near) -> f32 {
    near.weight
}

fn total(near: &[Near]) -> f32 {
    near.iter().map(weigh).sum::<f32>().max(LEAST_WEIGHT)
}

fn words(x: &Around, y: &Around, alike: f32) -> [f32; 11] {
    let shared = both(&x.near, &y.near, |p, q| (p.weight + q.weight) / 2.0);
    let covers = [shared / total(&x.near), shared / total(&y.near)];
    let of_clause = [
        1.0 - missing(&x.in_clause, &y.near, weigh) / total(&x.in_clause),
        1.0 - missing(&y.in_clause, &x.near, weigh) / total(&y.in_clause),
    ];
    [
        alike,
        dice(&x.near, &y.near, |near| near.weight * near.nearness * near.nearness),
        dice(&x.near, &y.near, weigh),
        dice(&x.in_clause, &y.in_clause, weigh),
        dice(&x.wide, &y.wide, weigh),
        covers[0].max(covers[1]),
        covers[0].min(covers[1]),
        both(&x.near, &y.near, |p, q| p.weight * p.nearness * q.nearness),
        shared,
        of_clause[0].max(of_clause[1]),
        of_clause[0].min(of_clause[1]),
    ]
}

fn places(slot: &Slot) -> [f32; 5] {
    let known = |same: Option<bool>| same.map_or(0.5, is);
    [slot.beside as f32, known(slot.same_name), known(slot.same_event), is(slot.same_before), is(slot.same_next)]
}

/// Whether they are of one person, and whether the same was done to the same.
fn deeds(p: &Alone, q: &Alone) -> [f32; 8] {
    let same = |a: Option<Stem>, b: Option<Stem>| match (a, b) {
        (Some(a), Some(b)) => 2.0 * is(a == b),
        (None, None) => -1.0,
        _ => 1.0,
    };
    let (deed, noun) = (same(p.deed, q.deed), same(p.noun, q.noun));
    let one_noun = noun == 2.0;
    [
        same(p.bearer, q.bearer),
        deed,
        either(p.is_event, q.is_event),
        same(p.happened, q.happened),
        is(deed == 2.0 && noun != 0.0),
        noun,
        if one_noun { p.n_values_of_noun.max(q.n_values_of_noun) } else { 0.0 },
        if one_noun { p.share_of_articles } else { 0.0 },
    ]
}

/// Whether they speak of what was before, add to another count, and whether the other's article gives their values too.
fn occasions(story: &Story, (x, p): (&Around, &Alone), (y, q): (&Around, &Alone)) -> [f32; 3] {
    [
        either(p.is_of_the_past, q.is_of_the_past),
        either(p.is_further, q.is_further),
        either(story.says(y.claim.article, x.figure), story.says(x.claim.article, y.figure)),
    ]
}

fn names(x: &Around, y: &Around) -> [f32; 6] {
    let name = |near: &Near| if near.is_name { near.weight } else { 0.0 };
    let near_name = |near: &Near| if near.is_name { near.weight * near.nearness } else { 0.0 };
    let of_clause = [missing(&x.in_clause, &y.wide, near_name), missing(&y.in_clause, &x.wide, near_name)];
    let of_sentence = [missing(&x.near, &y.near, name), missing(&y.near, &x.near, name)];
    let same_before = match (name_before(x), name_before(y)) {
        (Some(p), Some(q)) => is(p.stem == q.stem),
        (None, None) => 0.6,
        _ => 0.4,
    };
    [
        dice(&x.near, &y.near, name),
        both(&x.near, &y.near, |p, q| if p.is_name && q.is_name { p.weight } else { 0.0 }),
        of_clause[0].min(of_clause[1]),
        of_clause[0].max(of_clause[1]),
        of_sentence[0].min(of_sentence[1]),
        same_before,
    ]
}

/// The nearest name before a figure.
fn name_before<'a>(one: &Around<'a>) -> Option<&'a Word> {
    let start = one.range.start.min(one.sentence.words.len());
    let before = one.sentence.words[start.saturating_sub(NAME_REACH)..start].iter().rev();
    before.filter(|word| word.is_capital && word.is_content && !word.is_figure).map(|word| word as &Word).next()
}

fn counted((x, p): (&Around, &Alone), (y, q): (&Around, &Alone)) -> [f32; 3] {
    let head = |one: &Around| one.head.and_then(|at| one.sentence.words.get(at).map(|word| word.stem));
    let (a, b) = (head(x), head(y));
    let likeness = match (a, b) {
        (Some(a), Some(b)) if a == b => 4.0,
        (Some(_), Some(_)) if p.is_of_people && q.is_of_people => 3.0,
        (Some(_), Some(_)) => 0.0,
        (None, None) => 2.0,
        _ => 1.0,
    };
    let stands_in = |head: Option<Stem>, near: &[Near]| {
        head.is_some_and(|head| near.binary_search_by_key(&head, |near| near.stem).is_ok())
    };
    [likeness, either(stands_in(a, &y.near), stands_in(b, &x.near)), either(p.is_of_people, q.is_of_people)]
}

fn kinds((x, p): (&Around, &Alone), (y, q): (&Around, &Alone)) -> [f32; 10] {
    let kind = |kind: Kind| either(x.figure.kind == kind, y.figure.kind == kind);
    let power = |one: &Alone| one.log_value.unwrap_or(NO_POWER);
    [
        kind(Kind::Count),
        kind(Kind::Ordinal),
        kind(Kind::Money),
        kind(Kind::Age),
        kind(Kind::Duration),
        p.grain.min(q.grain),
        p.grain.max(q.grain),
        either(x.figure.hedge.is_some(), y.figure.hedge.is_some()),
        p.log_value.zip(q.log_value).map_or(-1.0, |(a, b)| (a - b).abs().min(4.0)),
        power(p).min(power(q)),
    ]
}

fn positions((x, p): (&Around, &Alone), (y, q): (&Around, &Alone)) -> [f32; 10] {
    let is_early = |one: &Around| one.claim.claim.0 < EARLY;
    [
        either(p.is_headline, q.is_headline),
        (p.position - q.position).abs(),
        p.position.max(q.position),
        either(is_early(x), is_early(y)),
        x.claim.claim.max(y.claim.claim).0.min(LATEST_CLAIM) as f32,
        p.n_like_in_claim.max(q.n_like_in_claim),
        p.n_like_in_claim.min(q.n_like_in_claim),
        p.n_like_in_article.max(q.n_like_in_article),
        p.n_like_in_article.min(q.n_like_in_article),
        either(p.is_quoted, q.is_quoted),
    ]
}

/// How the other figures of both claims stand to each other.
fn company(story: &Story, x: &Around, y: &Around) -> [f32; 3] {
    let (of_x, of_y) = (others(story, x, y), others(story, y, x));
    let dates = if x.figure.kind == Kind::Date { -1.0 } else { dates_beside(story, x, y) };
    [of_x.0.min(of_y.0), of_x.1.max(of_y.1), dates]
}

/// How many other figures of the claim of `x` that of `y` gives too, and how many it does not.
fn others(story: &Story, x: &Around, y: &Around) -> (f32, f32) {
    let figures = |id: ClaimId| story.articles[id.article].figures[id.claim].iter().enumerate();
    let own = figures(x.claim).filter(|(idx, figure)| *idx != x.idx && figure.kind != Kind::Label);
    let (equal, unequal): (Vec<_>, Vec<_>) = own.partition(|(_, p)| {
        figures(y.claim).any(|(idx, q)| idx != y.idx && q.kind == p.kind && q.quantity == p.quantity)
    });
    (equal.len() as f32, unequal.len() as f32)
}

/// How the nearest dates beside two figures stand: 0 neither has one, 1 one has, 2 the same, 3 both can be, 4 apart.
fn dates_beside(story: &Story, x: &Around, y: &Around) -> f32 {
    let nearest = |one: &Around| {
        let figures = &story.articles[one.claim.article].figures[one.claim.claim];
        let dates = (0..figures.len()).filter(|&idx| idx != one.idx && figures[idx].kind == Kind::Date);
        dates.min_by_key(|&idx| one.sentence.figures[idx].start.abs_diff(one.range.start))
    };
    match (nearest(x), nearest(y)) {
        (None, None) => 0.0,
        (Some(p), Some(q)) => {
            let (a, b) = (story.articles[x.claim.article], story.articles[y.claim.article]);
            let (p, q) = (&a.figures[x.claim.claim][p], &b.figures[y.claim.claim][q]);
            match values::compare(p, a.words(p.span), q, b.words(q.span)) {
                Match::Same => 2.0,
                Match::Apart => 4.0,
                Match::Rounded | Match::Stretched | Match::Admits | Match::CutShort | Match::Near | Match::Unlike => {
                    3.0
                }
            }
        }
        _ => 1.0,
    }
}

fn sizes(story: &Story, x: &Around, y: &Around) -> [f32; 6] {
    let n_claims: usize = story.articles.iter().map(|article| article.claims.len()).sum();
    let (p, q) = (total(&x.near), total(&y.near));
    let (a, b) = (x.sentence.words.len() as f32, y.sentence.words.len() as f32);
    [is(x.claim.article == y.claim.article), (n_claims as f32).ln(), p.min(q), p.max(q), a.min(b), a.max(b)]
}
