//! The JSON contract `crosscheck/1`: mirror types of a comparison, serialized, and their JSON Schema.
//!
//! Offsets are UTF-8 byte offsets into the article's `text`, end exclusive; a bound that is not given is `null`.
//!
#![doc = include_str!("../../assets/help/json-contract.md")]

use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use crate::alignment::{Alignment, Certainty, ClaimId, Link};
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::figures::{Figure, Kind, Quantity, Range};
use crate::findings::{self, Fact, Finding, FindingKind, Mention};
use crate::review::{
    Check, Decision, Entry, Item, MendKind, NoteOn, RegroupingKind, Standing, StandingCorrection, StandingMend,
    StandingNote, StandingRegrouping,
};
use crate::text::Span;
use crate::view::choice::{Choice, Part};
use crate::view::look::Look;
use crate::view::report::ReportOptions;
use crate::view::status::{Status, shown};
use crate::view::{desk_words, finding_at, review_words, wording};

/// The name of the contract.
pub const SCHEMA: &str = "crosscheck/1";

const FIGURE_KINDS: [&str; 10] =
    ["count", "ordinal", "percent", "money", "measure", "age", "duration", "date", "time", "label"];
const FINDING_KINDS: [&str; 9] =
    ["figure", "date", "quote", "name", "negation", "hedge", "attribution", "only_in", "own"];
const RELATIONS: [&str; 6] = ["conflict", "differs", "update", "scope", "rounding", "agrees"];
const VERDICTS: [&str; 5] = ["conflict", "scope", "rounding", "update", "unrelated"];
const CHECKS: [&str; 4] = ["open", "checked", "partly_checked", "cannot_verify"];
const MENDS: [&str; 3] = ["link", "unlink", "no_counterpart"];
const CERTAINTIES: [&str; 3] = ["high", "medium", "low"];

/// A comparison.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "crosscheck/1")]
pub struct Document {
    /// Always `crosscheck/1`.
    #[schemars(extend("const" = SCHEMA))]
    pub schema: &'static str,
    /// The story's id, where one was given.
    pub id: Option<String>,
    /// The articles in the order given.
    pub articles: Vec<ArticleJson>,
    /// Pairs of claims that say the same thing.
    pub links: Vec<LinkJson>,
    /// Groups of claims over all articles.
    pub rows: Vec<RowJson>,
    /// Differences, the most important first.
    pub findings: Vec<FindingJson>,
    /// Agreements, of the same shape.
    pub agreements: Vec<FindingJson>,
    /// Text that was not compared.
    pub not_compared: Vec<NotComparedJson>,
    /// The facts table: a row for each thing counted, those that disagree first.
    pub facts: Vec<FactJson>,
    /// A person's decisions whose finding is gone.
    pub decisions_without_finding: Vec<LostJson>,
    /// A person's notes that are on no finding.
    pub notes: Vec<NoteJson>,
    /// What a person linked and unlinked.
    pub mends: Vec<MendJson>,
    /// The title that a person gave the story; `null` where there is none.
    pub title: Option<String>,
    /// Who read it; `null` where nobody is named.
    pub reviewer: Option<String>,
    /// Who read it after that; `null` where nobody is named.
    pub second_reader: Option<String>,
    /// Index of the article that the others are held against; `null` where there is none.
    pub authoritative: Option<usize>,
    /// The figures that a person read otherwise.
    pub corrections: Vec<CorrectionJson>,
    /// The figures that a person put into a fact or took out.
    pub regroupings: Vec<RegroupingJson>,
    /// Where two readers disagree.
    pub disagreements: Vec<DisagreementJson>,
}

/// A figure that a person read otherwise.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CorrectionJson {
    /// The figure.
    #[serde(flatten)]
    pub place: WordsJson,
    /// What it means, as typed; empty where the program's value stands.
    pub value: String,
    /// What it counts; empty where the program's word stands.
    pub what: String,
    /// When it was said, by universal time in ISO 8601; `null` where that is not known.
    pub when: Option<String>,
}

/// A figure that a person put into a fact or took out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RegroupingJson {
    /// `together` or `apart`.
    #[schemars(extend("enum" = ["together", "apart"]))]
    pub kind: &'static str,
    /// The figure.
    pub place: WordsJson,
    /// The figures it then stands with, or no longer does.
    pub others: Vec<WordsJson>,
}

/// Words of an article.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordsJson {
    /// Index of the article.
    pub article: usize,
    /// Index of the claim in it.
    pub claim: usize,
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
    /// The printed words.
    pub text: String,
}

/// What a second reader decided otherwise.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DisagreementJson {
    /// The finding, by id; `null` where the second reader's word is about something else or its finding is gone.
    pub finding: Option<String>,
    /// Both words in one line.
    pub text: String,
    /// What the second reader decided; `null` where it is about something else.
    pub second: Option<DecisionJson>,
}

/// A person's note on the story, an article or a claim.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NoteJson {
    /// Index of the article; `null` for a note on the story.
    pub article: Option<usize>,
    /// Index of the claim in it; `null` for a note on the article or the story.
    pub claim: Option<usize>,
    /// What it says.
    pub text: String,
    /// When it was written, by universal time in ISO 8601; `null` where that is not known.
    pub when: Option<String>,
}

/// What a person mended in the alignment.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MendJson {
    /// `link`, `unlink` or `no_counterpart`.
    #[schemars(extend("enum" = MENDS))]
    pub kind: &'static str,
    /// The claims, as `[article, claim]`.
    pub claims: Vec<[usize; 2]>,
}

/// An article.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ArticleJson {
    /// Its name.
    pub name: String,
    /// Its title, where given.
    pub title: Option<String>,
    /// Its date of publication in ISO 8601, where given.
    pub published: Option<String>,
    /// Its text, into which all offsets point.
    pub text: String,
    /// Its claims in reading order.
    pub claims: Vec<ClaimJson>,
}

/// A claim.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClaimJson {
    /// Index of the sentence it stands in.
    pub sentence: usize,
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
    /// The figures in it.
    pub figures: Vec<FigureJson>,
}

/// A figure.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FigureJson {
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
    /// The printed words.
    pub text: String,
    /// `count`, `ordinal`, `percent`, `money`, `measure`, `age`, `duration`, `date`, `time` or `label`.
    #[schemars(extend("enum" = FIGURE_KINDS))]
    pub kind: &'static str,
    /// The least value the words allow.
    pub low: Option<Bound>,
    /// The greatest value the words allow.
    pub high: Option<Bound>,
    /// The unit.
    pub unit: Option<String>,
    /// What is counted.
    pub what: Option<String>,
    /// About, nearly and the like, as printed.
    pub hedge: Option<String>,
}

/// A bound: a number, or for dates and times a string.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Bound {
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number(f64),
    /// An ISO 8601 or TIMEX3 date, or a time as `HH:MM`.
    Text(String),
}

/// Two claims that say the same thing, as `[article, claim]`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LinkJson {
    /// The one in the earlier article.
    pub a: [usize; 2],
    /// The one in the later article.
    pub b: [usize; 2],
    /// How alike they are, 0 to 1.
    pub score: f64,
    /// Whether they only have something in common: too little speaks for one statement, and no row has both for this link.
    pub weak: bool,
}

/// A group of claims, as `[article, claim]`.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RowJson {
    /// The claims.
    pub claims: Vec<[usize; 2]>,
}

/// A difference or an agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingJson {
    /// A stable name.
    pub id: String,
    /// `figure`, `date`, `quote`, `name`, `negation`, `hedge`, `attribution`, `only_in` or, set against each other by a person, `own`.
    #[schemars(extend("enum" = FINDING_KINDS))]
    pub kind: &'static str,
    /// `conflict`, `differs`, `update`, `scope`, `rounding` or `agrees`.
    #[schemars(extend("enum" = RELATIONS))]
    pub relation: &'static str,
    /// `high`, `medium` or `low`.
    #[schemars(extend("enum" = CERTAINTIES))]
    pub certainty: &'static str,
    /// What is counted or spoken of.
    pub what: String,
    /// Index into `rows`; `null` inside one article.
    pub row: Option<usize>,
    /// The places.
    pub mentions: Vec<MentionJson>,
    /// Why, in one line.
    pub why: String,
    /// What a person decided; `null` where nothing was said.
    pub decision: Option<DecisionJson>,
}

/// What a person decided about a finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DecisionJson {
    /// The person's word; `null` where there is only a note.
    #[schemars(extend("enum" = verdicts_or_null()))]
    pub verdict: Option<&'static str>,
    /// How far it is checked: `open`, `checked`, `partly_checked` or `cannot_verify`.
    #[schemars(extend("enum" = CHECKS))]
    pub status: &'static str,
    /// What is to be printed; may be empty.
    pub print_value: String,
    /// The source of that; may be empty.
    pub print_source: String,
    /// The person's note; may be empty.
    pub note: String,
    /// When the last of it was said, by universal time in ISO 8601; `null` where that is not known.
    pub when: Option<String>,
}

/// A decision whose finding is gone.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LostJson {
    /// `figure`, `date`, `quote`, `name`, `negation`, `hedge`, `attribution`, `only_in` or, set against each other by a person, `own`.
    #[schemars(extend("enum" = FINDING_KINDS))]
    pub kind: &'static str,
    /// What was counted or spoken of.
    pub what: String,
    /// What was decided.
    pub decision: DecisionJson,
    /// The places it was about.
    pub places: Vec<LostPlaceJson>,
}

/// A place of a decision whose finding is gone; its article may be gone too.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LostPlaceJson {
    /// The article's name.
    pub article: String,
    /// The sentence as printed.
    pub sentence: String,
    /// The printed words.
    pub text: String,
}

/// A place a finding speaks of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct MentionJson {
    /// Index of the article.
    pub article: usize,
    /// Index of the claim in it.
    pub claim: usize,
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
    /// The printed words.
    pub text: String,
    /// The least value the words allow.
    pub low: Option<Bound>,
    /// The greatest value the words allow.
    pub high: Option<Bound>,
    /// The unit.
    pub unit: Option<String>,
}

/// A row of the facts table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FactJson {
    /// What is counted.
    pub what: String,
    /// `conflict`, `differs`, `update`, `scope`, `rounding` or `agrees`.
    #[schemars(extend("enum" = RELATIONS))]
    pub relation: &'static str,
    /// The finding or agreement it comes from, by id.
    pub finding: String,
    /// For each article, in their order, the places that give a value.
    pub cells: Vec<Vec<MentionJson>>,
}

/// Text that was not compared.
#[derive(Debug, Serialize, JsonSchema)]
pub struct NotComparedJson {
    /// Index of the article.
    pub article: usize,
    /// First byte.
    pub start: usize,
    /// Past the last byte.
    pub end: usize,
    /// Why.
    pub why: String,
}

/// A story, as `batch` reads it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StoryJson {
    /// The story's id, given back with the answer.
    pub id: Option<String>,
    /// Its articles.
    pub articles: Vec<InputJson>,
}

/// An article of a story, as `batch` reads it: `text` or `sentences`.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct InputJson {
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its text.
    pub text: Option<String>,
    /// Its sentences, which are not split or merged further.
    pub sentences: Option<Vec<String>>,
    /// Its title.
    pub title: Option<String>,
    /// Its date of publication in ISO 8601.
    pub published: Option<String>,
}

/// `comparison` as a document, indented.
pub fn render(comparison: &Comparison, options: &ReportOptions) -> String {
    let mut document = Document::new(options.id.clone(), comparison, options.min_score);
    let standing = Standing::new(&options.review, comparison);
    document.take(comparison, &standing);
    document.title = options.title.clone().or(document.title);
    document.reviewer = options.reviewer.clone().or(document.reviewer);
    document.cut_down(comparison, &standing, &options.only);
    serde_json::to_string_pretty(&document).expect("all keys of a document are strings") + "\n"
}

/// The JSON Schema of [`Document`].
///
/// Written for what is put out: every field is there in every answer, those without a value as `null`.
pub fn schema() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Document>().to_value()
}

impl Document {
    /// `comparison` as a document. `min_score` also lists links below the aligner's own threshold.
    pub fn new(id: Option<String>, comparison: &Comparison, min_score: Option<f64>) -> Self {
        let articles = &comparison.articles;
        let findings = |all: &[Finding]| all.iter().map(|finding| finding_json(articles, finding)).collect();
        let Alignment { links, related, near_misses, .. } = &comparison.alignment;
        let mut told: Vec<(&Link, bool)> = links.iter().map(|link| (link, false)).collect();
        told.extend(related.iter().map(|link| (link, true)));
        if let Some(least) = min_score {
            let is_related =
                |link: &Link| related.binary_search_by_key(&(link.a, link.b), |related| (related.a, related.b)).is_ok();
            told.extend(
                near_misses.iter().filter(|link| link.score >= least && !is_related(link)).map(|link| (link, true)),
            );
        }
        told.sort_by_key(|(link, _)| (link.a, link.b));
        Self {
            schema: SCHEMA,
            id,
            articles: articles.iter().map(article_json).collect(),
            links: told.into_iter().map(|(link, is_weak)| link_json(link, is_weak)).collect(),
            rows: comparison
                .alignment
                .rows
                .iter()
                .map(|row| RowJson { claims: row.claims.iter().map(|&claim| pair(claim)).collect() })
                .collect(),
            findings: findings(&comparison.findings.findings),
            agreements: findings(&comparison.findings.agreements),
            not_compared: comparison.findings.not_compared.iter().map(not_compared_json).collect(),
            facts: comparison.findings.facts.iter().map(|fact| fact_json(articles, fact)).collect(),
            decisions_without_finding: Vec::new(),
            notes: Vec::new(),
            mends: Vec::new(),
            title: None,
            reviewer: None,
            second_reader: None,
            authoritative: None,
            corrections: Vec::new(),
            regroupings: Vec::new(),
            disagreements: Vec::new(),
        }
    }

    /// Takes a person's decisions in.
    pub fn take(&mut self, comparison: &Comparison, standing: &Standing) {
        for (idx, finding) in self.findings.iter_mut().chain(&mut self.agreements).enumerate() {
            finding.decision = standing.decision(idx).map(decision_json);
        }
        self.decisions_without_finding = standing.lost.iter().map(lost_json).collect();
        self.notes = standing.notes.iter().map(note_json).collect();
        self.mends = standing.mends.iter().map(mend_json).collect();
        let given = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
        self.title = given(&standing.sheet.title);
        self.reviewer = given(&standing.sheet.reviewer);
        self.second_reader = given(&standing.sheet.second_reader);
        self.authoritative = standing.authoritative;
        self.corrections = standing.corrections.iter().map(|one| correction_json(comparison, one)).collect();
        self.regroupings = standing.regroupings.iter().map(|one| regrouping_json(comparison, one)).collect();
        self.disagreements = disagreements_json(comparison, standing);
    }

    /// Leaves only the findings, agreements, facts and notes that `only` keeps.
    pub(super) fn cut_down(&mut self, comparison: &Comparison, standing: &Standing, only: &Choice) {
        if only.is_whole() {
            return;
        }
        let mut idx = 0;
        let mut is_kept = |_: &FindingJson| {
            let has_note = standing.decision(idx).is_some_and(|decision| !decision.note.is_empty());
            let (status, look) = shown(comparison, standing, idx).unwrap_or((Status::Hint, Look::Agrees));
            idx += 1;
            only.keeps(status, look, has_note)
        };
        self.findings.retain(&mut is_kept);
        self.agreements.retain(&mut is_kept);
        let ids: FxHashSet<&str> = self.findings.iter().chain(&self.agreements).map(|one| one.id.as_str()).collect();
        self.facts.retain(|fact| ids.contains(fact.finding.as_str()));
        if !only.has_any(&[Part::Notes]) {
            self.notes.clear();
        }
        self.not_compared.clear();
    }
}

fn pair(claim: ClaimId) -> [usize; 2] {
    [claim.article, claim.claim]
}

fn link_json(link: &Link, is_weak: bool) -> LinkJson {
    LinkJson { a: pair(link.a), b: pair(link.b), score: link.score, weak: is_weak }
}

fn article_json(analysis: &Analysis) -> ArticleJson {
    let article = &analysis.article;
    ArticleJson {
        name: article.name.clone(),
        title: article.details.title.clone(),
        published: article.details.published.map(|published| published.to_string()),
        text: article.text.clone(),
        claims: analysis
            .claims
            .iter()
            .zip(&analysis.figures)
            .map(|(claim, figures)| ClaimJson {
                sentence: claim.sentence,
                start: claim.span.start,
                end: claim.span.end,
                figures: figures.iter().map(|figure| FigureJson::new(&article.text, figure)).collect(),
            })
            .collect(),
    }
}

impl FigureJson {
    /// `figure` of `text`.
    pub fn new(text: &str, figure: &Figure) -> Self {
        let (low, high) = bounds(&figure.quantity);
        Self {
            start: figure.span.start,
            end: figure.span.end,
            text: figure.span.of(text).to_owned(),
            kind: kind(figure.kind),
            low,
            high,
            unit: unit_of(text, figure),
            what: figure.what.map(|what| what.head.of(text).to_owned()),
            hedge: figure.hedge.map(|hedge| hedge.span.of(text).to_owned()),
        }
    }
}

fn finding_json(articles: &[Analysis], finding: &Finding) -> FindingJson {
    FindingJson {
        id: finding.id.clone(),
        kind: finding_kind(finding.kind),
        relation: wording::relation(finding.relation),
        certainty: certainty(finding.certainty),
        what: finding.what.clone(),
        row: finding.row,
        mentions: finding.mentions.iter().map(|mention| mention_json(articles, mention)).collect(),
        why: wording::why(finding),
        decision: None,
    }
}

fn decision_json(decision: &Decision) -> DecisionJson {
    DecisionJson {
        verdict: decision.verdict.map(review_words::verdict),
        status: match decision.check {
            None => "open",
            Some(Check::Checked) => "checked",
            Some(Check::Partly) => "partly_checked",
            Some(Check::Unverifiable) => "cannot_verify",
        },
        print_value: decision.print.value.clone(),
        print_source: decision.print.source.clone(),
        note: decision.note.clone(),
        when: decision.when.clone(),
    }
}

fn note_json(note: &StandingNote) -> NoteJson {
    let (article, claim) = match note.on {
        NoteOn::Story => (None, None),
        NoteOn::Article(article) => (Some(article), None),
        NoteOn::Claim(claim) => (Some(claim.article), Some(claim.claim)),
    };
    NoteJson { article, claim, text: note.text.clone(), when: note.when.clone() }
}

fn mend_json(mend: &StandingMend) -> MendJson {
    let kind = match mend.kind {
        MendKind::Link => "link",
        MendKind::Unlink => "unlink",
        MendKind::Alone => "no_counterpart",
    };
    MendJson { kind, claims: mend.claims.iter().map(|&claim| pair(claim)).collect() }
}

fn words_json(comparison: &Comparison, claim: ClaimId, span: Span) -> WordsJson {
    WordsJson {
        article: claim.article,
        claim: claim.claim,
        start: span.start,
        end: span.end,
        text: comparison.articles[claim.article].words(span).to_owned(),
    }
}

fn correction_json(comparison: &Comparison, one: &StandingCorrection) -> CorrectionJson {
    CorrectionJson {
        place: words_json(comparison, one.claim, one.span),
        value: one.correction.value.clone(),
        what: one.correction.what.clone(),
        when: one.correction.when.clone(),
    }
}

fn regrouping_json(comparison: &Comparison, one: &StandingRegrouping) -> RegroupingJson {
    RegroupingJson {
        kind: match one.kind {
            RegroupingKind::Together => "together",
            RegroupingKind::Apart => "apart",
        },
        place: words_json(comparison, one.place.0, one.place.1),
        others: one.others.iter().map(|&(claim, span)| words_json(comparison, claim, span)).collect(),
    }
}

fn disagreements_json(comparison: &Comparison, standing: &Standing) -> Vec<DisagreementJson> {
    let disputed = standing.others.iter().filter_map(|other| {
        let text = desk_words::disagreement(comparison, standing, other)?;
        let finding = other.finding.and_then(|idx| finding_at(comparison, idx)).map(|finding| finding.id.clone());
        let second = match &other.item {
            Item::Finding(entry) => Some(decision_json(&entry.decision)),
            _ => None,
        };
        Some(DisagreementJson { finding, text, second })
    });
    disputed.collect()
}

fn lost_json(entry: &Entry) -> LostJson {
    let places = entry.anchor.places.iter().map(|place| LostPlaceJson {
        article: place.claim.article.name.clone(),
        sentence: place.claim.sentence.clone(),
        text: place.words.clone(),
    });
    LostJson {
        kind: finding_kind(entry.anchor.kind),
        what: entry.anchor.what.clone(),
        decision: decision_json(&entry.decision),
        places: places.collect(),
    }
}

/// The words of a decision, and none.
fn verdicts_or_null() -> Vec<Option<&'static str>> {
    VERDICTS.into_iter().map(Some).chain([None]).collect()
}

fn mention_json(articles: &[Analysis], mention: &Mention) -> MentionJson {
    let (low, high) = mention.quantity.as_ref().map_or((None, None), bounds);
    MentionJson {
        article: mention.claim.article,
        claim: mention.claim.claim,
        start: mention.span.start,
        end: mention.span.end,
        text: articles[mention.claim.article].words(mention.span).to_owned(),
        low,
        high,
        unit: mention.quantity.as_ref().and_then(unit),
    }
}

fn fact_json(articles: &[Analysis], fact: &Fact) -> FactJson {
    FactJson {
        what: fact.what.clone(),
        relation: wording::relation(fact.relation),
        finding: fact.finding.clone(),
        cells: fact
            .cells
            .iter()
            .map(|cell| cell.iter().map(|mention| mention_json(articles, mention)).collect())
            .collect(),
    }
}

fn not_compared_json(place: &findings::NotCompared) -> NotComparedJson {
    NotComparedJson {
        article: place.article,
        start: place.span.start,
        end: place.span.end,
        why: wording::not_compared(place.why).to_owned(),
    }
}

fn unit(quantity: &Quantity) -> Option<String> {
    quantity.unit_symbol()
}

/// The unit of `figure`; a count by something is written with what is counted: `tests per d`.
fn unit_of(text: &str, figure: &Figure) -> Option<String> {
    match (figure.quantity.unit, figure.quantity.per, figure.what) {
        (None, Some(per), Some(what)) => Some(format!("{} per {}", what.head.of(text), per.name())),
        (None, Some(per), None) => Some(format!("count per {}", per.name())),
        _ => unit(&figure.quantity),
    }
}

fn bounds(quantity: &Quantity) -> (Option<Bound>, Option<Bound>) {
    match &quantity.range {
        Range::Number { low, high } => (low.map(number), high.map(number)),
        Range::Date { low, high } => {
            (low.map(|day| Bound::Text(day.to_string())), high.map(|day| Bound::Text(day.to_string())))
        }
        Range::Time { low, high } => (low.map(time), high.map(time)),
    }
}

fn number(value: f64) -> Bound {
    if value.fract() == 0.0 && value.abs() < 9e15 { Bound::Whole(value as i64) } else { Bound::Number(value) }
}

fn time(minutes: u16) -> Bound {
    Bound::Text(format!("{:02}:{:02}", minutes / 60, minutes % 60))
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Ordinal => "ordinal",
        Kind::Percent => "percent",
        Kind::Money => "money",
        Kind::Measure => "measure",
        Kind::Age => "age",
        Kind::Duration => "duration",
        Kind::Date => "date",
        Kind::Time => "time",
        // The contract names no kind of its own for a pair; its numbers are counts.
        Kind::Score => "count",
        Kind::Label => "label",
    }
}

fn finding_kind(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::Figure => "figure",
        FindingKind::Date => "date",
        FindingKind::Quote => "quote",
        FindingKind::Name => "name",
        FindingKind::Negation => "negation",
        FindingKind::Hedge => "hedge",
        FindingKind::Attribution => "attribution",
        FindingKind::Own => "own",
        FindingKind::OnlyIn => "only_in",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::High => "high",
        Certainty::Medium => "medium",
        Certainty::Low => "low",
    }
}
