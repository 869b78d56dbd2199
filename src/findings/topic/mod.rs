//! What a finding is called: a noun phrase of the articles, such as an editor would use: "people missing", "sentencing
//! date", "mayor's name", "loan, years".
//!
//! Takes findings with their places. Returns the same with titles that are never empty, never the bare value and, as
//! far as more words tell them apart, never the same. Every place of a finding proposes titles; the one whose words
//! most of the other places have too is taken, so that the title does not depend on the order of the articles.

mod apart;
mod counted;
pub(super) mod naming;
mod phrase;
mod reader;

use rayon::prelude::*;

use crate::figures::{Kind, Range};
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Finding, FindingKind};
use reader::Reader;

pub(super) use apart::tell_apart;

/// The fewest findings that are worth another thread.
const SIDE_BY_SIDE: usize = 32;

/// Names `findings` by what they are about.
pub(super) fn name(story: &Story, findings: &mut [Finding]) {
    let reader = Reader::new(story);
    findings.par_iter_mut().with_min_len(SIDE_BY_SIDE).for_each(|finding| {
        let title = title(&reader, finding);
        let is_bare =
            |title: &str| finding.mentions.iter().any(|mention| reader.words(mention).eq_ignore_ascii_case(title));
        finding.what = match title.filter(|title| !title.is_empty() && !is_bare(title)) {
            Some(title) => title,
            None => fallback(&reader, finding),
        };
    });
}

fn title(reader: &Reader, finding: &Finding) -> Option<String> {
    match finding.kind {
        FindingKind::Figure => counted::figure(reader, finding),
        FindingKind::Date => date(reader, finding),
        FindingKind::Quote => quote(reader, finding),
        FindingKind::Name => Some(name_of(reader, finding)),
        FindingKind::Attribution => phrase::best_core(reader, &finding.mentions).map(|core| format!("{core}, source")),
        FindingKind::Negation | FindingKind::Hedge => hedged(reader, finding),
        FindingKind::OnlyIn => counted::figure(reader, finding)
            .or_else(|| phrase::best_core(reader, &finding.mentions).filter(|_| finding.mentions[0].quantity.is_some()))
            .or_else(|| Some(mention_of(reader, finding))),
        // What it is about is in a person's words.
        FindingKind::Own => None,
    }
}

/// The clause that denies or hedges, which has more words than the flat one.
fn hedged(reader: &Reader, finding: &Finding) -> Option<String> {
    let longest =
        finding.mentions.iter().max_by_key(|mention| (mention.span.len(), std::cmp::Reverse(mention.claim)))?;
    phrase::best_core(reader, std::slice::from_ref(longest)).or_else(|| phrase::best_core(reader, &finding.mentions))
}

/// "mention of Ann Ward": a name that one article alone has.
fn mention_of(reader: &Reader, finding: &Finding) -> String {
    let name = finding.mentions.first().map_or("a name", |mention| reader.words(mention));
    format!("mention of {}", name.trim_end_matches("'s").trim_end_matches("’s"))
}

/// "sentencing date", "dam built", "dam gave way, time".
fn date(reader: &Reader, finding: &Finding) -> Option<String> {
    let is_time =
        finding.mentions.iter().any(|m| matches!(m.quantity.as_ref().map(|q| &q.range), Some(Range::Time { .. })));
    if let Some(noun) = reader::event(finding).filter(|event| reader.is_verb(event)).and_then(reader::event_noun) {
        let part = if noun.ends_with('s') { ", " } else { " " };
        return Some(format!("{noun}{part}{}", if is_time { "time" } else { "date" }));
    }
    let core = phrase::best_core(reader, &finding.mentions)?;
    Some(if is_time { format!("{core}, time") } else { core })
}

/// "Mayor Piet Maas, quoted".
fn quote(reader: &Reader, finding: &Finding) -> Option<String> {
    let speakers = finding.mentions.iter().filter_map(|mention| reader.speaker(mention));
    let speaker = speakers.max_by_key(|speaker| (speaker.len(), std::cmp::Reverse(speaker.clone())));
    match speaker {
        Some(speaker) => Some(format!("{speaker}, quoted")),
        None if finding.what.is_empty() => None,
        None => Some(format!("quotation “{}”", finding.what)),
    }
}

/// "mayor's name", "spelling of Agnete Sorensen".
fn name_of(reader: &Reader, finding: &Finding) -> String {
    let role = finding.why.iter().find_map(|reason| match &reason.condition {
        Condition::SameRole(role) if reason.is_met => Some(role),
        _ => None,
    });
    if let Some(role) = role {
        return format!("{role}'s name");
    }
    for reason in &finding.why {
        match &reason.condition {
            Condition::OtherPost(name) => return format!("post of {name}"),
            Condition::OtherCharges => return "charges".to_owned(),
            _ => {}
        }
    }
    if finding.why.iter().any(|reason| reason.condition == Condition::OneSpelling) {
        return format!("spelling of {}", finding.mentions.first().map_or("a name", |mention| reader.words(mention)));
    }
    match phrase::best_core(reader, &finding.mentions) {
        Some(core) => format!("{core}, name"),
        None => format!("name, {}", reader.shared(&finding.mentions).unwrap_or_else(|| "in one place".to_owned())),
    }
}

/// A title where nothing better was found: the telling words of its claims and what kind of thing is compared.
fn fallback(reader: &Reader, finding: &Finding) -> String {
    let figure = finding.mentions.iter().find_map(|mention| reader.figure(mention));
    let kind = match (finding.kind, figure.map(|figure| figure.kind)) {
        (FindingKind::Date, _) | (_, Some(Kind::Date | Kind::Time)) => "date",
        (_, Some(Kind::Money)) => "amount",
        (_, Some(Kind::Percent)) => "percent",
        (_, Some(Kind::Duration)) => "duration",
        (_, Some(Kind::Age)) => "age",
        (_, Some(Kind::Measure)) => "measure",
        (_, Some(_)) => "number",
        (FindingKind::Quote, None) => "quotation",
        (FindingKind::Name, None) => "name",
        (FindingKind::Attribution, None) => "source",
        (FindingKind::Hedge, None) => "hedge",
        (FindingKind::Negation, None) => "denial",
        (FindingKind::Figure | FindingKind::OnlyIn | FindingKind::Own, None) => "claim",
    };
    match reader.shared(&finding.mentions) {
        Some(words) => format!("{words}, {kind}"),
        None => kind.to_owned(),
    }
}
