//! One article read through: its claims and the figures in each.

use std::sync::Arc;

use rayon::prelude::*;

use crate::article::{Article, BlockKind, DropReason, Dropped, Stamp};
use crate::claims::{self, Claim};
use crate::figures::{self, Context, Counted, DateOrder, Figure, Hedge, Kind};
use crate::text::{Span, repair};

/// An article with its claims and figures. Costs nothing to keep, so that a new comparison reads only new articles.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The article.
    pub article: Arc<Article>,
    /// Its claims in reading order.
    pub claims: Vec<Claim>,
    /// For each claim, the figures in it in reading order.
    pub figures: Vec<Vec<Figure>>,
}

impl Analysis {
    /// Returns the printed words of `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.article.text)
    }
}

/// Texts from this many bytes on are read by all cores; shorter ones are done before a second thread has woken.
const LONG: usize = 256 << 10;

/// Why a figure is not read as a person says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCorrected {
    /// No figure is there.
    NoPlace,
    /// The value is no figure.
    NoFigure,
    /// What it is said to count does not stand in the sentence.
    NoWords,
}

impl Analysis {
    /// Reads the figure at `span` of the claim at `claim` as `value` says, and as counting `what`; what is empty stays
    /// as it was read.
    ///
    /// # Errors
    /// When no figure stands there, `value` is none, or `what` does not stand in the claim. Nothing is then changed.
    pub fn correct(&mut self, claim: usize, span: Span, value: &str, what: &str) -> Result<(), NotCorrected> {
        let text = &self.article.text;
        let (Some(known), Some(figures)) = (self.claims.get(claim), self.figures.get_mut(claim)) else {
            return Err(NotCorrected::NoPlace);
        };
        let overlaps = |figure: &&mut Figure| figure.span.start < span.end && span.start < figure.span.end;
        let figure = figures.iter_mut().find(overlaps).ok_or(NotCorrected::NoPlace)?;
        let counted = match what.trim() {
            "" => figure.what,
            what => Some(counted(known.span.of(text), known.span.start, what).ok_or(NotCorrected::NoWords)?),
        };
        if !value.trim().is_empty() {
            let published = self.article.details.published.map(|published| published.date);
            let context = Context { published, order: DateOrder::of(text) };
            let read = figures::find(value.trim(), context).into_iter().next().ok_or(NotCorrected::NoFigure)?;
            figure.kind = read.kind;
            figure.quantity = read.quantity;
            figure.hedge = read.hedge.map(|hedge| Hedge { span: figure.span, ..hedge });
        }
        figure.what = counted;
        Ok(())
    }
}

/// Where `what` is in the words `sentence`, which begin at `start`, in any case of ASCII letters; its last word is the
/// head.
fn counted(sentence: &str, start: usize, what: &str) -> Option<Counted> {
    let at = sentence.to_ascii_lowercase().find(&what.to_ascii_lowercase())?;
    let phrase = Span::new(start + at, start + at + what.len());
    let head = what.rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let is_boundary = |at: usize| what.is_char_boundary(at);
    let head = (head..what.len()).find(|&at| is_boundary(at)).unwrap_or(0);
    Some(Counted { phrase, head: Span::new(phrase.start + head, phrase.end) })
}

/// Reads `article` through: its claims, and the figures of each.
///
/// ```
/// use std::sync::Arc;
/// use crosscheck::{analysis::analyze, article::Article};
///
/// let analysis = analyze(Arc::new(Article::from_text("Post", "Police seized 11.9 kg. Nobody was hurt.")));
/// assert_eq!(analysis.claims.len(), 2);
/// assert_eq!(analysis.words(analysis.figures[0][0].span), "11.9 kg");
/// ```
pub fn analyze(article: Arc<Article>) -> Analysis {
    let claims = claims::split(&article);
    let sentences: Vec<(Span, BlockKind)> = claims.iter().map(|claim| (claim.span, claim.block)).collect();
    let figures = FigureReader::of_sentences(&article, sentences).read_all();
    Analysis { article, claims, figures }
}

/// Finds the figures of `article` alone, for each of its sentences in reading order: those that [`analyze`] finds in
/// its claims.
///
/// ```
/// use crosscheck::{analysis, article::Article};
///
/// let article = Article::from_text("Post", "Police seized 11.9 kg. Nobody was hurt.");
/// let figures = analysis::figures(&article);
/// assert_eq!(figures[0][0].span.of(&article.text), "11.9 kg");
/// ```
pub fn figures(article: &Article) -> Vec<Vec<Figure>> {
    FigureReader::new(article).read_all()
}

/// Reads the figures of an article sentence by sentence, as a long text needs it of which not all is kept.
#[derive(Debug)]
pub struct FigureReader<'a> {
    article: &'a Article,
    sentences: Vec<(Span, BlockKind)>,
    context: Context,
}

impl<'a> FigureReader<'a> {
    /// Returns the reader of `article`, which is split into its sentences at once.
    pub fn new(article: &'a Article) -> Self {
        Self::of_sentences(article, claims::sentences(article))
    }

    fn of_sentences(article: &'a Article, sentences: Vec<(Span, BlockKind)>) -> Self {
        Self { article, sentences, context: context_of(article) }
    }

    /// Returns how many sentences there are.
    pub fn n_sentences(&self) -> usize {
        self.sentences.len()
    }

    /// Returns the figures of the sentence at `index`, or none if there is no such sentence.
    pub fn read(&self, index: usize) -> Vec<Figure> {
        let text = &self.article.text;
        let Some(&(span, block)) = self.sentences.get(index) else { return Vec::new() };
        let mut figures = figures_of(text, span, self.context);
        let is_stamp = || !figures.is_empty() && self.sentences.len() > 1 && Stamp::read(span.of(text)).is_some();
        if block == BlockKind::Correction || is_stamp() {
            // The day on which the article appeared is no date of the story, nor is a number that is taken back one of
            // its figures.
            for figure in &mut figures {
                figure.kind = Kind::Label;
            }
        }
        figures
    }

    fn read_all(&self) -> Vec<Vec<Figure>> {
        let indices = 0..self.n_sentences();
        if self.article.text.len() < LONG {
            indices.map(|index| self.read(index)).collect()
        } else {
            indices.into_par_iter().map(|index| self.read(index)).collect()
        }
    }
}

/// Counts the figures in each block of `article` that was left out at reading. Numbers that only name are none, nor is
/// the date in a line about the article.
///
/// ```
/// use crosscheck::{analysis, article::Article};
///
/// let article = Article::from_text("Post", "Police seized 11.9 kg.\n\nNine were held in 2017.");
/// let article = article.without_block(1).expect("another block is left");
/// assert_eq!(analysis::n_figures_left_out(&article), [2]);
/// ```
pub fn n_figures_left_out(article: &Article) -> Vec<usize> {
    let context = context_of(article);
    let n_figures = |text: &str| {
        let figures = figures::find(&repair(text).text, context);
        figures.iter().filter(|figure| figure.kind != Kind::Label).count()
    };
    let of_block = |dropped: &Dropped| if dropped.why == DropReason::Details { 0 } else { n_figures(&dropped.text) };
    article.dropped.iter().map(of_block).collect()
}

/// What the figures of `article` are read by: when it appeared, and how it prints dates.
fn context_of(article: &Article) -> Context {
    Context {
        published: article.details.published.map(|published| published.date),
        order: DateOrder::of(&article.text),
    }
}

/// The figures of the stretch at `span`, found in its repaired words and mapped back to the printed ones.
fn figures_of(text: &str, span: Span, context: Context) -> Vec<Figure> {
    let repaired = repair(span.of(text));
    let mut figures = figures::find(&repaired.text, context);
    for figure in &mut figures {
        figure.map_spans(|inner| repaired.printed(inner).shift(span.start));
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_read_as_its_paragraphs_are() {
        let paragraph = "Nine men were held on May 3. “We lost $2 million,” Ms. Ode said.";
        let of = |text: String| analyze(Arc::new(Article::from_text("Post", text)));
        let short = of(paragraph.to_owned());
        let n = LONG / paragraph.len() + 1;
        let long = of(vec![paragraph; n].join("\n"));
        assert_eq!(long.claims.len(), n * short.claims.len());
        assert_eq!(figures(&short.article), short.figures);
        assert_eq!(figures(&long.article), long.figures);
        for (idx, (claim, figures)) in long.claims.iter().zip(&long.figures).enumerate() {
            let at = idx / short.claims.len() * (paragraph.len() + 1);
            let expected = &short.figures[idx % short.claims.len()];
            assert_eq!(claim.sentence, idx);
            assert_eq!(claim.span, short.claims[idx % short.claims.len()].span.shift(at));
            let spans = |figures: &[Figure], at| figures.iter().map(|figure| figure.span.shift(at)).collect::<Vec<_>>();
            assert_eq!(spans(figures, 0), spans(expected, at));
        }
    }

    #[test]
    fn a_figure_is_read_as_a_person_says() {
        let text = "Police counted 2.4 in the old café, two Members of the crew fled.";
        let mut analysis = analyze(Arc::new(Article::from_text("a", text)));
        let span = analysis.figures[0][0].span;
        assert_eq!(span.of(text), "2.4");
        analysis.correct(0, span, "24 people", "members of the crew").unwrap();
        let figure = &analysis.figures[0][0];
        assert_eq!((figure.span, figure.quantity.is_exact()), (span, true));
        assert_eq!(figure.quantity.in_base_unit(), Some((Some(24.0), Some(24.0))));
        let what = figure.what.unwrap();
        assert_eq!((what.phrase.of(text), what.head.of(text)), ("Members of the crew", "crew"));
        let before = analysis.figures.clone();
        assert_eq!(analysis.correct(0, span, "some", ""), Err(NotCorrected::NoFigure));
        assert_eq!(analysis.correct(0, span, "", "sailors"), Err(NotCorrected::NoWords));
        assert_eq!(analysis.correct(0, Span::new(0, 6), "3", ""), Err(NotCorrected::NoPlace));
        assert_eq!(analysis.figures, before);
    }
}
