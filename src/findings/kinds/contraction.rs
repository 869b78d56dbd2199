//! Contractions and the words they stand for: "don't", "do not".

/// Returns a contraction as the words it stands for; another word as it is.
pub(super) fn expand(lower: &str) -> Vec<String> {
    let endings = [("n't", "not"), ("'ve", "have"), ("'ll", "will"), ("'re", "are"), ("'m", "am")];
    for (ending, word) in endings {
        if let Some(stem) = lower.strip_suffix(ending) {
            let stem = match stem {
                "ca" => "can",
                "wo" => "will",
                "sha" => "shall",
                other => other,
            };
            return vec![stem.to_owned(), word.to_owned()];
        }
    }
    match lower {
        "cannot" => vec!["can".to_owned(), "not".to_owned()],
        "gonna" => vec!["going".to_owned(), "to".to_owned()],
        "wanna" => vec!["want".to_owned(), "to".to_owned()],
        _ => vec![lower.to_owned()],
    }
}

/// Returns whether a word is what an apostrophe leaves of one: the "s" of "it's".
pub(super) fn is_clipped(lower: &str) -> bool {
    matches!(lower, "d" | "ll" | "m" | "re" | "s" | "t" | "ve")
}
