//! The command line: what each command prints, and its exit status.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::program::{run, run_in};

const POST: &str = "A court in Brest jailed 3 smugglers on Thursday for shipping stolen engines.\n\n\
    The engines were hidden under crates of apples, customs officers said.\n\n\
    Their lawyer plans to appeal against the ruling.\n";
const WIRE: &str = "On Thursday 9 smugglers were jailed by a court in Brest for shipping stolen engines.\n\n\
    Customs officers found the engines hidden under crates of apples.\n\n\
    The port has since bought a second scanner.\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("post.txt"), POST).unwrap();
    fs::write(folder.path().join("wire.txt"), WIRE).unwrap();
    folder
}

fn samples() -> [&'static str; 3] {
    [
        "samples/opioid-ring/harbour-wire.txt",
        "samples/opioid-ring/meridian-post.html",
        "samples/opioid-ring/northgate-herald.md",
    ]
}

#[test]
fn every_command_explains_itself_with_examples() {
    for command in ["compare", "read", "figures", "batch", "schema"] {
        let help = run(&[command, "--help"]).expect(0);
        assert!(help.stdout.contains("Examples:\n  ") && help.stdout.contains(&format!("crosscheck {command}")));
        assert!(run(&["--help"]).expect(0).stdout.contains(command));
    }
    assert_eq!(run(&["--version"]).expect(0).stdout, format!("crosscheck {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_exit_status_is_that_of_diff() {
    let folder = folder();
    run_in(folder.path(), &["compare", "post.txt", "wire.txt"], b"").expect(1).tells(&[]);
    fs::write(folder.path().join("copy.txt"), format!("{POST}\n")).unwrap();
    run_in(folder.path(), &["compare", "post.txt", "copy.txt"], b"").expect(0).tells(&[]);
    run_in(folder.path(), &["compare", "post.txt", "gone.txt"], b"").expect(2);
    for wrong in [
        &["compare"][..],
        &["compare", "post.txt", "--format", "docx"],
        &["compare", "post.txt", "--min-score", "2"],
        &["batch", "--min-score", "nan"],
        &["compare", "post.txt", "-o", "story.odt"],
        &["compare", "post.txt", "-o", "story"],
    ] {
        let run = run_in(folder.path(), wrong, b"").expect(2);
        assert!(run.stdout.is_empty() && !run.stderr.is_empty(), "{wrong:?}");
    }
}

#[test]
fn the_summary_quotes_what_differs() {
    let folder = folder();
    let summary = run_in(folder.path(), &["compare", "post.txt", "wire.txt"], b"").expect(1).stdout;
    assert!(summary.starts_with("2 articles compared\n"), "{summary}");
    assert!(summary.contains(" of 6 sentences aligned"), "{summary}");
    assert!(summary.contains("‹9› smugglers") && summary.contains("What was not compared\n"), "{summary}");
}

#[test]
fn the_format_follows_the_ending_and_format_overrides_it() {
    let folder = folder();
    let at = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let endings = ["s.html", "s.md", "s.csv", "s.json", "s.txt"];
    let mut arguments = vec!["compare", "post.txt", "wire.txt"];
    endings.iter().for_each(|name| arguments.extend(["-o", name]));
    let saved = run_in(folder.path(), &arguments, b"").expect(1).tells(&[]);
    assert_eq!(saved.stdout, "");
    for (name, start) in
        endings.iter().zip(["<!DOCTYPE html>", "# 2 articles", "\u{feff}finding,", "{\n  \"schema\"", "2 articles"])
    {
        assert!(at(name).starts_with(start), "{name}");
    }
    run_in(folder.path(), &["compare", "post.txt", "wire.txt", "--format", "md", "-o", "s.any"], b"").expect(1);
    assert_eq!(at("s.any"), at("s.md"));
    for (format, name) in [("html", "s.html"), ("md", "s.md"), ("csv", "s.csv"), ("json", "s.json"), ("text", "s.txt")]
    {
        let printed = run_in(folder.path(), &["compare", "post.txt", "wire.txt", "--format", format], b"").expect(1);
        assert_eq!(printed.stdout, at(name), "the same input gives the same {format}");
    }
}

#[test]
fn standard_input_is_an_article() {
    let folder = folder();
    let json = ["compare", "-", "wire.txt", "--format", "json"];
    let run = run_in(folder.path(), &json, POST.as_bytes()).expect(1);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["articles"].as_array().unwrap().len(), 2);
    assert_eq!(document["articles"][0]["text"].as_str().unwrap().trim(), POST.trim());
}

#[test]
fn a_score_below_the_threshold_lists_more_links() {
    let n_links = |extra: &[&str]| {
        let arguments = [&["compare", "--format", "json"][..], &samples(), extra].concat();
        let document: Value = serde_json::from_str(&run(&arguments).stdout).unwrap();
        document["links"].as_array().unwrap().len()
    };
    assert!(n_links(&["--min-score", "0"]) > n_links(&[]));
}

#[test]
fn figures_are_a_table_or_json() {
    let text = "More than 500,000 people died in a decade. Police seized 11.9 kg.";
    let table = run_in(Path::new("."), &["figures"], text.as_bytes()).expect(0).tells(&[]).stdout;
    assert!(table.starts_with("sentence  printed"), "{table}");
    let lines: Vec<&str> = table.lines().collect();
    assert!(lines.len() >= 3, "{table}");
    let column = lines[0].find("printed").unwrap();
    assert!(lines[1..].iter().all(|line| line.as_bytes()[column - 1] == b' ' && line.as_bytes()[column] != b' '));

    let json = run_in(Path::new("."), &["figures", "--format", "json", "-"], text.as_bytes()).expect(0).stdout;
    let line: Value = serde_json::from_str(&json).unwrap();
    for figure in line["figures"].as_array().unwrap() {
        let span = figure["start"].as_u64().unwrap() as usize..figure["end"].as_u64().unwrap() as usize;
        assert_eq!(&line["text"].as_str().unwrap()[span], figure["text"].as_str().unwrap());
    }
    let folder = folder();
    let two = run_in(folder.path(), &["figures", "post.txt", "gone.txt", "wire.txt"], b"").expect(2);
    assert!(two.stdout.contains("post.txt\n") && two.stdout.contains("wire.txt\n"), "{}", two.stdout);
    two.tells(&["gone.txt"]);
}

#[test]
fn a_batch_answers_each_line_before_the_next_is_sent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in ["first", "second", "third"] {
        let story =
            json!({ "id": id, "articles": [{ "name": "Post", "text": POST }, { "name": "Wire", "text": WIRE }] });
        writeln!(stdin, "{story}").unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert_eq!((&answer["schema"], &answer["id"]), (&json!("crosscheck/1"), &json!(id)));
        let groups = |mention: &Value| mention["group"].as_u64().unwrap();
        let mentions = answer["findings"][0]["mentions"].as_array().unwrap();
        assert_eq!(mentions.iter().map(groups).collect::<Vec<_>>(), [0, 1], "two values: {answer}");
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_batch_tells_of_what_it_cannot_use_and_goes_on() {
    let input = concat!(
        r#"{"id": "empty", "articles": []}"#,
        "\nnonsense\n",
        r#"{"id": "alone", "articles": [{"name": "AP", "text": "Nine men.", "published": "last week"}]}"#,
        "\n",
    );
    let run = run_in(Path::new("."), &["batch"], input.as_bytes()).expect(2).tells(&["“last week” is not ISO 8601"]);
    let answers: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 3);
    assert!(answers[1]["error"].as_str().unwrap().contains("not a story"));
    assert_eq!((&answers[2]["id"], &answers[2]["articles"][0]["published"]), (&json!("alone"), &Value::Null));
    run_in(Path::new("."), &["batch", "gone.ndjson"], b"").expect(2).tells(&["check the file: gone.ndjson"]);
    run_in(Path::new("."), &["batch", "."], b"").expect(2).tells(&["is a folder"]);
}

/// As with `crosscheck … | head -1`: whoever closes the pipe has all they wanted.
#[test]
fn a_closed_pipe_ends_quietly() {
    let [post, wire, herald] = samples();
    for arguments in [&["schema"][..], &["compare", post, wire, herald, "--format", "json"], &["read", post]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = Command::new(env!("CARGO_BIN_EXE_crosscheck"))
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_session_is_saved_for_the_window() {
    let folder = folder();
    let run =
        run_in(folder.path(), &["compare", "post.txt", "wire.txt", "--session", "story.crosscheck"], b"").expect(1);
    assert_eq!(run.tells(&[]).stdout, "", "a saved session asks for no summary");
    let report = run_in(folder.path(), &["report", "story.crosscheck"], b"").expect(1);
    assert!(report.stdout.contains("‹9› smugglers"), "{}", report.stdout);
    let again = ["compare", "story.crosscheck", "--session", "story.crosscheck"];
    run_in(folder.path(), &again, b"").expect(2).tells(&["this file is one of the articles"]);
    let named = ["compare", "post.txt", "wire.txt", "--session", "story.json"];
    run_in(folder.path(), &named, b"").expect(2).tells(&["end its name in .crosscheck: story.json"]);
    assert!(!folder.path().join("story.json").exists());
}

#[test]
fn a_report_can_be_cut_down_and_says_so() {
    let folder = folder();
    let only = |part: &str, format: &str| {
        run_in(folder.path(), &["compare", "post.txt", "wire.txt", "--only", part, "--format", format], b"")
            .expect(1)
            .stdout
    };
    let whole = run_in(folder.path(), &["compare", "post.txt", "wire.txt"], b"").expect(1).stdout;
    assert!(whole.contains("What was not compared") && whole.contains("scanner"));
    let conflicts = only("conflict", "text");
    assert!(conflicts.contains("Contents: Only conflicts\n") && conflicts.contains("‹9› smugglers"), "{conflicts}");
    assert!(!conflicts.contains("What was not compared") && !conflicts.contains("What agrees"), "{conflicts}");
    assert!(!conflicts.contains("scanner"), "{conflicts}");
    let document: Value = serde_json::from_str(&only("conflict", "json")).unwrap();
    let relations: Vec<&str> =
        document["findings"].as_array().unwrap().iter().map(|one| one["relation"].as_str().unwrap()).collect();
    assert!(!relations.is_empty() && relations.iter().all(|relation| *relation == "conflict"), "{relations:?}");
    for format in ["html", "md", "csv"] {
        let text = only("decided,notes", format);
        assert!(!text.contains("smugglers on Thursday"), "{format}: nothing is decided yet");
    }
    run_in(folder.path(), &["compare", "post.txt", "wire.txt", "--only", "everything"], b"").expect(2);
}

#[test]
fn what_fails_a_run_can_be_chosen() {
    let folder = folder();
    let softer = POST.replace("jailed 3 smugglers", "jailed about 10 smugglers");
    fs::write(folder.path().join("soft.txt"), softer).unwrap();
    let status = |files: [&str; 2], fail_on: &str| {
        run_in(folder.path(), &["compare", files[0], files[1], "--fail-on", fail_on], b"").status
    };
    assert_eq!(status(["post.txt", "wire.txt"], "conflict"), Some(1));
    assert_eq!(status(["post.txt", "wire.txt"], "difference"), Some(1));
    assert_eq!(status(["post.txt", "wire.txt"], "unread"), Some(0));
    assert_eq!(status(["post.txt", "wire.txt"], "unread,conflict"), Some(1));
    assert_eq!(status(["soft.txt", "wire.txt"], "conflict"), Some(0), "about ten and nine are no conflict");
    assert_eq!(status(["post.txt", "gone.txt"], "unread"), Some(2));
}
