//! The claims table: the alignment as rows and columns with gaps, to see who left what out.

use crate::alignment::{ClaimId, RowIndex};
use crate::compare::Comparison;
use crate::compare::lookup::claim_words;
use crate::review::Standing;
use crate::view::counts::not_aligned;
use crate::view::facts::column_titles;
use crate::view::status::shown;
use crate::wording::look::Look;
use crate::wording::plural;

/// The table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimsTable {
    /// For each article its letter and label.
    pub columns: Vec<String>,
    /// The rows, by where their claims are.
    pub rows: Vec<ClaimRow>,
    /// Which claims these are.
    pub shown: ClaimsShown,
}

/// A claim over all articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    /// The row of the alignment; `None` for a claim that one article alone makes.
    pub row: Option<RowIndex>,
    /// The most important finding's look; `None` if nothing differs.
    pub look: Option<Look>,
    /// How many articles make it.
    pub n_articles: usize,
    /// For each article its claims; empty where it is silent.
    pub cells: Vec<Vec<ClaimId>>,
}

/// Which claims the table shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimsShown {
    /// Those of at least two articles.
    #[default]
    Paired,
    /// These, and those of one article between them.
    All,
    /// Those alone that were compared with no other article's, first those with figures.
    NotAligned,
}

/// Returns the claims table of `comparison` with the claims that `claims` names; only findings that count as
/// differences color its rows.
pub fn claims_table(comparison: &Comparison, standing: &Standing, claims: ClaimsShown) -> ClaimsTable {
    if claims == ClaimsShown::NotAligned {
        return table_of_not_aligned(comparison);
    }
    let is_complete = claims == ClaimsShown::All;
    let columns = column_titles(comparison);
    let n_articles = columns.len();
    let mut looks: Vec<Option<Look>> = vec![None; comparison.alignment.rows.len()];
    for (idx, finding) in comparison.findings.indexed_differences() {
        let Some((status, own)) = shown(comparison, standing, idx) else { continue };
        let row = finding.row;
        if let Some(look) = row.and_then(|row| looks.get_mut(row.0)).filter(|_| status.is_counted()) {
            *look = Some(look.map_or(own, |known| known.min(own)));
        }
    }
    let mut is_aligned: Vec<Vec<bool>> =
        comparison.articles.iter().map(|article| vec![false; article.claims.len()]).collect();
    let mut rows = Vec::new();
    for (row_idx, row) in comparison.alignment.indexed_rows() {
        let mut cells = vec![Vec::new(); n_articles];
        for &claim in &row.claims {
            if let Some(cell) = cells.get_mut(claim.article) {
                cell.push(claim);
            }
            if let Some(seen) = is_aligned.get_mut(claim.article).and_then(|of| of.get_mut(claim.claim.0)) {
                *seen = true;
            }
        }
        rows.push(table_row(Some(row_idx), looks[row_idx.0], cells));
    }
    if is_complete {
        for (article, of_article) in is_aligned.iter().enumerate() {
            for (claim, _) in of_article.iter().enumerate().filter(|(_, seen)| !**seen) {
                let mut cells = vec![Vec::new(); n_articles];
                cells[article].push(ClaimId::at(article, claim));
                rows.push(table_row(None, None, cells));
            }
        }
    }
    rows.sort_by(|a, b| place(comparison, a).total_cmp(&place(comparison, b)));
    ClaimsTable { columns, rows, shown: claims }
}

fn table_of_not_aligned(comparison: &Comparison) -> ClaimsTable {
    let columns = column_titles(comparison);
    let row = |claim: ClaimId| {
        let mut cells = vec![Vec::new(); columns.len()];
        cells[claim.article].push(claim);
        table_row(None, None, cells)
    };
    let rows = not_aligned(comparison).into_iter().map(row).collect();
    ClaimsTable { rows, columns, shown: ClaimsShown::NotAligned }
}

fn table_row(row: Option<RowIndex>, look: Option<Look>, cells: Vec<Vec<ClaimId>>) -> ClaimRow {
    let n_articles = cells.iter().filter(|cell| !cell.is_empty()).count();
    ClaimRow { row, look, n_articles, cells }
}

/// How far down its articles a row is: the mean of the shares of the claims before it, 0 to 1.
fn place(comparison: &Comparison, row: &ClaimRow) -> f64 {
    let shares: Vec<f64> = row
        .cells
        .iter()
        .flatten()
        .map(|claim| {
            let n_claims = comparison.articles.get(claim.article).map_or(1, |article| article.claims.len());
            claim.claim.0 as f64 / n_claims.max(1) as f64
        })
        .collect();
    shares.iter().sum::<f64>() / shares.len().max(1) as f64
}

impl ClaimsTable {
    /// Returns how many claims were paired in every article, of how many: "4 of 9 claims are paired in every article".
    pub fn text(&self) -> String {
        if self.shown == ClaimsShown::NotAligned {
            return format!(
                "{} compared with no other article; those with figures first",
                plural(self.rows.len(), "claim")
            );
        }
        let n_articles = self.columns.len();
        let n_everywhere = self.rows.iter().filter(|row| row.n_articles == n_articles).count();
        format!("{n_everywhere} of {} paired in every article", plural(self.rows.len(), "claim"))
    }

    /// Returns the table with tabs between the cells, for a spreadsheet.
    pub fn tab_separated(&self, comparison: &Comparison) -> String {
        let mut lines = vec![self.columns.join("\t")];
        for row in &self.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| cell_text(comparison, cell)).collect();
            lines.push(cells.join("\t"));
        }
        lines.join("\n") + "\n"
    }
}

/// Returns the sentences of a cell on one line.
pub fn cell_text(comparison: &Comparison, cell: &[ClaimId]) -> String {
    let sentences: Vec<String> = cell
        .iter()
        .filter_map(|&claim| claim_words(comparison, claim))
        .map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    sentences.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::fixture;

    #[test]
    fn rows_stand_in_reading_order_with_gaps() {
        let comparison = fixture::comparison();
        let table = claims_table(&comparison, &Standing::default(), ClaimsShown::All);
        let text = |row: usize, article: usize| cell_text(&comparison, &table.rows[row].cells[article]);
        assert_eq!(table.rows.len(), 3);
        assert_eq!((text(0, 0).as_str(), text(0, 1).as_str()), ("", "Officials met on Friday in the capital."));
        assert_eq!(table.rows[1].look, Some(Look::Conflict));
        assert_eq!(table.text(), "2 of 3 claims paired in every article");
        assert_eq!(claims_table(&comparison, &Standing::default(), ClaimsShown::Paired).rows.len(), 2);
    }

    #[test]
    fn what_was_compared_with_nothing_stands_alone() {
        let comparison = fixture::comparison();
        let table = claims_table(&comparison, &Standing::default(), ClaimsShown::NotAligned);
        assert_eq!(table.rows.len(), 1);
        assert_eq!(cell_text(&comparison, &table.rows[0].cells[1]), "Officials met on Friday in the capital.");
        assert_eq!(table.text(), "1 claim compared with no other article; those with figures first");
    }

    #[test]
    fn copying_keeps_a_claim_in_its_column() {
        let comparison = fixture::comparison();
        let copied = claims_table(&comparison, &Standing::default(), ClaimsShown::All).tab_separated(&comparison);
        assert!(copied.starts_with("A Post\tB Wire\n\tOfficials met"), "{copied}");
    }
}
