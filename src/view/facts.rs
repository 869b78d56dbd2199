//! The facts table: a row for each thing counted, a column for each article, those that disagree first.

use crate::alignment::ClaimId;
use crate::analysis::Analysis;
use crate::compare::Comparison;
use crate::compare::lookup::finding_of_id;
use crate::figures::Kind;
use crate::findings::{FindingIndex, Mention};
use crate::review::Standing;
use crate::text::Span;
use crate::view::hover::kind_word;
use crate::view::places::{NOT_PAIRED, SHOW_PLACE};
use crate::view::status::{Status, shown};
use crate::wording::excerpt;
use crate::wording::look::{Look, letter};
use crate::wording::value::{figure_value, mention_value};

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactsTable {
    /// For each article its letter and label.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<FactRow>,
}

/// A thing counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// What is counted.
    pub what: String,
    /// How the articles compare; none for a figure that stands alone in the only article.
    pub look: Option<Look>,
    /// The finding it comes from, for [`crate::compare::lookup::finding_at`].
    pub finding: Option<FindingIndex>,
    /// For each article what it says, and where; empty where nothing was found, see [`FactRow::gap`].
    pub cells: Vec<Vec<FactCell>>,
    /// For each article whether it is known to be silent.
    pub is_silent: Vec<bool>,
}

impl FactRow {
    /// Returns what is in the empty cell of `article`: a dash only where the article is known to say nothing.
    pub fn gap(&self, article: usize) -> &'static str {
        if self.is_silent.get(article) == Some(&true) { SILENT } else { NOT_PAIRED }
    }
}

/// An article that says nothing of the fact.
const SILENT: &str = "–";

/// What an article says in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactCell {
    /// The printed words.
    pub words: String,
    /// The normalized value; empty where it is the printed one.
    pub value: String,
    /// The claim.
    pub claim: ClaimId,
    /// The words' place.
    pub span: Span,
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FactOrder {
    /// Those that disagree first.
    #[default]
    Importance,
    /// The subject, by the alphabet.
    Subject,
    /// How many articles speak of it, most first.
    Coverage,
    /// Where this article speaks of it, from top to bottom; last what it does not.
    Article(usize),
}

/// Returns the facts table of `comparison`, without facts that a person called unrelated, and with those that rest on
/// weaker hints only where `has_hints`.
pub fn facts_table(comparison: &Comparison, standing: &Standing, order: FactOrder, has_hints: bool) -> FactsTable {
    let columns = column_titles(comparison);
    let mut rows: Vec<FactRow> = comparison
        .findings
        .facts
        .iter()
        .filter_map(|fact| {
            let finding = finding_of_id(comparison, &fact.finding);
            let (status, look) = finding
                .and_then(|idx| shown(comparison, standing, idx))
                .unwrap_or((Status::Open, Look::of_relation(fact.relation)));
            let is_shown = status.is_counted() || (has_hints && status == Status::Hint);
            is_shown.then(|| FactRow {
                what: fact.what.clone(),
                look: Some(look),
                finding,
                cells: (0..columns.len())
                    .map(|article| fact.cells.get(article).into_iter().flatten().map(|m| cell(comparison, m)).collect())
                    .collect(),
                is_silent: fact.is_silent.clone(),
            })
        })
        .collect();
    if let [analysis] = comparison.articles.as_slice() {
        let alone = figures_alone(analysis, &rows);
        rows.extend(alone);
    }
    let n_articles = |row: &FactRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    match order {
        FactOrder::Importance => rows.sort_by_key(|row| (row.look.is_none(), row.look)),
        FactOrder::Subject => rows.sort_by_key(|row| row.what.to_lowercase()),
        FactOrder::Coverage => rows.sort_by_key(|row| std::cmp::Reverse(n_articles(row))),
        FactOrder::Article(article) => rows.sort_by_key(|row| {
            let first = row.cells.get(article).and_then(|cell| cell.iter().map(|place| place.span.start).min());
            first.unwrap_or(usize::MAX)
        }),
    }
    FactsTable { columns, rows }
}

/// A row for each figure of the only article that no row of `known` holds, in the order of its text: there is nothing
/// yet to set beside them.
fn figures_alone(analysis: &Analysis, known: &[FactRow]) -> Vec<FactRow> {
    let is_known = |span: Span| known.iter().flat_map(|row| row.cells.iter().flatten()).any(|cell| cell.span == span);
    let figures = analysis.figures.iter().enumerate().flat_map(|(claim, of_claim)| {
        of_claim.iter().filter(|figure| figure.kind != Kind::Label).map(move |figure| (claim, figure))
    });
    let figures = figures.filter(|(_, figure)| !is_known(figure.span));
    figures
        .map(|(claim, figure)| {
            let printed = analysis.words(figure.span);
            let what = figure.what.map_or_else(|| kind_word(figure.kind), |what| analysis.words(what.phrase));
            let claim = ClaimId::at(0, claim);
            let cell = cell_of(printed, figure_value(figure, printed), claim, figure.span);
            let what = excerpt(what, 60);
            FactRow { what, look: None, finding: None, cells: vec![vec![cell]], is_silent: vec![false] }
        })
        .collect()
}

/// Returns the letter and the label of each article.
pub fn column_titles(comparison: &Comparison) -> Vec<String> {
    let articles = comparison.articles.iter().enumerate();
    articles.map(|(idx, analysis)| format!("{} {}", letter(idx), analysis.article.label())).collect()
}

impl FactCell {
    /// Returns what is said of it when pointed at: the words and the value in full, and where a click leads.
    pub fn hint(&self) -> String {
        let value = if self.value.is_empty() { String::new() } else { format!(" ({})", self.value) };
        format!("{}{value}\n{}", self.words, SHOW_PLACE)
    }
}

impl FactsTable {
    /// Returns the table with tabs between the cells, for a spreadsheet.
    pub fn tab_separated(&self) -> String {
        let mut lines = vec![format!("What\tRelation\t{}", self.columns.join("\t"))];
        for row in &self.rows {
            let text = |(article, cell): (usize, &Vec<FactCell>)| match cell.is_empty() {
                true => row.gap(article).to_owned(),
                false => tab_safe(&cell_text(cell)),
            };
            let cells: Vec<String> = row.cells.iter().enumerate().map(text).collect();
            lines.push(format!("{}\t{}\t{}", tab_safe(&row.what), row.look.map_or("", Look::name), cells.join("\t")));
        }
        lines.join("\n") + "\n"
    }
}

/// Returns what a cell says: each way of printing once, "three; 3".
pub fn cell_text(cell: &[FactCell]) -> String {
    let mut words: Vec<&str> = Vec::new();
    for place in cell {
        if !words.contains(&place.words.as_str()) {
            words.push(&place.words);
        }
    }
    words.join("; ")
}

fn tab_safe(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cell(comparison: &Comparison, mention: &Mention) -> FactCell {
    let printed = comparison.articles.get(mention.claim.article).map_or("", |article| article.words(mention.span));
    cell_of(printed, mention_value(comparison, mention), mention.claim, mention.span)
}

/// The cell of the words `printed`, with their `value` where it says more than they do.
fn cell_of(printed: &str, value: String, claim: ClaimId, span: Span) -> FactCell {
    let words = excerpt(printed, 60);
    let says_more = |value: &String| !value.to_lowercase().ends_with(&words.to_lowercase());
    let value = Some(value).filter(says_more).unwrap_or_default();
    FactCell { words, value, claim, span }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn a_row_has_a_cell_for_each_article() {
        let table = facts_table(&fixture::comparison(), &Standing::default(), FactOrder::Importance, false);
        assert_eq!(table.columns, ["A Post", "B Wire"]);
        let row = &table.rows[0];
        assert_eq!(
            (row.what.as_str(), row.look, row.finding),
            ("smugglers sentenced", Some(Look::Conflict), Some(FindingIndex(0)))
        );
        assert_eq!((row.cells[1][0].words.as_str(), row.cells[1][0].value.as_str()), ("Nine", "9"));
        assert_eq!(
            table.tab_separated(),
            "What\tRelation\tA Post\tB Wire\nsmugglers sentenced\tconflict\tthree\tNine\n"
        );
    }

    #[test]
    fn a_lone_article_shows_its_figures() {
        let mut comparison = fixture::comparison();
        comparison.articles.truncate(1);
        comparison.findings = crate::findings::Findings::default();
        let table = facts_table(&comparison, &Standing::default(), FactOrder::Importance, false);
        let printed: Vec<&str> = table.rows.iter().map(|row| row.cells[0][0].words.as_str()).collect();
        assert_eq!(printed, ["three", "Thursday", "2017"]);
        assert!(table.rows.iter().all(|row| row.look.is_none() && row.finding.is_none() && !row.what.is_empty()));
        assert!(table.tab_separated().starts_with("What\tRelation\tA Post\n"), "{}", table.tab_separated());
    }

    #[test]
    fn rows_sort_as_asked() {
        let mut comparison = fixture::comparison();
        let mut fact = comparison.findings.facts[0].clone();
        fact.what = "Arrests".to_owned();
        fact.relation = crate::findings::Relation::Agrees;
        fact.cells[1].clear();
        comparison.findings.facts.push(fact);
        let first = |order| facts_table(&comparison, &Standing::default(), order, false).rows[0].what.clone();
        assert_eq!(first(FactOrder::Importance), "smugglers sentenced");
        assert_eq!(first(FactOrder::Subject), "Arrests");
        assert_eq!(first(FactOrder::Coverage), "smugglers sentenced");
        assert_eq!(first(FactOrder::Article(1)), "smugglers sentenced", "B says nothing of arrests");
    }

    #[test]
    fn a_dash_stands_only_where_silence_is_known() {
        let mut comparison = fixture::comparison();
        comparison.findings.facts[0].cells = vec![Vec::new(), Vec::new()];
        comparison.findings.facts[0].is_silent = vec![true, false];
        let table = facts_table(&comparison, &Standing::default(), FactOrder::Importance, false);
        assert_eq!((table.rows[0].gap(0), table.rows[0].gap(1)), ("–", "not paired"));
        assert!(table.tab_separated().ends_with("\t–\tnot paired\n"), "{}", table.tab_separated());
    }
}
