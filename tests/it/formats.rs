//! One article in every format that is read: the same words in the same order, the same figures and claims.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crosscheck::analysis::{Analysis, analyze};
use crosscheck::article::{Article, DropReason, Format, Note, open, read, read_all};
use similar::{Algorithm, capture_diff_slices};

use crate::program::run_in;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/formats")
}

fn article(name: &str) -> Article {
    open::open(&folder().join(name)).unwrap_or_else(|error| panic!("{error}"))
}

/// Words, without the difference between printed and typed quotation marks.
fn words(text: &str) -> Vec<String> {
    let plain = text.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    plain.split_whitespace().map(str::to_owned).collect()
}

/// The share of the words of `whole` that `read` has in the same order.
fn in_order(whole: &str, read: &str) -> f64 {
    let (whole, read) = (words(whole), words(read));
    let kept: usize = capture_diff_slices(Algorithm::Myers, &whole, &read)
        .into_iter()
        .filter(|op| op.tag() == similar::DiffTag::Equal)
        .map(|op| op.old_range().len())
        .sum();
    kept as f64 / whole.len() as f64
}

/// The claims, without the marks of lists, which plain text keeps.
fn claims(analysis: &Analysis) -> Vec<String> {
    let claims = analysis.claims.iter().map(|claim| words(analysis.words(claim.span)).join(" "));
    claims.map(|claim| claim.trim_start_matches("- ").to_owned()).collect()
}

fn figures(analysis: &Analysis) -> Vec<String> {
    let all = analysis.figures.iter().flatten();
    all.map(|figure| format!("{} {:?}", analysis.words(figure.span), figure.quantity)).collect()
}

#[test]
fn every_format_gives_the_same_article() {
    let whole = analyze(Arc::new(article("ferries.md")));
    let (whole_claims, whole_figures) = (claims(&whole), figures(&whole));
    assert!(whole_figures.len() > 30, "{whole_figures:#?}");
    for (name, format) in [
        ("ferries.txt", Format::Text),
        ("ferries.html", Format::Html),
        ("ferries.eml", Format::Email),
        ("ferries.mhtml", Format::WebArchive),
        ("ferries.webarchive", Format::WebArchive),
        ("pandoc.docx", Format::Docx),
        ("office.docx", Format::Docx),
        ("pandoc.odt", Format::Odt),
        ("office.odt", Format::Odt),
        ("pandoc.rtf", Format::Rtf),
        ("office.rtf", Format::Rtf),
        ("pandoc.epub", Format::Epub),
        ("office.pdf", Format::Pdf),
        ("newspaper.pdf", Format::Pdf),
        ("one-column.pdf", Format::Pdf),
        ("two-columns.pdf", Format::Pdf),
        ("three-columns.pdf", Format::Pdf),
    ] {
        let read = analyze(Arc::new(article(name)));
        let share = in_order(&whole.article.text, &read.article.text);
        println!("{name}: {share:.3} of the words in order");
        assert!(share >= 0.97, "{name}: {share:.3}\n{}", read.article.text);
        assert_eq!(read.article.reading.format, format, "{name}");
        assert_eq!(read.article.details.title, whole.article.details.title, "{name}");
        assert_eq!(read.article.details.byline.as_deref(), Some("Ines Vardal"), "{name}");
        assert!(read.article.details.published.is_some(), "{name}");
        assert_eq!(figures(&read), whole_figures, "{name}");
        assert_eq!(claims(&read), whole_claims, "{name}");
    }
}

#[test]
fn what_stands_beside_the_text_of_a_newspaper_is_kept_apart() {
    let article = article("newspaper.pdf");
    assert_eq!(article.details.published.unwrap().to_string(), "2026-03-12");
    let why =
        |words: &str| article.dropped.iter().find(|dropped| dropped.text.contains(words)).map(|dropped| dropped.why);
    assert_eq!(why("19 boats on 6 routes"), Some(DropReason::NotArticle));
    assert_eq!(why("We have waited long enough"), Some(DropReason::NotArticle));
    assert_eq!(why("Vestby Courier"), Some(DropReason::EveryPage));
    assert_eq!(why("TRANSPORT"), Some(DropReason::Details));
    assert_eq!(why("Page 2"), Some(DropReason::EveryPage));
    assert!(!article.dropped.iter().any(|dropped| dropped.why == DropReason::OrderUncertain));
}

#[test]
fn the_ending_of_a_file_says_nothing() {
    for name in [
        "pandoc.docx",
        "office.odt",
        "office.rtf",
        "pandoc.epub",
        "two-columns.pdf",
        "ferries.eml",
        "ferries.webarchive",
    ] {
        let bytes = fs::read(folder().join(name)).unwrap();
        assert_eq!(read(&bytes, "article.txt").unwrap().text, article(name).text, "{name}");
    }
}

#[test]
fn tracked_changes_are_accepted_and_what_is_beside_the_text_is_kept_apart() {
    for name in ["changes.docx", "changes.odt", "changes.rtf"] {
        let article = article(name);
        assert!(article.text.contains("put off the tram for two more years"), "{name}: {}", article.text);
        assert!(!article.text.contains("abstained") && !article.text.contains("15 stops"), "{name}: {}", article.text);
        let note = Note::TrackedChanges { n: 3, by: vec!["Mari Lind".to_owned(), "Ola Brandt".to_owned()] };
        assert!(article.notes.contains(&note), "{name}: {:?}", article.notes);
        let beside = |why| -> Vec<&str> {
            article.dropped.iter().filter(|dropped| dropped.why == why).map(|dropped| dropped.text.trim()).collect()
        };
        assert_eq!(beside(DropReason::Deleted), ["three", "Nobody abstained."], "{name}");
        assert_eq!(beside(DropReason::Comment), ["Mari Lind: Or was it 15 stops?"], "{name}");
        assert_eq!(
            beside(DropReason::Footnote),
            ["The report counts rails, stops and 22 trams, at prices of 2025."],
            "{name}"
        );
    }
}

#[test]
fn a_book_or_a_message_may_hold_several_articles() {
    let book = fs::read(folder().join("two-articles.epub")).unwrap();
    let titles = |bytes: &[u8]| -> Vec<String> {
        read_all(bytes, "x").unwrap().into_iter().filter_map(|article| article.details.title).collect()
    };
    let both = ["Library stays open on Sundays", "Flood gate holds in its first storm"];
    assert_eq!(titles(&book), both);
    // The window shows the first, and says so; in the command line each is an article.
    assert!(article("two-articles.epub").notes.contains(&Note::FirstOf(2)));
    let run = run_in(&folder(), &["read", "--format", "json", "two-articles.epub"], b"").expect(0);
    assert_eq!(run.stdout.lines().count(), 2);
    let message = b"From: Desk <desk@courier.example>\r\nTo: all@courier.example\r\nSubject: Two for tomorrow\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nThe mayor opened two schools on Monday.\r\n> Send it by nine.\r\n--x\r\nContent-Type: text/markdown; name=fire.md\r\nContent-Disposition: attachment; filename=fire.md\r\n\r\n# Fire in the old mill\r\n\r\nThree men were hurt on Sunday.\r\n--x--\r\n";
    assert_eq!(titles(message), ["Two for tomorrow", "Fire in the old mill"]);
    let first = &read_all(message, "x").unwrap()[0];
    assert_eq!(first.text, "The mayor opened two schools on Monday.");
    assert_eq!(first.dropped[0].text, "> Send it by nine.");
}

#[test]
fn a_folder_gives_its_articles_and_a_page_is_one_with_its_files() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    for name in ["pandoc.docx", "two-columns.pdf", "ferries.html", "scan.pdf"] {
        fs::copy(folder().join(name), at(name)).unwrap();
    }
    fs::create_dir(at("ferries_files")).unwrap();
    fs::write(at("ferries_files/note.txt"), "No article.").unwrap();
    fs::write(at("photo.jpg"), b"\xFF\xD8\xFF\xE0 picture").unwrap();
    fs::write(at("data.json"), b"{\"a\": 1}").unwrap();
    fs::write(at("code.js"), b"let a = 1;").unwrap();
    let run = run_in(place.path(), &["read", "--format", "json", "."], b"").expect(2);
    assert_eq!(run.stdout.lines().count(), 3, "{}", run.stdout);
    assert!(run.stderr.contains("no text layer") && run.stderr.lines().count() == 1, "{}", run.stderr);
    let run = run_in(place.path(), &["read", "--format", "json", "ferries.html", "ferries_files"], b"").expect(0);
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
}

#[test]
fn documents_are_read_in_a_process_of_their_own_with_the_same_result() {
    let run =
        run_in(&folder(), &["read", "--apart=pandoc.docx"], &fs::read(folder().join("pandoc.docx")).unwrap()).expect(0);
    let answer: open::Answer = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(answer.unwrap()[0].text, article("pandoc.docx").text);
    let run = run_in(&folder(), &["read", "--apart=scan.pdf"], &fs::read(folder().join("scan.pdf")).unwrap()).expect(0);
    let answer: open::Answer = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(answer.unwrap_err().to_string(), open::open(&folder().join("scan.pdf")).unwrap_err().cause.to_string());
}
