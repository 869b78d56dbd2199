//! True reasons for bounds: "less than ten minutes" and "less than five" leave four minutes to both, and still one of
//! them is wrong if both quote the same words.
//!
//! Takes findings. Returns the same, where "no value fits both" remains only if it is so.

use crate::findings::difference::met;
use crate::findings::reading::words::Story;
use crate::findings::{Condition, Finding, Mention, Relation};

/// Puts the true reason in the place of "no value fits both" where the bounds overlap.
pub(in crate::findings) fn mend(story: &Story, findings: &mut [Finding]) {
    for finding in findings.iter_mut().filter(|finding| finding.relation != Relation::Agrees) {
        let is_apart = |condition: &Condition| *condition == Condition::ValuesMeet;
        let Some(at) = finding.why.iter().position(|reason| is_apart(&reason.condition) && !reason.is_met) else {
            continue;
        };
        if !meet(&finding.mentions) {
            continue;
        }
        let is_quoted = finding.mentions.iter().all(|mention| is_quoted(story, mention));
        finding.why[at] = met(if is_quoted { Condition::QuotedNumber } else { Condition::OtherBound });
    }
}

/// Whether any two values of `mentions` leave room for one value, though they are not the same.
fn meet(mentions: &[Mention]) -> bool {
    mentions.iter().enumerate().any(|(idx, one)| {
        mentions[idx + 1..].iter().filter(|other| other.group != one.group).any(|other| {
            let (Some(p), Some(q)) = (&one.quantity, &other.quantity) else { return false };
            p.overlaps(q) == Some(true)
        })
    })
}

fn is_quoted(story: &Story, mention: &Mention) -> bool {
    let claim = &story.articles[mention.claim.article].claims[mention.claim.claim];
    claim.quotes.iter().any(|quote| quote.contains(mention.span))
}
