//! The mirror types of the contract: what a document holds, with the meaning of every key.
//!
//! The types of the core are never serialized, so that they can change and the contract does not.

use schemars::JsonSchema;
use serde::Serialize;

use super::words::{
    CertaintyJson, CheckJson, FigureKindJson, FindingKindJson, MendKindJson, RegroupingKindJson, RelationJson,
    VerdictJson,
};

/// A comparison.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "crosscheck/1")]
pub struct Document {
    /// Always `crosscheck/1`.
    #[schemars(extend("const" = super::SCHEMA))]
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
    /// What it means, as typed; empty where the program's value is kept.
    pub value: String,
    /// What it counts; empty where the program's word is kept.
    pub what: String,
    /// When it was said, by universal time in ISO 8601; `null` where that is not known.
    pub when: Option<String>,
}

/// A figure that a person put into a fact or took out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RegroupingJson {
    /// `together` or `apart`.
    pub kind: RegroupingKindJson,
    /// The figure.
    pub place: WordsJson,
    /// The figures it is then grouped with, or no longer does.
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
    pub kind: MendKindJson,
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
    /// Where it was published, an address on the web, where given.
    pub address: Option<String>,
    /// Where a copy of it is kept, the address in an archive, where given.
    pub archive: Option<String>,
    /// When the copy that was read was made, in ISO 8601, where given.
    pub retrieved: Option<String>,
    /// Its text, into which all offsets point.
    pub text: String,
    /// Its claims in reading order.
    pub claims: Vec<ClaimJson>,
}

/// A claim.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClaimJson {
    /// Index of the sentence it is in.
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
    pub kind: FigureKindJson,
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
    /// Whether they only have something in common: too little speaks for one statement, and no row has both for this
    /// link.
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
    /// `figure`, `date`, `quote`, `name`, `negation`, `hedge`, `attribution`, `only_in` or, set against each other by a
    /// person, `own`.
    pub kind: FindingKindJson,
    /// `conflict`, `differs`, `update`, `scope`, `rounding` or `agrees`.
    pub relation: RelationJson,
    /// `high`, `medium` or `low`.
    pub certainty: CertaintyJson,
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
    pub verdict: Option<VerdictJson>,
    /// How far it is checked: `open`, `checked`, `partly_checked` or `cannot_verify`.
    pub status: CheckJson,
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
    /// `figure`, `date`, `quote`, `name`, `negation`, `hedge`, `attribution`, `only_in` or, set against each other by a
    /// person, `own`.
    pub kind: FindingKindJson,
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
    /// Which of the finding's values it gives: mentions of one number agree.
    pub group: usize,
}

/// A row of the facts table.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FactJson {
    /// What is counted.
    pub what: String,
    /// `conflict`, `differs`, `update`, `scope`, `rounding` or `agrees`.
    pub relation: RelationJson,
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
