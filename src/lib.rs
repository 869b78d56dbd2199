//! Crosscheck compares several articles about the same story: it aligns the claims that match and shows what differs,
//! figures first. This page is its architecture.
//!
//! # Bird's-eye view
//!
//! Bytes become an [`Article`](article::Article), whose text never changes again. Its sentences become
//! [`Claim`](claims::Claim)s, the numbers in them [`Figure`](figures::Figure)s with a normalized
//! [`Quantity`](figures::Quantity). All articles together are read once as a [`Story`](story::Story): one order, one
//! vocabulary, one table of weights. Claims of different articles that say the same thing form the rows of an
//! [`Alignment`](alignment::Alignment); what differs inside a row, or inside one article, becomes a
//! [`Finding`](findings::Finding) with its relation and its reasons. All of that is a
//! [`Comparison`](compare::Comparison), which [`wording`] puts into words, [`view`] arranges, [`report`] writes down
//! and the window draws. What a person decides, notes and mends is a [`Review`](review::Review) beside it: decisions
//! never change what the machine found; claims that a person links or unlinks, figures she reads otherwise and facts
//! she mends are put in place of the machine's word when the articles are compared again.
//!
//! ```text
//!  open ─► article ─► claims ─► figures ─► story ─► alignment ─► findings ─► Comparison ─► view ─► report ─► save
//!   ▲ I/O     └────────────── pure, total, no clock, no threads ───────────────┘  ▲      └────► gui (draws, sends commands)
//!                                                                              review (a person's decisions)
//! ```
//!
//! # The house
//!
//! Every floor uses only those below it; `tests/it/tidy.rs` holds the table.
//!
//! ```text
//!  gui                     the window: command, message, state, worker, reading room, panels, words of its own
//!  cli   session           the command line; a story in a file, and what is kept against a crash
//!  report                  one file for each format; json/ is the contract
//!  view                    what is shown, with no widget: lists, tables, marks, filters
//!  wording                 every sentence that report and window both print
//!  review                  what a person decides, notes, links and corrects
//!  compare                 all stages on one screen; lookup
//!  findings                reading · quantity · pairing · same_fact · kinds · checks · grouping · topic
//!  alignment               candidates · features · score · rows · copies
//!  story   model           all articles read once: words, weights, names; the learned tables
//!  analysis                one article: claims with their figures
//!  article  claims  figures   what is read of a file; sentences; numbers
//!  text   lexicon          spans, the one tokenizer; the word lists
//! ```
//!
//! It is the [Gothenburg model](https://collatex.net/doc/) of textual collation (tokenize, normalize, align, analyze,
//! visualize) with the claim as token and the figure as normalization. Two of its lessons are kept everywhere: the
//! result for N witnesses is a table with gaps, and normalization never replaces the reading: the printed words stand
//! beside every normalized value.
//!
//! # A tour
//!
//! ```
//! use std::ops::ControlFlow;
//! use std::sync::Arc;
//! use crosscheck::article::Article;
//! use crosscheck::compare::{Options, compare};
//! use crosscheck::report::json::Document;
//!
//! let post = Article::from_text("Post", "The court sentenced three smugglers to prison on Thursday.");
//! let wire = Article::from_text("Wire", "Nine smugglers were sentenced to prison by the court on Thursday.");
//! let articles = [Arc::new(post), Arc::new(wire)];
//!
//! let comparison = compare(&articles, &Options::default(), &|_| ControlFlow::Continue(())).expect("it was not stopped");
//! let document = Document::new(None, &comparison, None);
//! assert_eq!(document.schema, "crosscheck/1");
//! assert_eq!(document.articles.len(), 2);
//! ```
//!
//! # Where would I look
//!
//! | for | look in |
//! |---|---|
//! | what is read of a file, and what is left out | [`article`] |
//! | where a sentence ends, clauses, quotations, who said it | [`claims`] |
//! | numbers, units, dates, and what is counted | [`figures`] |
//! | what a word is, and which signs are between words | [`text::word`] |
//! | how informative a word is in these articles; names and roles; the word lists that stages share | [`story`], `story/lists.rs` |
//! | why two claims were linked, or were not | [`alignment`] |
//! | why something is called a conflict | [`findings`]: `kinds/figure` for figures and dates |
//! | whether two values can be the same | `findings/quantity` |
//! | a kind of difference between articles: quotations, names, posts, denials, charges … | its file in `findings/kinds` |
//! | what one article shows alone: sums, conversions, the calendar, corrections | `findings/checks` |
//! | what a finding is called, its title | `findings/topic` |
//! | which differences become one finding, and their order | `findings/grouping` |
//! | why two figures were set beside each other, or were not | `findings/pairing`, [`findings::same_fact`] and `assets/model/same_fact.tsv` |
//! | a person's decisions, notes and links | [`review`] |
//! | which finding a decision goes to once the articles are compared again | `review/question.rs` |
//! | figures that a person corrects, facts she mends, her own findings | [`review`], put in place by `compare` |
//! | where two readers disagree | [`review::Review::merge`] |
//! | where a finding is counted, listed or folded away | [`view::status`] |
//! | what is kept against a crash | [`session::journal`] |
//! | a sentence that people read | [`wording`]; what the window alone shows in `gui/words` |
//! | what is listed, marked or tabulated | [`view`] |
//! | a report's format, the JSON contract | [`report`] |
//! | what is kept of a story in a file that can be opened again | [`session`] |
//! | a command of the command line | [`cli`] |
//! | a panel, a key, a color of the window | `gui` |
//! | a word list | [`lexicon`] and `assets/lexicon` |
//! | how learned tables are read and asked | [`model`] and `assets/model` |
//!
//! Twelve likely changes, and the one or two files that each touches:
//!
//! | to change | edit |
//! |---|---|
//! | a unit | `assets/lexicon/en/units.tsv`, with a sentence in `tests/it/figures.tsv` |
//! | a word of a word list | its file in `assets/lexicon/en`; a new list is also named in `lexicon.rs` |
//! | when two figures are a conflict, a rounding, an update | `findings/kinds/figure/mod.rs` |
//! | whether two values can be the same | `findings/quantity/values.rs`, for dates `dates.rs` |
//! | a new kind of difference | a file in `findings/kinds`, named in its `mod.rs` and called in `findings/find.rs` |
//! | the order of findings | `findings/grouping/order.rs` |
//! | where a word begins and ends | `text/word.rs` |
//! | the name or the sign of a relation | `wording/mod.rs`; its color in `gui/theme.rs` |
//! | the reason given for a finding | `wording/why.rs` |
//! | a report format | a file in `report`, named in `report/mod.rs`; the compiler then asks for its name elsewhere |
//! | a key of the JSON contract | `report/json/model.rs`, filled in `report/json/document.rs` |
//! | a panel; a key of the keyboard | a file in `gui/panels`, laid out in `gui/app.rs`; `gui/command/keys.rs` |
//!
//! # Invariants
//!
//! 1. Article text never changes after reading; everything later is a span into it.
//! 2. The stages are total: any text in, no panic, no `Result`; a doubt is a note on the value. Only opening and saving
//!    fail.
//! 3. The same articles in another order give the same findings, columns permuted.
//! 4. No output depends on hash order, clock, locale or thread timing.
//! 5. A figure or a name never by itself justifies a match: the words around it do.
//! 6. A sentence that window and report both print is worded in [`wording`] and nowhere else, so that they say the same
//!    words.
//! 7. Only [`article::open`] reads files and only `report::save` writes them, for reports and sessions alike, and
//!    [`session::journal`] beside sessions; only the window's worker spawns threads, data-parallel loops and the
//!    reading of documents aside, which this program starts itself once more for. Nothing opens a network connection.
//! 8. Word lists live in `assets/lexicon`, colors in `gui/theme.rs`; a threshold is a named constant with the way it
//!    was chosen.
//! 9. Lower stages never use higher ones; nothing outside `gui` knows egui. `tests/it/tidy.rs` holds the table.

pub mod text;

pub mod lexicon;

pub mod article;

pub mod claims;

pub mod figures;

pub mod analysis;

pub mod story;

pub mod model;

pub mod alignment;

pub mod findings;

pub mod compare;

pub mod review;

pub mod wording;

pub mod view;

pub mod report;

pub mod session;

pub mod cli;

#[cfg(feature = "gui")]
pub mod gui;
