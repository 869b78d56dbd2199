//! The steps of finding what differs, one after the other.

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::checks::{calendar, conversions, corrections, inside, sums};
use super::difference::Difference;
use super::grouping::{duplicates, facts, group, not_compared, one_fact, order, stories};
use super::kinds::categories::{self, Kinds};
use super::kinds::charges::{self, Charges};
use super::kinds::figure::{self, bounds, points};
use super::kinds::likely::{self, Likelihoods};
use super::kinds::lists::{self, Lists};
use super::kinds::name::{self, Names};
use super::kinds::state::States;
use super::kinds::{
    attribution, compass, course, hedge, holders, homes, misspelled, negation, only_in, posts, quote, silence,
};
use super::pairing::hints;
use super::reading::words::Story;
use super::{Finding, FindingKind, Findings, Relation, canonical, topic};
use crate::alignment::{Alignment, Certainty, ClaimId, Link};
use crate::analysis::Analysis;

/// The fewest links that are worth another thread.
const SIDE_BY_SIDE: usize = 64;

/// Finds what differs. The same findings come out whatever the order of the articles.
///
/// ```
/// use std::sync::Arc;
/// use crosscheck::findings::{Relation, find};
/// use crosscheck::{alignment::{Options, align}, analysis::analyze, article::Article, story::Story};
///
/// let post = "A court in Alder sentenced three smugglers to prison on Thursday.";
/// let wire = "A court in Alder sentenced nine smugglers to prison on Thursday.";
/// let articles = [("Post", post), ("Wire", wire)].map(|(name, text)| analyze(Arc::new(Article::from_text(name, text))));
/// let findings = find(&articles, &align(&Story::read(&articles), &Options::default()));
/// assert_eq!(findings.findings[0].relation, Relation::Conflict);
/// assert_eq!(findings.findings[0].what, "smugglers sentenced");
/// ```
pub fn find(articles: &[Analysis], alignment: &Alignment) -> Findings {
    let canonical = canonical::order(articles);
    let links = canonical.links(&alignment.links);
    let story = Story::read(canonical.articles(articles));
    let names = Names::read(&story);
    let n_claims: Vec<usize> = story.articles.iter().map(|article| article.claims.len()).collect();
    let stories = stories::groups(&n_claims, &stories::names(&story), &links);
    let asked = hints::with_hints(&story, links);
    let mut facts = figure::find(&story, &asked);
    one_fact::take_in(&mut facts, points::find(&story, &asked));
    let states = States::read(&story);
    let mut differences = of_links(&story, &names, &states, &asked, &facts);
    add_names(&mut differences, &story, &names, &states);
    let quotes = quote::find(&story);
    // A word changed inside the marks is reported once, as a quotation.
    differences.retain(|difference| {
        difference.kind != FindingKind::Negation || !quotes.iter().any(|quote| difference.lies_in(quote))
    });
    differences.extend(quotes);
    differences.extend(inside::find(&story));
    differences.extend(calendar::ages(&story));
    let rows = group::rows_of_claims(&canonical.rows(alignment));
    let mut told = one_fact::findings(&facts, &rows);
    told.extend(group::group(differences, &rows));
    let (mut findings, mut agreements): (Vec<Finding>, Vec<Finding>) =
        told.into_iter().partition(|finding| finding.relation != Relation::Agrees);
    agreements.extend(one_fact::agreements(&findings));
    findings.extend(sums::find(&story));
    findings.extend(conversions::find(&story));
    findings.extend(corrections::find(&story));
    findings.extend(calendar::weekdays(&story));
    findings.extend(only_in::find(&story, &names, asked.iter()));
    bounds::mend(&story, &mut findings);
    stories::doubt(&mut findings, &stories);
    stories::doubt(&mut agreements, &stories);
    topic::name(&story, &mut findings);
    topic::name(&story, &mut agreements);
    let mut findings = duplicates::merge(&story, findings);
    let mut agreements = duplicates::merge(&story, agreements);
    order::order(&mut findings, &story.articles, 'F');
    order::order(&mut agreements, &story.articles, 'A');
    topic::tell_apart(&story, &mut findings.iter_mut().chain(&mut agreements).collect::<Vec<_>>());
    let mut facts = facts::table(&story, &findings, &agreements);
    for finding in findings.iter_mut().chain(&mut agreements) {
        canonical.restore(finding);
    }
    for fact in &mut facts {
        canonical.restore_fact(fact);
    }
    let not_compared = not_compared::list(articles, alignment, findings.iter().chain(&agreements));
    let stories = canonical.given_groups(stories);
    Findings { findings, agreements, not_compared, facts, stories }
}

/// What two linked claims say differently, figures aside, for each of the links `asked`.
fn of_links(
    story: &Story,
    names: &Names,
    states: &States,
    asked: &[Link],
    facts: &[Vec<Difference>],
) -> Vec<Difference> {
    let agreed: FxHashSet<[ClaimId; 2]> = facts
        .iter()
        .flatten()
        .filter(|difference| matches!(difference.relation, Relation::Agrees | Relation::Rounding))
        .map(|difference| [difference.places[0].claim, difference.places[1].claim])
        .collect();
    let charges = Charges::read(story);
    let kinds = Kinds::read(story);
    let lists = Lists::read(story);
    let likelihoods = Likelihoods::read(story);
    let of_link = |link: &Link| {
        // Claims that agree on a figure hardly deny each other: "4,500 homes without power", "power was cut to 4,500
        // homes".
        let denial = negation::find(story, states, link);
        let mut told = Vec::new();
        let is_coming = |one: &Difference| one.relation == Relation::Update;
        told.extend(
            denial
                .filter(|one| one.certainty > Certainty::Low || is_coming(one) || !agreed.contains(&[link.a, link.b])),
        );
        told.extend(name::find(story, names, link));
        told.extend(categories::find(story, &kinds, link));
        told.extend(lists::find(story, &lists, link));
        told.extend(compass::find(story, names, link));
        told.extend(charges::find(story, &charges, link));
        told.extend(hedge::find(story, states, link));
        told.extend(likely::find(story, &likelihoods, link));
        told.extend(attribution::find(story, link));
        told
    };
    asked.par_iter().with_min_len(SIDE_BY_SIDE).flat_map_iter(of_link).collect()
}

/// Adds what the articles say differently of one name, wherever they print it.
fn add_names(differences: &mut Vec<Difference>, story: &Story, names: &Names, states: &States) {
    let spelled = misspelled::find(story, names);
    // A surname in two spellings is reported once, with the whole name.
    let is_told = |one: &Difference| {
        spelled.iter().any(|told| {
            let ends = |p: usize, q: usize| told.places[p].key.ends_with(&one.places[q].key);
            told.lies_in(one) || ends(0, 0) && ends(1, 1) || ends(0, 1) && ends(1, 0)
        })
    };
    differences.retain(|one| one.kind != FindingKind::Name || !is_told(one));
    differences.extend(spelled);
    differences.extend(posts::find(story, names));
    differences.extend(homes::find(story, names));
    differences.extend(course::find(story, names, states));
    differences.extend(silence::find(story, names));
    let told: Vec<Difference> = differences.iter().filter(|one| one.kind == FindingKind::Name).cloned().collect();
    let holders = holders::find(story, names).into_iter();
    differences.extend(holders.filter(|holder| !told.iter().any(|one| one.lies_in(holder))));
}
