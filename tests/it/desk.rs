//! What a desk does after reading: how far a finding is checked, what is to be printed, figures corrected, facts mended, findings of
//! one's own, two readers put together; all of it in the comparison, in sessions and in every report.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use crosscheck::article::Article;
use crosscheck::compare::lookup::finding_at;
use crosscheck::compare::{Comparison, Options, analyze_all};
use crosscheck::findings::{FindingIndex, FindingKind, Relation};
use crosscheck::report::{Format, render};
use crosscheck::review::{
    Anchor, ArticleKey, Check, Correction, Place, Print, Regrouping, RegroupingKind, Review, Sheet, Standing, Verdict,
    compare_reviewed,
};
use crosscheck::session::Session;
use crosscheck::text::Span;
use crosscheck::view::report::ReportOptions;
use quick_xml::events::Event;
use serde_json::Value;

use crate::docx;
use crate::program::run_in;

const POST: &str = "A court in Brest jailed 3 smugglers on Thursday for shipping stolen engines.\n\n\
    The engines were hidden under crates of apples, customs officers said.\n\n\
    Guards at the port wore blue coats.";
const WIRE: &str = "On Thursday 9 smugglers were jailed by a court in Brest for shipping stolen engines.\n\n\
    Customs officers found the engines hidden under crates of apples.\n\n\
    Guards at the port wore green coats.";
const BELL: &str = "A court in Brest on Thursday jailed 9 smugglers for shipping stolen engines.\n\n\
    The port has since bought a second scanner.";

fn articles() -> Vec<Arc<Article>> {
    [("Post", POST), ("Wire", WIRE), ("Bell", BELL)]
        .map(|(name, text)| Arc::new(Article::from_text(name, text)))
        .to_vec()
}

fn compared(articles: &[Arc<Article>], review: &Review) -> Comparison {
    let progress = |_| ControlFlow::Continue(());
    compare_reviewed(analyze_all(articles, &progress).unwrap(), &Options::default(), review, &progress).unwrap()
}

/// The words `words` of the article at `article`.
fn place(comparison: &Comparison, article: usize, words: &str, group: usize) -> Place {
    let analysis = &comparison.articles[article];
    let start = analysis.article.text.find(words).unwrap();
    let claim = analysis.claims.iter().position(|claim| claim.span.start <= start && start < claim.span.end).unwrap();
    let claim = crosscheck::alignment::ClaimId::at(article, claim);
    Place::of_words(&comparison.articles, claim, Span::new(start, start + words.len()), group).unwrap()
}

/// The finding about the smugglers.
fn smugglers(comparison: &Comparison) -> FindingIndex {
    comparison
        .findings
        .indexed()
        .find(|(_, finding)| {
            let words = |mention: &crosscheck::findings::Mention| {
                comparison.articles[mention.claim.article].words(mention.span).to_owned()
            };
            finding.kind == FindingKind::Figure
                && finding.mentions.iter().any(|one| ["3", "9"].contains(&words(one).as_str()))
        })
        .map(|(idx, _)| idx)
        .expect("three and nine differ")
}

fn coats(comparison: &Comparison) -> Anchor {
    let places = vec![place(comparison, 0, "blue coats", 0), place(comparison, 1, "green coats", 1)];
    Anchor { kind: FindingKind::Own, what: "color of the coats".to_owned(), places }
}

/// Everything a desk can say of the story.
fn desk() -> Review {
    let mut review = Review::default();
    let comparison = compared(&articles(), &review);
    let finding = finding_at(&comparison, smugglers(&comparison)).unwrap();
    let anchor = || Anchor::new(&comparison, finding);
    review.set_time("2026-11-29T10:00:00Z".to_owned());
    review.decide(None, anchor(), Some(Verdict::Conflict));
    let id = review.entries().next().map(|(id, _)| id);
    review.check(id, anchor(), Some(Check::Partly));
    let print = Print { value: "eight smugglers".to_owned(), source: "clerk of the court".to_owned() };
    review.print(id, anchor(), print);
    review.set_sheet(Sheet {
        title: "Engines in Brest".to_owned(),
        reviewer: "A. Desk".to_owned(),
        second_reader: "B. Reader".to_owned(),
        authoritative: Some(ArticleKey::new(&articles()[2])),
    });
    review.find(coats(&comparison), Some(Verdict::Conflict));
    let correction =
        Correction { place: place(&comparison, 0, "3", 0), value: "13".to_owned(), what: String::new(), when: None };
    review.correct(correction);
    review
}

#[test]
fn every_report_says_what_the_desk_said() {
    let review = desk();
    let comparison = compared(&articles(), &review);
    let options = ReportOptions { review, ..ReportOptions::default() };
    for format in Format::ALL {
        let words = docx::words_of(format, &render(format, &comparison, &options)).replace("\\.", ".");
        let has = |what: &str| assert!(words.contains(what), "{format:?} lacks {what}:\n{words}");
        let has_one = |these: &[&str]| assert!(these.iter().any(|what| words.contains(what)), "{format:?}: {these:?}");
        has_one(&["partly checked", "partly_checked"]);
        has("eight smugglers");
        has("clerk of the court");
        has("color of the coats");
        has_one(&["green coats", "‹green coats›"]);
        has("13");
        if format != Format::Csv {
            has("Engines in Brest");
            has("A. Desk");
            has("B. Reader");
        }
        if !matches!(format, Format::Csv | Format::Json | Format::Annotations | Format::Tei) {
            has("Authoritative article");
        }
        // JSON has the index of that article and the values beside each other.
        if format != Format::Json {
            has("differs from C");
        }
    }
}

#[test]
fn a_corrected_figure_overrides_the_machine_and_survives_reopening() {
    let mut review = Review::default();
    let before = compared(&articles(), &review);
    assert_eq!(before.findings.get(smugglers(&before)).unwrap().mentions.len(), 3);
    let correction = |value: &str| Correction {
        place: place(&before, 0, "3", 0),
        value: value.to_owned(),
        what: String::new(),
        when: None,
    };
    assert!(review.correct(correction("nine")));
    let session = Session { articles: articles(), review, ..Session::default() };
    let mut opened = Session::from_bytes(&session.to_bytes()).unwrap();
    let after = compared(&opened.articles, &opened.review);
    let idx = smugglers(&after);
    assert_eq!(finding_at(&after, idx).unwrap().relation, Relation::Agrees, "three was nine");
    let standing = Standing::new(&opened.review, &after);
    assert_eq!((standing.corrections.len(), standing.astray.len()), (1, 0));
    let changed = Arc::new(Article::from_text("Post", POST.replace("jailed 3", "jailed 4")));
    let others = [changed, Arc::clone(&opened.articles[1])];
    let standing = Standing::new(&opened.review, &compared(&others, &opened.review));
    assert_eq!((standing.corrections.len(), standing.astray.len()), (0, 1), "never taken for its look-alike");
    assert!(opened.review.correct(correction("")), "left to the program again");
    let again = compared(&opened.articles, &opened.review);
    assert_eq!(again.findings.findings.len(), before.findings.findings.len());
}

#[test]
fn a_figure_leaves_its_fact_and_comes_back() {
    let mut review = Review::default();
    let before = compared(&articles(), &review);
    let finding = finding_at(&before, smugglers(&before)).unwrap();
    let others = vec![place(&before, 1, "9", 0), place(&before, 2, "9", 0)];
    let regrouping = |kind| Regrouping { kind, place: place(&before, 0, "3", 0), others: others.clone(), when: None };
    assert!(review.regroup(regrouping(RegroupingKind::Apart)));
    let apart = compared(&articles(), &review);
    let holds_both = |comparison: &Comparison| {
        let all = comparison.findings.findings.iter().chain(&comparison.findings.agreements);
        let of_values = all.filter(|one| one.kind.is_of_values());
        of_values.into_iter().any(|one| {
            let words: BTreeSet<&str> =
                one.mentions.iter().map(|m| comparison.articles[m.claim.article].words(m.span)).collect();
            words.contains("3") && words.contains("9")
        })
    };
    assert!(finding.mentions.len() == 3 && holds_both(&before) && !holds_both(&apart));
    assert!(review.regroup(regrouping(RegroupingKind::Together)));
    assert!(holds_both(&compared(&articles(), &review)));
    review.undo();
    assert!(!holds_both(&compared(&articles(), &review)));
}

#[test]
fn a_finding_of_ones_own_is_decided_like_any_other() {
    let mut review = Review::default();
    let comparison = compared(&articles(), &review);
    assert!(review.find(coats(&comparison), None) && !review.find(coats(&comparison), None));
    let mut order = articles();
    order.reverse();
    for articles in [articles(), order] {
        let with = compared(&articles, &review);
        let own = finding_at(&with, FindingIndex(0)).unwrap();
        assert_eq!((own.id.as_str(), own.kind, own.mentions.len()), ("P001", FindingKind::Own, 2));
        let standing = Standing::new(&review, &with);
        assert!(standing.own(FindingIndex(0)).is_some() && standing.own(FindingIndex(1)).is_none());
        let mut decided = review.clone();
        decided.decide(None, Anchor::new(&with, own), Some(Verdict::Scope));
        assert_eq!(Standing::new(&decided, &with).verdict(FindingIndex(0)), Some(Verdict::Scope));
    }
    let id = review.own().map(|(id, _)| id).next().unwrap();
    assert!(review.unmend(&[id]));
    assert!(compared(&articles(), &review).findings.findings.iter().all(|one| one.kind != FindingKind::Own));
}

#[test]
fn two_readers_are_put_together() {
    let folder = tempfile::tempdir().unwrap();
    let comparison = compared(&articles(), &Review::default());
    let anchor = || Anchor::new(&comparison, finding_at(&comparison, smugglers(&comparison)).unwrap());
    for (name, reader, verdict) in
        [("a.crosscheck", "A. Desk", Verdict::Conflict), ("b.crosscheck", "B. Reader", Verdict::Update)]
    {
        let mut review = Review::default();
        review.decide(None, anchor(), Some(verdict));
        review.set_sheet(Sheet { reviewer: reader.to_owned(), ..Sheet::default() });
        Session { articles: articles(), review, ..Session::default() }.save(&folder.path().join(name)).unwrap();
    }
    let merge = ["merge", "a.crosscheck", "b.crosscheck", "-o", "both.crosscheck"];
    let run = run_in(folder.path(), &merge, b"").expect(1);
    assert_eq!(run.stdout, "1 word taken over, 0 the same, 1 disagreement\n");
    for format in Format::ALL {
        let out = format!("out.{}", format.ending());
        run_in(folder.path(), &["report", "both.crosscheck", "-o", &out], b"").expect(1);
        let words = docx::words_of(format, &std::fs::read(folder.path().join(&out)).unwrap());
        assert!(words.contains("update"), "{format:?} does not say what the second reader says");
    }
    let text = run_in(folder.path(), &["report", "both.crosscheck"], b"").expect(1).stdout;
    assert!(
        text.contains("Where two readers disagree\n") && text.contains("A. Desk: ≠ conflict / B. Reader: ↻ update"),
        "{text}"
    );
    run_in(folder.path(), &["merge", "a.crosscheck", "a.crosscheck", "-o", "same.crosscheck"], b"").expect(0);
    run_in(folder.path(), &["merge", "a.crosscheck", "b.crosscheck", "-o", "a.crosscheck"], b"").expect(2);
    let fewer = Session { articles: articles()[..2].to_vec(), ..Session::default() };
    fewer.save(&folder.path().join("fewer.crosscheck")).unwrap();
    let refused = ["merge", "a.crosscheck", "fewer.crosscheck", "-o", "x.crosscheck"];
    run_in(folder.path(), &refused, b"").expect(2).tells(&["other texts (Bell is only in one of them)"]);
    assert!(!folder.path().join("x.crosscheck").exists());
}

/// Names of elements that a report in TEI may have; what articles print is none of them.
pub(crate) const ELEMENTS: [&str; 27] = [
    "TEI",
    "teiHeader",
    "fileDesc",
    "titleStmt",
    "title",
    "respStmt",
    "resp",
    "name",
    "publicationStmt",
    "p",
    "sourceDesc",
    "listWit",
    "witness",
    "encodingDesc",
    "variantEncoding",
    "editorialDecl",
    "standOff",
    "listApp",
    "app",
    "rdgGrp",
    "rdg",
    "ptr",
    "note",
    "text",
    "group",
    "body",
    "seg",
];

#[test]
fn tei_is_well_formed_and_every_pointer_leads_somewhere() {
    for (title, review) in [("plain", Review::default()), ("desk", desk())] {
        let hostile = "Police <b>found</b> 7 &amp; more ]]> <?php ?> \u{0}\u{b}in Brest on Thursday, \"court\" said.";
        let mut all = articles();
        all.push(Arc::new(Article::from_text("<x y='1'>", hostile)));
        let comparison = compared(&all, &review);
        let options = ReportOptions { review, title: Some(format!("<{title}>")), ..ReportOptions::default() };
        let text = String::from_utf8(render(Format::Tei, &comparison, &options)).unwrap();
        let (mut names, mut pointers) = (BTreeSet::new(), Vec::new());
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            let element = match reader.read_event().unwrap() {
                Event::Start(element) | Event::Empty(element) => element,
                Event::PI(_) | Event::CData(_) | Event::DocType(_) => panic!("{text}"),
                Event::Eof => break,
                _ => continue,
            };
            let name = String::from_utf8(element.name().as_ref().to_vec()).unwrap();
            assert!(ELEMENTS.contains(&name.as_str()), "{name}");
            for attribute in element.attributes().map(Result::unwrap) {
                let value = String::from_utf8(attribute.value.to_vec()).unwrap();
                match attribute.key.as_ref() {
                    b"xml:id" => assert!(names.insert(value.clone()), "{value} twice"),
                    b"wit" | b"decls" | b"target" => pointers.push(value),
                    _ => {}
                }
            }
        }
        assert!(!pointers.is_empty());
        for pointer in pointers {
            let inner = pointer.strip_prefix("#string-range(").and_then(|rest| rest.strip_suffix(')'));
            let name = inner.map_or_else(|| pointer.trim_start_matches('#'), |range| range.split(',').next().unwrap());
            assert!(names.contains(name), "{pointer} leads nowhere");
        }
        let printed: String = comparison.articles[3].article.text.chars().filter(|c| *c > '\u{1f}').collect();
        assert!(text.contains("&lt;b&gt;found&lt;/b&gt; 7 &amp;amp; more"), "{printed}");
    }
}

#[test]
fn annotations_are_after_the_model_and_their_selectors_find_the_words() {
    let review = desk();
    let mut all = articles();
    let café = Article::from_text("café", format!("Café \u{1f6b2} <script>.\n\n{BELL}"));
    all.push(Arc::new(café));
    let comparison = compared(&all, &review);
    let options = ReportOptions { review, ..ReportOptions::default() };
    let bytes = render(Format::Annotations, &comparison, &options);
    let collection: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"].as_u64().unwrap(), items.len() as u64);
    assert_eq!(collection["first"]["partOf"], collection["id"], "the page names its collection");
    let mut ids = BTreeSet::new();
    let mut n_selectors = 0;
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert!(ids.insert(item["id"].as_str().unwrap()) && item["id"].as_str().unwrap().starts_with("urn:uuid:"));
        assert!(!item["body"].as_array().unwrap().is_empty() && !item["target"].as_array().unwrap().is_empty());
        for body in item["body"].as_array().unwrap() {
            assert_eq!((&body["type"], &body["format"]), (&"TextualBody".into(), &"text/plain".into()));
            assert!(
                ["classifying", "describing", "assessing", "commenting"].contains(&body["purpose"].as_str().unwrap())
            );
        }
        for target in item["target"].as_array().unwrap() {
            let Some(selectors) = target["selector"].as_array() else { continue };
            let [quote, position] = selectors.as_slice() else { panic!("{target}") };
            let range = position["start"].as_u64().unwrap() as usize..position["end"].as_u64().unwrap() as usize;
            let is_found = comparison.articles.iter().any(|analysis| {
                let chars: Vec<char> = analysis.article.text.chars().collect();
                let words = chars.get(range.clone()).map(|chars| chars.iter().collect::<String>());
                words.as_deref() == quote["exact"].as_str()
            });
            assert!(is_found, "{target}");
            n_selectors += 1;
        }
    }
    assert!(n_selectors > 3);
    assert_eq!(bytes, render(Format::Annotations, &comparison, &options), "the same story gives the same bytes");
}
