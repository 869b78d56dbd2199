//! The program killed (signal 9) at any moment of saving: the session is the old one or the new one, whole, and no step that was kept
//! is lost. `CROSSCHECK_KILLS=500 cargo test --test it killed` kills more often than every run of the tests does.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crosscheck::article::Article;
use crosscheck::review::{Review, Subject};
use crosscheck::session::Session;
use crosscheck::session::journal::{self, Journal};

/// Where the process that saves does so; set only in the processes that are killed.
const FOLDER: &str = "CROSSCHECK_SAVER";
/// How often it is killed, unless the environment says otherwise.
const N_KILLS: u64 = 8;
/// Longest wait before it is killed: some dozen saves.
const LONGEST_WAIT: u64 = 60_000;

fn n_kills() -> u64 {
    std::env::var("CROSSCHECK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(N_KILLS)
}

/// A story of half a megabyte with `note` on it.
fn story(note: &str) -> Session {
    let text = "The harbor office counted nine ferries on Monday.\n".repeat(10_000);
    let mut review = Review::default();
    review.remark(None, Subject::Story, note);
    Session { articles: vec![Arc::new(Article::from_text("Wire", &text))], review, ..Session::default() }
}

fn session_path(folder: &Path) -> PathBuf {
    folder.join("story.crosscheck")
}

/// Starts this test binary once more as the test called `name`, which works in `folder` until it is killed.
fn start(name: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills `child` after a time that differs from round to round.
fn kill_later(child: &mut Child, round: u64) {
    let micros = round.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    std::thread::sleep(Duration::from_micros(micros % LONGEST_WAIT));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let path = session_path(Path::new(&folder));
    let (old, new) = (story("old"), story("new"));
    loop {
        new.save(&path).unwrap();
        old.save(&path).unwrap();
    }
}

#[test]
fn a_session_is_the_old_or_the_new_one_whole() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let (old, new) = (story("old").to_bytes(), story("new").to_bytes());
    let (mut n_old, mut n_new) = (0, 0);
    for round in 0..n_kills() {
        let folder = tempfile::tempdir().unwrap();
        let path = session_path(folder.path());
        fs::write(&path, &old).unwrap();
        let mut child = start("killed::saves_until_it_is_killed", folder.path());
        // It has begun once another file lies beside the session.
        let begun = Instant::now();
        while fs::read_dir(folder.path()).unwrap().count() < 2 && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_micros(200));
        }
        kill_later(&mut child, round);
        let bytes = fs::read(&path).unwrap();
        assert!(bytes == old || bytes == new, "round {round}: {} bytes, neither the old nor the new", bytes.len());
        Session::open(&path).unwrap();
        *(if bytes == old { &mut n_old } else { &mut n_new }) += 1;
    }
    println!("{n_old} times the old session, {n_new} times the new one");
}

#[test]
fn keeps_steps_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let path = journal::path_of(&session_path(Path::new(&folder)));
    let mut story = story("step 0");
    let mut journal = Journal::begin(&path, &story, None).unwrap();
    story.review.take_news();
    let id = story.review.remarks().next().map(|(id, _)| id);
    for step in 1.. {
        story.review.remark(id, Subject::Story, &format!("step {step}"));
        journal.add(&story.review.take_news()).unwrap();
        let mut output = std::io::stdout().lock();
        writeln!(output, "kept {step}").and_then(|()| output.flush()).unwrap();
    }
}

#[test]
fn no_step_that_was_kept_is_lost() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let mut n_steps = 0;
    for round in 0..n_kills() {
        let folder = tempfile::tempdir().unwrap();
        let path = journal::path_of(&session_path(folder.path()));
        let mut child = start("killed::keeps_steps_until_it_is_killed", folder.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let step = |line: &str| line.split_once("kept ").and_then(|(_, n)| n.trim().parse::<u64>().ok());
        let first = lines.by_ref().map_while(Result::ok).find_map(|line| step(&line));
        kill_later(&mut child, round);
        let last = lines.map_while(Result::ok).filter_map(|line| step(&line)).last().or(first).unwrap();
        let recovered = journal::recover(&path).unwrap().expect("the journal is there");
        let note = recovered.session.review.remarks().next().map(|(_, remark)| remark.text.clone()).unwrap();
        let kept: u64 = note.strip_prefix("step ").unwrap().parse().unwrap();
        assert!(kept >= last, "round {round}: {kept} of {last} steps");
        n_steps += last;
    }
    println!("{n_steps} steps, none lost");
}
