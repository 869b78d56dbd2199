//! The pages on the files: what stands in them as an example is one.

use std::fs;
use std::path::Path;

use crosscheck::report::json;
use crosscheck::session::Session;
use serde_json::Value;

use crate::program::run_in;

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/help").join(name)).unwrap()
}

/// The first example of JSON in `page`.
fn example(page: &str) -> &str {
    page.split("```json\n").nth(1).unwrap().split("```").next().unwrap()
}

#[test]
fn the_session_of_the_page_is_opened() {
    let page = page("session-file.md");
    let session = Session::from_bytes(example(&page).as_bytes()).unwrap();
    assert_eq!((session.articles.len(), session.articles[0].label()), (1, "Wire"));
    // Every key that is written is explained.
    let written: Value = serde_json::from_slice(&session.to_bytes()).unwrap();
    for value in [&written, &written["articles"][0], &written["articles"][0]["details"], &written["review"]] {
        for key in value.as_object().unwrap().keys() {
            assert!(page.contains(&format!("`{key}`")), "{key} is not explained");
        }
    }
}

#[test]
fn the_line_of_the_page_is_compared() {
    let page = page("json-contract.md");
    let folder = tempfile::tempdir().unwrap();
    let run = run_in(folder.path(), &["batch"], example(&page).as_bytes()).expect(1);
    let answer: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(answer["id"], "s1");
    for key in json::schema()["properties"].as_object().unwrap().keys() {
        assert!(page.contains(&format!("`{key}`")), "{key} is not explained");
        assert!(answer.get(key).is_some(), "{key} is not in the answer");
    }
}
