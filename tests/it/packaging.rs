//! What the packages hold: that the files generated from the program are current, and that their lists agree.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::CommandFactory;
use clap_complete::Shell;
use crosscheck::cli::Arguments;
use crosscheck::session::Session;
use serde_json::Value;

/// With this set the generated files are written instead of compared.
const UPDATE: &str = "UPDATE_PACKAGING";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn packaging() -> PathBuf {
    root().join("assets/packaging")
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The manual of the program and of each of its commands, by file name.
fn manuals() -> Vec<(String, Vec<u8>)> {
    let program = Arguments::command();
    let names = program.get_subcommands().map(|command| command.get_name().to_owned());
    let names: Vec<String> = names.collect();
    let mut manuals = vec![("crosscheck.1".to_owned(), manual(program.disable_help_subcommand(true)))];
    for name in names {
        let command = Arguments::command().find_subcommand(&name).unwrap().clone();
        // `man` takes a name of one word.
        let full = format!("crosscheck-{name}");
        let command = command
            .bin_name(format!("crosscheck {name}"))
            .display_name(full.clone())
            .version(env!("CARGO_PKG_VERSION"));
        manuals.push((format!("{full}.1"), manual(command)));
    }
    manuals
}

fn manual(command: clap::Command) -> Vec<u8> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).manual("Crosscheck").render(&mut page).unwrap();
    page
}

fn completions() -> Vec<(String, Vec<u8>)> {
    let shells = [
        (Shell::Bash, "crosscheck.bash"),
        (Shell::Zsh, "_crosscheck"),
        (Shell::Fish, "crosscheck.fish"),
        (Shell::PowerShell, "_crosscheck.ps1"),
    ];
    let completion = |(shell, file): (Shell, &str)| {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut Arguments::command(), "crosscheck", &mut script);
        (file.to_owned(), script)
    };
    shells.into_iter().map(completion).collect()
}

#[test]
fn manuals_and_completions_are_those_of_the_program() {
    for (folder, files) in [("man", manuals()), ("completions", completions())] {
        let folder = packaging().join(folder);
        if std::env::var_os(UPDATE).is_some() {
            let _ = fs::remove_dir_all(&folder);
            fs::create_dir_all(&folder).unwrap();
            for (name, bytes) in &files {
                fs::write(folder.join(name), bytes).unwrap();
            }
        }
        let mut there: Vec<String> =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        there.sort();
        let mut wanted: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        wanted.sort();
        assert_eq!(there, wanted);
        for (name, bytes) in files {
            let kept = fs::read(folder.join(&name)).unwrap();
            // A checkout on Windows may end lines its own way.
            let is_same = String::from_utf8_lossy(&kept).replace('\r', "") == String::from_utf8_lossy(&bytes);
            assert!(is_same, "{name} is out of date: {UPDATE}=1 cargo test --test it packaging");
        }
    }
}

/// What `Cargo.toml` says of the packages.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--locked", "--format-version", "1"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"][0]["metadata"].clone()
}

#[test]
fn the_packages_hold_the_same_files() {
    let metadata = metadata();
    let asset = |value: &Value| value.as_str().unwrap().to_owned();
    let deb = metadata["deb"]["assets"].as_array().unwrap();
    let deb: Vec<(String, String)> = deb.iter().map(|entry| (asset(&entry[0]), asset(&entry[1]))).collect();
    let rpm = metadata["generate-rpm"]["assets"].as_array().unwrap();
    let rpm = rpm.iter().map(|entry| (asset(&entry["source"]), asset(&entry["dest"])));
    // Each family has its own folder for what zsh completes, and cargo-deb puts the copyright in its place by itself.
    let rpm = rpm.filter(|(from, _)| !from.ends_with("/copyright"));
    let rpm: Vec<(String, String)> = rpm
        .map(|(from, to)| (from, to.trim_start_matches('/').replace("site-functions", "vendor-completions")))
        .collect();
    assert_eq!(deb, rpm);
    assert!(deb.len() > 15);
    for (from, _) in deb {
        let from = from.replace("*.1", "crosscheck.1");
        assert!(from.starts_with("target/") || root().join(&from).is_file(), "{from} is not there");
    }
}

#[test]
fn every_place_names_this_version() {
    let version = env!("CARGO_PKG_VERSION");
    let metainfo = text("assets/packaging/linux/desktop.crosscheck.crosscheck.metainfo.xml");
    let newest = metainfo.split("<release ").nth(1).unwrap();
    assert!(newest.starts_with(&format!("version=\"{version}\"")), "the metainfo's newest release is not {version}");
    let debian = text("assets/packaging/linux/debian-changelog");
    assert!(
        debian.starts_with(&format!("crosscheck ({version}-1) ")),
        "debian-changelog does not begin with {version}"
    );
    let changes = text("CHANGELOG.md");
    let newest = changes.lines().find(|line| line.starts_with("## ")).unwrap();
    assert!(newest.starts_with(&format!("## {version} ")), "CHANGELOG.md begins with {newest}");
    let plist = text("assets/packaging/macos/Info.plist");
    assert_eq!(
        plist.matches(&format!("<string>{version}</string>")).count(),
        2,
        "Info.plist does not name {version} twice"
    );
}

#[test]
fn a_saved_session_is_known_by_its_first_bytes() {
    let mime = text("assets/packaging/linux/crosscheck-mime.xml");
    let session = String::from_utf8(Session::default().to_bytes()).unwrap();
    let mut n_matches = 0;
    for line in mime.lines().filter(|line| line.trim_start().starts_with("<match ")) {
        let attribute = |name: &str| line.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap();
        let (first, last) = attribute("offset").split_once(':').unwrap_or((attribute("offset"), attribute("offset")));
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        let at = session.find(&attribute("value").replace("&quot;", "\"")).unwrap();
        assert!((first..=last).contains(&at), "{line} stands at {at}");
        n_matches += 1;
    }
    assert_eq!(n_matches, 3);
    let ending = crosscheck::session::ENDING;
    assert!(mime.contains(&format!("<glob pattern=\"*.{ending}\"/>")));
}

#[test]
fn the_installer_of_windows_takes_away_what_it_brings() {
    let installer = text("assets/packaging/windows/crosscheck.nsi");
    let script = text("assets/packaging/windows/package");
    let copied = script.lines().filter(|line| line.starts_with("cp "));
    let copied = copied.flat_map(|line| line.split_whitespace().skip(1)).filter(|word| *word != "\"$tree/\"");
    let mut brought: Vec<&str> =
        copied.map(|word| word.trim_matches('"').rsplit('/').next().unwrap_or_default()).collect();
    brought.extend(["third-party.txt", "uninstall.exe"]);
    assert!(brought.len() > 7, "{brought:?}");
    for file in brought {
        assert!(installer.contains(&format!("Delete \"$INSTDIR\\{file}\"")), "{file} would stay");
    }
    let (install, remove) = installer.split_once("Section \"Uninstall\"").unwrap();
    let written = install.lines().map(str::trim).filter(|line| line.starts_with("WriteRegStr HKCU \"${CLASSES}\\"));
    for line in written {
        let key = line.split('"').nth(1).unwrap();
        // Keys go with all that is below them. What is written for each ending is taken away beside the line that writes it.
        let depth = if key.contains("\\Applications\\") { 3 } else { 2 };
        let top = key.split('\\').take(depth).collect::<Vec<_>>().join("\\");
        let is_gone = top.contains("${ENDING}") || remove.contains(&format!("DeleteRegKey HKCU \"{top}\""));
        assert!(is_gone, "{top} would stay in the registry");
    }
}
