//! The JSON contract: real output is what `crosscheck schema` says, and offsets point where they should.

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::program::{run, run_in};
use crate::stories;

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(&run(&["schema"]).expect(0).stdout).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[track_caller]
fn check(validator: &Validator, document: &Value) {
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{error} at {}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    for article in document["articles"].as_array().unwrap() {
        let text = article["text"].as_str().unwrap();
        for claim in article["claims"].as_array().unwrap() {
            assert!(words(text, claim).is_some());
            for figure in claim["figures"].as_array().unwrap() {
                assert_eq!(words(text, figure), figure["text"].as_str());
            }
        }
    }
    for finding in ["findings", "agreements"].iter().flat_map(|list| document[list].as_array().unwrap()) {
        for mention in finding["mentions"].as_array().unwrap() {
            let article = &document["articles"][mention["article"].as_u64().unwrap() as usize];
            assert_eq!(words(article["text"].as_str().unwrap(), mention), mention["text"].as_str());
        }
    }
}

fn words<'a>(text: &'a str, place: &Value) -> Option<&'a str> {
    text.get(place["start"].as_u64()? as usize..place["end"].as_u64()? as usize)
}

#[test]
fn comparisons_of_the_samples_are_valid() {
    let validator = validator();
    for folder in stories::folders() {
        let files: Vec<String> = stories::articles(&folder)
            .iter()
            .map(|article| article.path.as_ref().unwrap().display().to_string())
            .collect();
        let mut arguments = vec!["compare", "--format", "json", "--min-score", "0.1"];
        arguments.extend(files.iter().map(String::as_str));
        let document: Value = serde_json::from_str(&run(&arguments).stdout).unwrap();
        check(&validator, &document);
        assert!(!document["findings"].as_array().unwrap().is_empty());
    }
}

#[test]
fn batch_answers_are_valid_and_sentences_stay_as_given() {
    let sentences = ["Nine men, e.g. Mr. Kay, were held. Two fled", "", "on Thursday at 9:30 a.m., 26.2 pounds — “½”"];
    let story = json!({ "id": "s1", "articles": [
        { "name": "AP", "sentences": sentences, "published": "2019-11-07" },
        { "name": "AFP", "text": "Nine men were held on Thursday.\n\nPolice seized 11.9 kg." },
    ]});
    let run = run_in(".".as_ref(), &["batch"], format!("{story}\n").as_bytes());
    let document: Value = serde_json::from_str(run.stdout.trim()).unwrap();
    check(&validator(), &document);
    let article = &document["articles"][0];
    assert_eq!(article["text"].as_str().unwrap(), sentences.join("\n"));
    assert_eq!(article["published"], "2019-11-07");
    for claim in article["claims"].as_array().unwrap() {
        let sentence = sentences[claim["sentence"].as_u64().unwrap() as usize];
        assert_eq!(words(article["text"].as_str().unwrap(), claim).unwrap(), sentence);
    }
}

#[test]
fn an_answer_that_breaks_the_contract_is_noticed() {
    let validator = validator();
    let whole = json!({ "schema": "crosscheck/1", "id": null, "articles": [], "links": [], "rows": [], "findings": [],
        "agreements": [], "not_compared": [], "facts": [], "decisions_without_finding": [], "notes": [], "mends": [],
        "title": null, "reviewer": null, "second_reader": null, "authoritative": null, "corrections": [], "regroupings": [],
        "disagreements": [] });
    check(&validator, &whole);
    for (key, value) in [("schema", json!("crosscheck/2")), ("links", json!([{ "a": [0], "b": [1, 2], "score": 1 }]))] {
        let mut broken = whole.clone();
        broken[key] = value;
        assert!(!validator.is_valid(&broken), "{key}");
        broken.as_object_mut().unwrap().remove(key);
        assert!(!validator.is_valid(&broken), "without {key}");
    }
}
