//! Bad input and bad targets: a clear line each, the right exit status, no panic, no hang, no partial file.

use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::program::{Run, run_in};

const GOOD: &str = "A court in Brest jailed three smugglers on Thursday for shipping stolen engines.\n";

/// Longer than any of these inputs needs, also unoptimized and on a busy machine; a hang is longer still.
const PATIENCE: Duration = Duration::from_secs(60);

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.txt"), GOOD).unwrap();
    folder
}

/// Compares the good article with `bad` in `folder`: the good one is compared, the bad one told of.
#[track_caller]
fn check_refused(folder: &Path, bad: &str) -> Run {
    let start = Instant::now();
    let run = run_in(folder, &["compare", "good.txt", bad, "--format", "json"], b"").expect(2);
    assert!(start.elapsed() < PATIENCE, "{bad} took {:?}", start.elapsed());
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert!(run.stderr.trim_end().ends_with(&format!(": {bad}")), "the path comes last: {}", run.stderr);
    let document: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(document["articles"].as_array().unwrap().len(), 1);
    let alone = run_in(folder, &["compare", bad], b"").expect(2);
    assert_eq!((alone.stdout.as_str(), alone.stderr.lines().count()), ("", 1), "{}", alone.stderr);
    run
}

#[test]
fn a_missing_file_a_folder_and_an_empty_file() {
    let folder = folder();
    fs::create_dir(folder.path().join("sub")).unwrap();
    fs::write(folder.path().join("empty.txt"), "").unwrap();
    fs::write(folder.path().join("blank.txt"), " \n\t\r\n ").unwrap();
    for bad in ["gone.txt", "sub", "empty.txt", "blank.txt", "no/such/folder.txt"] {
        check_refused(folder.path(), bad);
    }
}

#[test]
fn random_bytes() {
    let folder = folder();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let bytes: Vec<u8> = (0..4_000_000 / 8)
        .flat_map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()
        })
        .collect();
    for name in ["noise.txt", "noise.html", "noise.md"] {
        fs::write(folder.path().join(name), &bytes).unwrap();
        check_refused(folder.path(), name);
        fs::remove_file(folder.path().join(name)).unwrap();
    }
}

#[test]
fn a_text_of_300_mb() {
    let folder = folder();
    // A hole takes no room on the disk; a file is refused by its length, before it is read.
    File::create(folder.path().join("huge.txt")).unwrap().set_len(300_000_001).unwrap();
    check_refused(folder.path(), "huge.txt");
}

#[test]
fn a_page_nested_200_000_deep() {
    let folder = folder();
    for (name, open) in [("div.html", "<div>"), ("inline.html", "<b><i>"), ("quote.md", "> "), ("list.md", "- ")] {
        let page = format!("<!DOCTYPE html><html><body>{}{GOOD}", open.repeat(200_000));
        let page = if name.ends_with("md") { page.replace("<!DOCTYPE html><html><body>", "") } else { page };
        fs::write(folder.path().join(name), page).unwrap();
        let start = Instant::now();
        let run = run_in(folder.path(), &["compare", name], b"");
        assert!(start.elapsed() < PATIENCE, "{name} took {:?}", start.elapsed());
        assert!(matches!(run.status, Some(0..=2)), "{name}: {:?} {}", run.status, run.stderr);
        assert!(!run.stderr.contains("panicked"), "{name}: {}", run.stderr);
    }
}

#[test]
fn invalid_utf_8_is_read_as_what_it_may_be() {
    let folder = folder();
    fs::write(folder.path().join("latin.txt"), b"Un tribunal \xe0 Brest a condamn\xe9 9 hommes \x97 jeudi.\n").unwrap();
    let run = run_in(folder.path(), &["compare", "good.txt", "latin.txt", "--format", "json"], b"");
    assert!(matches!(run.status, Some(0 | 1)), "{}", run.stderr);
    assert!(run.stdout.contains("condamné 9 hommes — jeudi"), "{}", run.stdout);
}

#[test]
fn one_article_is_compared_with_itself() {
    let folder = folder();
    run_in(folder.path(), &["compare", "good.txt"], b"").expect(0).tells(&[]);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/opioid-ring/stitched-digest.txt");
    let run = run_in(folder.path(), &["compare", sample.to_str().unwrap()], b"");
    assert!(run.stdout.starts_with("1 article compared") && run.stderr.is_empty(), "{run:?}");
    assert!(!run.stdout.contains("only some articles"), "{}", run.stdout);
}

#[test]
fn the_same_file_twice_is_said() {
    let folder = folder();
    run_in(folder.path(), &["compare", "good.txt", "./good.txt"], b"").expect(0).tells(&["named twice"]);
    fs::write(folder.path().join("copy.txt"), GOOD).unwrap();
    let run =
        run_in(folder.path(), &["compare", "good.txt", "copy.txt"], b"").expect(0).tells(&["same bytes as good.txt"]);
    assert!(run.stdout.starts_with("2 articles compared"), "{}", run.stdout);
    let stdin = run_in(folder.path(), &["compare", "-", "-"], GOOD.as_bytes()).expect(0).tells(&["named twice"]);
    assert!(stdin.stdout.starts_with("1 article compared"), "{}", stdin.stdout);
    run_in(folder.path(), &["compare", "-"], b"").expect(2);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_among_good_ones() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = folder.path().join("locked.txt");
    fs::write(&path, GOOD).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if File::open(&path).is_ok() {
        eprintln!("permissions do not hold this user back");
        return;
    }
    check_refused(folder.path(), "locked.txt");
}

#[test]
fn what_could_not_be_opened_stands_in_the_report() {
    let folder = folder();
    let run = run_in(folder.path(), &["compare", "good.txt", "gone.txt"], b"").expect(2);
    assert!(run.stdout.contains("1 file: could not be opened") && run.stdout.contains("gone.txt"), "{}", run.stdout);
}

/// Saves to `target`, which cannot be: one line, status 2, and the folder is as it was.
#[track_caller]
fn check_not_saved(folder: &Path, target: &str, trouble: &str) {
    let names = || {
        let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    let run = run_in(folder, &["compare", "good.txt", "-o", target], b"").expect(2).tells(&[trouble]);
    assert!(run.stderr.trim_end().ends_with(target), "the path comes last: {}", run.stderr);
    assert_eq!(names(), before, "nothing is left behind");
}

#[test]
fn targets_that_cannot_be() {
    let folder = folder();
    fs::create_dir(folder.path().join("sub.html")).unwrap();
    check_not_saved(folder.path(), "sub.html", "this is a folder");
    check_not_saved(folder.path(), "no/such/story.html", "its folder does not exist");
    check_not_saved(folder.path(), "good.txt/story.html", "its folder does not exist");
    check_not_saved(folder.path(), "good.txt", "one of the articles");
    check_not_saved(folder.path(), "story.odt", "not known by the ending");
    check_not_saved(folder.path(), "story", "not known by the ending");
    assert_eq!(fs::read_to_string(folder.path().join("good.txt")).unwrap(), GOOD);
}

#[test]
fn one_target_that_cannot_be_does_not_stop_the_others() {
    let folder = folder();
    let arguments = ["compare", "good.txt", "-o", "no/story.md", "-o", "story.md"];
    run_in(folder.path(), &arguments, b"").expect(2).tells(&["its folder does not exist"]);
    assert!(folder.path().join("story.md").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_to() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let sub = folder.path().join("sub");
    fs::create_dir(&sub).unwrap();
    fs::set_permissions(&sub, fs::Permissions::from_mode(0o555)).unwrap();
    if File::create(sub.join("probe")).is_err() {
        check_not_saved(folder.path(), "sub/story.html", "may not be written to");
    } else {
        // Permissions do not hold root back, the kernel's own files do.
        check_not_saved(folder.path(), "/sys/story.html", "may not be written to");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let folder = folder();
    check_not_saved(folder.path(), "/dev/full", "not known by the ending");
    let run = run_in(folder.path(), &["compare", "good.txt", "--format", "md", "-o", "/dev/full"], b"").expect(2);
    run.tells(&["the disk is full"]);

    let program = env!("CARGO_BIN_EXE_crosscheck");
    let shell = |script: &str| Command::new("sh").arg("-c").arg(script).current_dir(folder.path()).output().unwrap();
    let output = shell(&format!("'{program}' schema > /dev/full"));
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("standard output could not be written") && said.lines().count() == 1, "{said}");

    // A small disk of our own, where that is allowed: it vanishes with the shell's mount namespace.
    let small = "mkdir disk && unshare --mount sh -c 'mount -t tmpfs -o size=8k none disk || exit 77; \
        head -c 100 good.txt > disk/story.html; \"$0\" compare good.txt -o disk/story.html; \
        status=$?; ls -A disk; cmp disk/story.html good.txt >&2 && exit $status' ";
    let output = shell(&format!("{small} '{program}'"));
    if output.status.code() == Some(77) || !String::from_utf8_lossy(&output.stderr).contains("crosscheck:") {
        eprintln!("no disk of our own here: {}", String::from_utf8_lossy(&output.stderr));
        return;
    }
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "story.html\n", "no temporary file is left");
    assert!(String::from_utf8(output.stderr).unwrap().contains("the disk is full"));
}
