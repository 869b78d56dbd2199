//! The house rules that a compiler does not check.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crosscheck::lexicon;

/// Which module may use which others, besides itself. A name that is missing here fails the test, so that every new
/// module takes its place in the picture of `src/lib.rs`.
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("lexicon", &[]),
    ("article", &["text", "lexicon"]),
    ("claims", &["text", "lexicon", "article"]),
    ("figures", &["text", "lexicon"]),
    ("analysis", &["text", "article", "claims", "figures"]),
    ("story", &["text", "lexicon", "article", "claims", "figures", "analysis"]),
    ("model", &[]),
    ("alignment", &["text", "article", "claims", "figures", "analysis", "story", "model"]),
    ("findings", &["text", "lexicon", "article", "claims", "figures", "analysis", "story", "model", "alignment"]),
    ("compare", &["text", "article", "figures", "analysis", "story", "alignment", "findings"]),
    ("review", &["text", "article", "analysis", "alignment", "findings", "compare"]),
    ("wording", &["text", "article", "analysis", "alignment", "figures", "findings", "compare", "review"]),
    (
        "view",
        &["text", "article", "claims", "figures", "analysis", "alignment", "findings", "compare", "review", "wording"],
    ),
    (
        "report",
        &[
            "text",
            "article",
            "claims",
            "figures",
            "analysis",
            "alignment",
            "findings",
            "compare",
            "review",
            "wording",
            "view",
        ],
    ),
    ("session", &["article", "analysis", "findings", "compare", "review", "wording", "report"]),
    ("cli", &["text", "article", "figures", "analysis", "compare", "review", "wording", "view", "report", "session"]),
    (
        "gui",
        &[
            "text",
            "article",
            "claims",
            "figures",
            "analysis",
            "alignment",
            "findings",
            "compare",
            "review",
            "wording",
            "view",
            "report",
            "session",
        ],
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below `folder`, sorted.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// The Rust sources below `src`, with the top module each belongs to.
fn sources() -> Vec<(String, PathBuf, String)> {
    let src = root().join("src");
    files(&src)
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|path| {
            let first = path.strip_prefix(&src).unwrap().components().next().unwrap();
            let module = first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (module, path, text)
        })
        .collect()
}

#[test]
fn lower_stages_never_use_higher_ones() {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    for (module, path, text) in sources() {
        if ["main", "lib", "bin"].contains(&module.as_str()) {
            continue;
        }
        let allowed = layers.get(module.as_str()).unwrap_or_else(|| panic!("{module} has no place in LAYERS"));
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let is_fine = used.is_empty() || used == module || allowed.contains(&used.as_str());
                assert!(is_fine, "{module} uses {used}: {}", path.display());
            }
        }
        if module != "gui" {
            assert!(!text.contains("egui::"), "only gui imports egui: {}", path.display());
        }
    }
}

/// The modules in which files use each other in a circle, and how many files do; in every other module none does. The number
/// may only fall.
const IN_CIRCLES: &[(&str, usize)] = &[
    // A format reads another inside it: a mail holds a page, an archive a document. The rest use the types of their `mod.rs`.
    ("article", 29),
    // The grammar of numbers and dates is recursive, and the vocabulary is read by the tokens that it explains.
    ("figures", 26),
];

/// A path in braces, as in `use super::{rows, terms::{Sentence, Terms}};`, as the paths it stands for. What comes before it is `prefix`.
fn paths_in<'a>(mut text: &'a str, prefix: &[&'a str], paths: &mut Vec<Vec<&'a str>>) -> &'a str {
    let mut path = prefix.to_vec();
    loop {
        text = text.trim_start();
        if let Some(group) = text.strip_prefix('{') {
            text = group;
            loop {
                text = paths_in(text, &path, paths).trim_start();
                match text.strip_prefix(',') {
                    Some(rest) if !rest.trim_start().starts_with('}') => text = rest,
                    Some(rest) => return &rest.trim_start()[1..],
                    None => return text.strip_prefix('}').unwrap_or(text),
                }
            }
        }
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
        path.push(&text[..end]);
        text = &text[end..];
        match text.strip_prefix("::") {
            Some(rest) => text = rest,
            None => break,
        }
    }
    paths.push(path);
    text
}

/// The names of the modules from `src` down to a file: `alignment`, `rows` for `src/alignment/rows.rs`.
fn module_of(path: &Path) -> Vec<String> {
    let path = path.strip_prefix(root().join("src")).unwrap().with_extension("");
    let mut names: Vec<String> = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|name| name == "mod");
    names
}

/// For each file of `module`, the files of it that it uses. An interface that only hands on (`pub use`) uses nothing, nor do tests.
fn uses(module: &str) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let files: Vec<(Vec<String>, String)> = sources()
        .into_iter()
        .filter(|source| source.0 == module)
        .map(|source| (module_of(&source.1), source.2))
        .collect();
    let modules: BTreeSet<Vec<String>> = files.iter().map(|file| file.0.clone()).collect();
    let used_by = |(own, text): &(Vec<String>, String)| {
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = lines.flat_map(|line| [line, "\n"]).collect();
        let code = code
            .split("pub use ")
            .enumerate()
            .map(|(idx, part)| if idx == 0 { part } else { part.split_once(';').map_or("", |(_, rest)| rest) });
        let code: String = code.collect();
        // What a module has inside it is used by its name alone.
        let is_named = |child: &Vec<String>| {
            child.split_last().is_some_and(|(name, above)| {
                above == own.as_slice()
                    && code
                        .match_indices(&format!("{name}::"))
                        .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')))
            })
        };
        let mut used: BTreeSet<Vec<String>> = modules.iter().filter(|child| is_named(child)).cloned().collect();
        for start in ["crate::", "super::", "self::"] {
            for (at, _) in code.match_indices(start) {
                if code[..at].ends_with("::") || code[..at].ends_with(char::is_alphanumeric) {
                    continue;
                }
                let mut paths = Vec::new();
                paths_in(&code[at..], &[], &mut paths);
                for path in paths {
                    let mut names = if path[0] == "crate" { Vec::new() } else { own.clone() };
                    for name in path {
                        match name {
                            "crate" | "self" => {}
                            "super" => drop(names.pop()),
                            name => names.push(name.to_owned()),
                        }
                    }
                    // What is no module is something in the last that is one.
                    while !names.is_empty() && !modules.contains(&names) {
                        names.pop();
                    }
                    if !names.is_empty() && names != *own {
                        used.insert(names);
                    }
                }
            }
        }
        used
    };
    files.iter().map(|file| (file.0.clone(), used_by(file))).collect()
}

#[test]
fn files_of_a_stage_use_each_other_in_one_direction() {
    let (mut n_files, mut n_in_circles) = (0, 0);
    for &(module, _) in LAYERS {
        let most = IN_CIRCLES.iter().find(|known| known.0 == module).map_or(0, |known| known.1);
        let uses = uses(module);
        assert!(!uses.is_empty(), "{module} has no files");
        let reached_from = |from: &Vec<String>| {
            let mut reached: BTreeSet<&Vec<String>> = BTreeSet::new();
            let mut open: Vec<&Vec<String>> = uses[from].iter().collect();
            while let Some(file) = open.pop() {
                if reached.insert(file) {
                    open.extend(&uses[file]);
                }
            }
            reached
        };
        let in_circles: Vec<String> =
            uses.keys().filter(|file| reached_from(file).contains(file)).map(|file| file.join("::")).collect();
        println!("{module}: {} files, {} in circles", uses.len(), in_circles.len());
        assert!(in_circles.len() <= most, "{module} has {} files in circles: {in_circles:?}", in_circles.len());
        n_files += uses.len();
        n_in_circles += in_circles.len();
    }
    println!("all: {n_files} files, {n_in_circles} in circles");
}

#[test]
fn a_path_in_braces_is_several() {
    let mut paths = Vec::new();
    let rest = paths_in("super::{ClaimId, rows, terms::{Sentence, Terms},\n};", &[], &mut paths);
    assert_eq!(rest, ";");
    let joined: Vec<String> = paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(joined, ["super::ClaimId", "super::rows", "super::terms::Sentence", "super::terms::Terms"]);
}

#[test]
fn comments_are_at_most_120_columns_wide() {
    for (_, path, text) in sources() {
        // Links, code, tables and drawings cannot be broken.
        let is_plain = |line: &&str| {
            line.trim_start().starts_with("//") && !["://", "= ", "|", "│", "►"].iter().any(|sign| line.contains(sign))
        };
        for line in text.lines().filter(is_plain) {
            assert!(line.chars().count() <= 120, "{}: {line}", path.display());
        }
    }
}

#[test]
fn nothing_is_left_undone() {
    for (_, path, text) in sources() {
        for word in ["TODO", "FIXME", "XXX:", "#[ignore"] {
            assert!(!text.contains(word), "{word}: {}", path.display());
        }
        for line in text.lines() {
            let is_test = path.to_string_lossy().contains("tests");
            assert!(is_test || !line.contains("std::net"), "the program works offline: {}", path.display());
        }
    }
}

#[test]
fn names_are_ideas_not_drawers() {
    for (_, path, _) in sources() {
        let stem = path.file_stem().unwrap().to_string_lossy();
        assert!(
            !["util", "utils", "helper", "helpers", "misc", "common"].contains(&stem.as_ref()),
            "{}",
            path.display()
        );
    }
}

#[test]
fn lexicon_is_well_formed() {
    let mut declared = BTreeSet::new();
    for table in lexicon::ALL {
        declared.insert(table.path.to_owned());
        let mut seen = BTreeSet::new();
        let mut previous = "";
        let text = fs::read_to_string(root().join("assets/lexicon").join(table.path)).unwrap();
        assert!(text.starts_with('#'), "{} names no source", table.path);
        let is_sorted =
            !text.lines().take_while(|line| line.starts_with('#')).any(|line| line.contains("order matters"));
        for (number, line) in table.lines() {
            let place = format!("{}:{number}: {line:?}", table.path);
            assert_eq!(line.split('\t').count(), table.n_columns, "columns at {place}");
            assert_eq!(line, line.trim_end(), "white space at the end at {place}");
            assert!(seen.insert(line), "twice: {place}");
            assert!(!is_sorted || previous <= line, "out of order: {place}");
            previous = line;
        }
        assert!(!seen.is_empty(), "{} is empty", table.path);
    }
    for path in files(&root().join("assets/lexicon")) {
        let name = path.strip_prefix(root().join("assets/lexicon")).unwrap().to_string_lossy().into_owned();
        assert!(declared.contains(&name), "assets/lexicon/{name} is never read");
    }
}

#[test]
fn no_network_library_is_linked() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--offline", "--edges", "normal", "--prefix", "none", "--format", "{lib}"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let linked: BTreeSet<String> = String::from_utf8(tree.stdout).unwrap().lines().map(str::to_owned).collect();
    assert!(linked.contains("serde"), "the list of what is linked could not be read");
    for name in ["reqwest", "hyper", "openssl_sys", "ring", "rustls", "ureq", "curl", "tokio", "native_tls"] {
        assert!(!linked.contains(name), "{name} is linked");
    }
}
