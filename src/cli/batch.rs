//! `crosscheck batch`: one story per line in, one comparison per line out, in input order, in constant memory.
//!
//! Lines are compared in parallel, and each answer is written as soon as it and all before it are ready, so that a
//! caller who sends one line at a time is answered at once. A bounded number of lines and bytes is held. A line that
//! cannot be used gives a line that says why, and the run goes on.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use serde_json::{Value, json};

use super::output::{NOT_WRITTEN, TROUBLE, complain};
use super::score::score;
use crate::article::{Article, Published};
use crate::compare::{Options, compare};
use crate::report::json::{Document, InputJson, StoryJson};
use crate::review::Standing;
use crate::view::status::is_flagged;

/// How many lines are held at once: enough to keep every core busy behind one slow story.
const IN_FLIGHT: usize = 64;

/// How many bytes of lines are held at once; a single longer line is worked on alone.
const BYTES_IN_FLIGHT: usize = 64_000_000;

/// The longest line that is read: a hundred times a large story. What goes beyond is passed over.
const LONGEST_LINE: usize = 64_000_000;

const EXAMPLES: &str = "\
Examples:
  crosscheck batch stories.ndjson > answers.ndjson
  zcat stories.ndjson.gz | crosscheck batch | jq -r '[.id, (.findings | length)] | @tsv'
  parallel --pipe --keep-order crosscheck batch < stories.ndjson > answers.ndjson

An input line is a story:
  {\"id\": \"s1\", \"articles\": [{\"name\": \"AP\", \"text\": \"...\"}, {\"name\": \"AFP\", \"sentences\": [\"...\"], \"published\": \"2019-11-07\"}]}
An article has either text or sentences; a story may have any number of articles.
A line that cannot be used gives {\"id\": ..., \"error\": \"...\"} and the run goes on. A date that is not ISO 8601 is passed
over with a word on standard error, and is null in the answer.

Exit status: 0 nothing flagged, 1 something flagged, 2 trouble, also with a single line.";

/// Compares many stories.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Batch {
    /// A file of stories; `-` or nothing for standard input.
    #[arg(default_value = "-")]
    input: PathBuf,
    /// Also list claim links below the aligner's own threshold that score at least this, 0 to 1.
    #[arg(long, value_name = "SCORE", value_parser = score)]
    min_score: Option<f64>,
}

pub(super) fn run(batch: &Batch) -> anyhow::Result<ExitCode> {
    let input: Box<dyn Read> = if batch.input.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        let advice = || format!("the stories could not be read, check the file: {}", batch.input.display());
        let file = File::open(&batch.input).with_context(advice)?;
        if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
            anyhow::bail!(
                "the stories are read from a file and this is a folder, name a file: {}",
                batch.input.display()
            );
        }
        Box::new(file)
    };
    let tally = stream(BufReader::new(input), &mut io::stdout(), batch.min_score)?;
    Ok(ExitCode::from(if tally.n_failed > 0 { TROUBLE } else { u8::from(tally.n_flagged > 0) }))
}

/// What came of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Stories with a finding.
    pub n_flagged: usize,
    /// Lines that could not be used.
    pub n_failed: usize,
}

/// Answers every line of `input` on `output`, in order. Blank lines are passed over.
///
/// # Errors
/// When the input cannot be read or the output cannot be written.
pub fn stream(
    mut input: impl BufRead,
    output: &mut (impl Write + Send),
    min_score: Option<f64>,
) -> anyhow::Result<Tally> {
    let desk = Desk { state: Mutex::new(State::new(output)), changed: Condvar::new() };
    let read = rayon::in_place_scope(|scope| -> io::Result<()> {
        let mut number = 0;
        while let Some(line) = next_line(&mut input)? {
            let n_bytes = match &line {
                Line::Story(bytes) if bytes.trim_ascii().is_empty() => continue,
                Line::Story(bytes) => bytes.len(),
                Line::TooLong => 0,
            };
            if desk.wait_for_room(n_bytes).is_break() {
                break;
            }
            let desk = &desk;
            scope.spawn(move |_| {
                let (text, outcome) = answer_line(&line, min_score);
                drop(line);
                desk.hand_in(number, Answer { text, outcome, n_bytes });
            });
            number += 1;
        }
        Ok(())
    });
    let state = desk.state.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(error) = state.failure {
        return Err(error).context(NOT_WRITTEN);
    }
    read.context("the stories could not be read to the end, check where they come from")?;
    Ok(state.tally)
}

enum Line {
    Story(Vec<u8>),
    TooLong,
}

/// The next line, without its end; none at the end of the input.
fn next_line(input: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let n_read = input.by_ref().take(LONGEST_LINE as u64 + 1).read_until(b'\n', &mut line)?;
    if n_read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > LONGEST_LINE {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Story(line)))
}

/// Where answers wait until all before them are written.
struct Desk<W> {
    state: Mutex<State<W>>,
    changed: Condvar,
}

struct State<W> {
    output: W,
    waiting: BTreeMap<usize, Answer>,
    next: usize,
    n_held: usize,
    n_bytes_held: usize,
    tally: Tally,
    failure: Option<io::Error>,
}

struct Answer {
    text: String,
    outcome: Outcome,
    n_bytes: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Quiet,
    Flagged,
    Failed,
}

impl<W: Write> State<W> {
    fn new(output: W) -> Self {
        let (waiting, tally) = (BTreeMap::new(), Tally::default());
        Self { output, waiting, next: 0, n_held: 0, n_bytes_held: 0, tally, failure: None }
    }

    /// Writes every answer whose turn has come.
    fn write_ready(&mut self) -> io::Result<()> {
        while let Some(answer) = self.waiting.remove(&self.next) {
            self.next += 1;
            self.n_held -= 1;
            self.n_bytes_held -= answer.n_bytes;
            match answer.outcome {
                Outcome::Quiet => {}
                Outcome::Flagged => self.tally.n_flagged += 1,
                Outcome::Failed => self.tally.n_failed += 1,
            }
            self.output.write_all(answer.text.as_bytes())?;
        }
        self.output.flush()
    }
}

impl<W: Write> Desk<W> {
    fn state(&self) -> MutexGuard<'_, State<W>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until a line of `n_bytes` may be held too; breaks where nothing can be written any more.
    fn wait_for_room(&self, n_bytes: usize) -> ControlFlow<()> {
        let mut state = self.state();
        while state.failure.is_none()
            && (state.n_held >= IN_FLIGHT || (state.n_held > 0 && state.n_bytes_held + n_bytes > BYTES_IN_FLIGHT))
        {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.failure.is_some() {
            return ControlFlow::Break(());
        }
        state.n_held += 1;
        state.n_bytes_held += n_bytes;
        ControlFlow::Continue(())
    }

    fn hand_in(&self, number: usize, answer: Answer) {
        let mut state = self.state();
        state.waiting.insert(number, answer);
        if state.failure.is_none() {
            state.failure = state.write_ready().err();
        }
        self.changed.notify_all();
    }
}

/// The answer to a line, with its line end. A panic is an error of ours and costs this line only.
fn answer_line(line: &Line, min_score: Option<f64>) -> (String, Outcome) {
    let bytes = match line {
        Line::Story(bytes) => bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes),
        Line::TooLong => return failed(&Value::Null, "the line is longer than 64 MB, split the story"),
    };
    let story: StoryJson = match serde_json::from_slice(bytes) {
        Ok(story) => story,
        Err(error) => {
            let value: Value = serde_json::from_str(&String::from_utf8_lossy(bytes)).unwrap_or_default();
            let id = value.get("id").unwrap_or(&Value::Null);
            return failed(id, &format!("the line is not a story, see crosscheck batch --help ({error})"));
        }
    };
    let id = json!(story.id);
    match catch_unwind(AssertUnwindSafe(|| answer(story, min_score))) {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => failed(&id, &error),
        Err(_) => failed(&id, "this story met an error in crosscheck, please report it with the line"),
    }
}

fn answer(story: StoryJson, min_score: Option<f64>) -> Result<(String, Outcome), String> {
    let mut articles = Vec::with_capacity(story.articles.len());
    for input in story.articles {
        articles.push(Arc::new(article(input, story.id.as_deref())?));
    }
    let mut options = Options::default();
    options.alignment.min_score = min_score;
    let comparison =
        compare(&articles, &options, &|_| ControlFlow::Continue(())).ok_or("the comparison was stopped")?;
    let is_flagged = is_flagged(&comparison, &Standing::default());
    let outcome = if is_flagged { Outcome::Flagged } else { Outcome::Quiet };
    let document = Document::new(story.id, &comparison, min_score);
    let text = serde_json::to_string(&document).map_err(|error| error.to_string())?;
    Ok((text + "\n", outcome))
}

fn failed(id: &Value, error: &str) -> (String, Outcome) {
    (json!({ "id": id, "error": error }).to_string() + "\n", Outcome::Failed)
}

fn article(input: InputJson, story: Option<&str>) -> Result<Article, String> {
    let mut article = match (input.text, input.sentences) {
        (Some(text), None) => Article::from_text(input.name, text),
        (None, Some(sentences)) => Article::from_sentences(input.name, &sentences),
        (Some(_), Some(_)) => return Err(format!("an article has text or sentences and not both: {}", input.name)),
        (None, None) => return Err(format!("an article needs text or sentences: {}", input.name)),
    };
    article.details.title = input.title;
    let published = input.published.as_deref().and_then(Published::parse);
    // A date that is in the text is taken where none is given beside it.
    article.details.published = published.or(article.details.published);
    if let (Some(published), None) = (&input.published, published) {
        let story = story.unwrap_or("without an id");
        complain(&format!(
            "the date “{published}” is not ISO 8601 and was passed over, write it as 2019-11-07: story {story}, {}",
            article.name
        ));
    }
    Ok(article)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> (Vec<Value>, Tally) {
        let mut output = Vec::new();
        let tally = stream(input, &mut output, None).expect("memory can be read and written");
        let text = String::from_utf8(output).expect("answers are UTF-8");
        (text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect(), tally)
    }

    #[test]
    fn answers_come_in_the_order_of_the_lines() {
        let story = |id: usize| {
            let text = "A court jailed nine men. ".repeat((id * 37) % 50);
            json!({ "id": id.to_string(), "articles": [{ "name": "a", "text": text }] }).to_string() + "\n"
        };
        let input: String = (0..3 * IN_FLIGHT).map(story).collect();
        let (answers, _) = answers(input.as_bytes());
        let ids: Vec<&str> = answers.iter().filter_map(|answer| answer["id"].as_str()).collect();
        let expected: Vec<String> = (0..3 * IN_FLIGHT).map(|id| id.to_string()).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_line_that_cannot_be_used_says_why() {
        let input = b"\xef\xbb\xbf{\"id\": \"0\", \"articles\": []}\r\n\n  \nno json\n{\"id\": \"x\xff\", \"articles\": []}\n{\"id\": 7}\n\
            {\"id\": \"neither\", \"articles\": [{\"name\": \"AP\"}]}\n\
            {\"id\": \"both\", \"articles\": [{\"name\": \"AP\", \"text\": \"a\", \"sentences\": [\"a\"]}]}\n\
            {\"articles\": [{\"text\": \"Two men.\"}]}";
        let (answers, tally) = answers(input);
        assert_eq!(tally.n_failed, 5);
        assert_eq!(answers.len(), 7);
        assert_eq!(answers[0]["schema"], "crosscheck/1");
        assert_eq!(answers[1]["id"], Value::Null);
        assert_eq!(answers[2]["id"], "x\u{fffd}");
        assert_eq!(answers[3]["id"], 7);
        assert!(answers[4]["error"].as_str().is_some_and(|error| error.contains("needs text or sentences: AP")));
        assert!(answers[5]["error"].as_str().is_some_and(|error| error.contains("not both: AP")));
        assert_eq!((&answers[6]["id"], &answers[6]["articles"][0]["text"]), (&Value::Null, &json!("Two men.")));
    }

    #[test]
    fn an_endless_line_is_passed_over_without_being_held() {
        let long = io::repeat(b'x').take(3 * LONGEST_LINE as u64 / 2);
        let input = BufReader::new(long.chain(&b"\n{\"id\": \"next\", \"articles\": []}\n"[..]));
        let mut output = Vec::new();
        let tally = stream(input, &mut output, None).expect("memory can be written");
        let text = String::from_utf8(output).expect("answers are UTF-8");
        assert_eq!((tally.n_failed, text.lines().count()), (1, 2), "{text}");
    }

    struct Closed;

    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_output_ends_an_endless_input() {
        let line = b"{\"id\": \"s\", \"articles\": []}\n";
        let endless = std::iter::repeat(line).flatten().copied();
        let error = stream(BufReader::new(Endless(endless)), &mut Closed, None).expect_err("nothing can be written");
        assert!(crate::cli::output::is_closed_pipe(&error));
    }

    struct Endless<I>(I);

    impl<I: Iterator<Item = u8>> Read for Endless<I> {
        fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
            let n_bytes = bytes.len().min(1000);
            bytes[..n_bytes].iter_mut().zip(&mut self.0).for_each(|(to, from)| *to = from);
            Ok(n_bytes)
        }
    }
}
