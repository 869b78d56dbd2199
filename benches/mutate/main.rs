//! Reads damaged input without end: for figures and for every reader, some millions of small inputs that are changed at random.
//! It needs no other compiler than the program does; `tests/fuzz` has the same targets for a fuzzer that watches the branches.
//!
//! `cargo run --release --example mutate -- READER N [FROM]` makes the inputs FROM to FROM + N, which are the same in every run, and
//! ends with status 1 after a panic, an article that is not sound, or an input that took longer than five seconds. Small seeds make
//! many executions; larger ones are in `tests/it/mutations.rs`.
#![expect(clippy::disallowed_methods, reason = "what the system says of the memory is in a file")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

#[path = "../../tests/fuzz/src/checks.rs"]
#[expect(unreachable_pub, reason = "the crate of the fuzz targets shows them to its targets")]
mod checks;
mod seeds;

use checks::{check, figures, zipped};
use seeds::{
    CHAPTER, DOCX, FIGURE_PIECES, MAIL, MAIL_PIECES, MARKDOWN, MARKDOWN_PIECES, MHTML, ODT, PAGE_PIECES, PAGES,
    PDF_PIECES, RTF, RTF_PIECES, TEXT_PIECES, XML_PIECES, pdf, texts, webarchive,
};

/// Numbers as if by chance, the same in every run ([SplitMix64](https://prng.di.unimi.it/splitmix64.c)).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// An input that takes longer has run away.
const PATIENCE: Duration = Duration::from_secs(5);

/// Longest input, in bytes.
const LONGEST: usize = 1_500;

const SENTENCES: &str = include_str!("../../tests/it/figures.tsv");

/// What is read, out of what, and the pieces that are put in at random.
struct Reader {
    name: &'static str,
    seeds: Vec<Vec<u8>>,
    pieces: &'static [&'static str],
    read: fn(&[u8]),
}

fn reader(name: &'static str, seeds: Vec<Vec<u8>>, pieces: &'static [&'static str], read: fn(&[u8])) -> Reader {
    Reader { name, seeds, pieces, read }
}

fn readers() -> Vec<Reader> {
    let bytes = |seeds: &[&str]| seeds.iter().map(|seed| seed.as_bytes().to_vec()).collect::<Vec<_>>();
    let sentences = SENTENCES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let sentences: Vec<Vec<u8>> = sentences.map(|(_, sentence)| sentence.as_bytes().to_vec()).collect();
    vec![
        reader("figures", sentences.clone(), FIGURE_PIECES, figures),
        reader("pages", bytes(PAGES), PAGE_PIECES, |bytes| check(bytes, "page.html")),
        reader("docx", bytes(&[DOCX]), XML_PIECES, docx),
        reader("odt", bytes(&[ODT]), XML_PIECES, odt),
        reader("epub", bytes(&[CHAPTER]), PAGE_PIECES, epub),
        reader("rtf", bytes(RTF), RTF_PIECES, |bytes| check(&[&b"{\\rtf1 "[..], bytes].concat(), "letter.rtf")),
        reader("pdf", vec![pdf()], PDF_PIECES, |bytes| check(bytes, "page.pdf")),
        reader("mail", bytes(MAIL), MAIL_PIECES, |bytes| check(bytes, "letter.eml")),
        reader("mhtml", bytes(&[MHTML]), MAIL_PIECES, |bytes| check(bytes, "page.mhtml")),
        reader("webarchive", vec![webarchive()], PAGE_PIECES, |bytes| check(bytes, "page.webarchive")),
        reader("markdown", bytes(MARKDOWN), MARKDOWN_PIECES, |bytes| check(bytes, "story.md")),
        reader("text", texts(sentences), TEXT_PIECES, |bytes| check(bytes, "story.txt")),
    ]
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let readers = readers();
    let reader = arguments.first().and_then(|name| readers.iter().find(|reader| reader.name == name));
    let number = |idx: usize| arguments.get(idx).and_then(|number| number.parse::<u64>().ok());
    let (Some(reader), Some(n)) = (reader, number(1)) else {
        let names: Vec<&str> = readers.iter().map(|reader| reader.name).collect();
        eprintln!("usage: mutate READER N [FROM]; READER is one of {}", names.join(", "));
        return ExitCode::from(2);
    };
    let from = number(2).unwrap_or(0);
    let (mut n_failed, mut slowest, start) = (0, Duration::ZERO, Instant::now());
    for idx in from..from + n {
        let input = damaged(reader, idx);
        let begun = Instant::now();
        let is_sound = catch_unwind(AssertUnwindSafe(|| (reader.read)(&input))).is_ok();
        let took = begun.elapsed();
        slowest = slowest.max(took);
        if !is_sound || took > PATIENCE {
            n_failed += 1;
            println!(
                "{} {idx}: {} after {took:?}: {:?}",
                reader.name,
                if is_sound { "late" } else { "a panic" },
                String::from_utf8_lossy(&input)
            );
        }
    }
    println!(
        "{}: {n} from {from}, {n_failed} failed, slowest {slowest:?}, {:.0} a second, peak memory {} MB",
        reader.name,
        n as f64 / start.elapsed().as_secs_f64(),
        peak_memory()
    );
    ExitCode::from(u8::from(n_failed > 0))
}

/// The most memory the process has had, in MB; 0 where the system does not say.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok()).unwrap_or(0) / 1000
}

/// The input numbered `idx`: a seed, or two halves of seeds, changed in one to five places.
fn damaged(reader: &Reader, idx: u64) -> Vec<u8> {
    // A state of its own for each input: states in a row would give the same numbers, one place on.
    let mut random = Random(Random(idx).next());
    let seed = |random: &mut Random| reader.seeds[random.below(reader.seeds.len())].clone();
    let mut bytes = seed(&mut random);
    if random.below(3) == 0 {
        let other = seed(&mut random);
        bytes.truncate(random.below(bytes.len() + 1));
        bytes.extend_from_slice(&other[random.below(other.len() + 1)..]);
    }
    for _ in 0..=random.below(5) {
        let at = random.below(bytes.len() + 1);
        let to = (at + random.below(24)).min(bytes.len());
        let piece = reader.pieces[random.below(reader.pieces.len())].as_bytes();
        match random.below(9) {
            0 => drop(bytes.drain(at..to)),
            1 => {
                let again = bytes[at..to].repeat(1 + random.below(6));
                bytes.splice(at..at, again);
            }
            2 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = random.below(256) as u8;
                }
            }
            4 => bytes[at..to].reverse(),
            5 => drop(bytes.splice(at..to, piece.iter().copied())),
            6 => bytes.splice(at..at, piece.repeat(1 + random.below(8))).for_each(drop),
            _ => drop(bytes.splice(at..at, piece.iter().copied())),
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

/// Every eighth archive is damaged itself, where the first byte of what is inside says so; the others are sound.
fn archive(entries: &[(&str, &[u8])], inner: &[u8], name: &str) {
    let mut bytes = zipped(entries);
    if inner.first().is_some_and(|first| first % 8 == 7) {
        let at = inner.iter().map(|byte| usize::from(*byte)).sum::<usize>() % bytes.len();
        bytes[at] ^= inner[inner.len() / 2] | 1;
    }
    check(&bytes, name);
}

fn docx(bytes: &[u8]) {
    archive(&[("word/document.xml", bytes)], bytes, "letter.docx");
}

fn odt(bytes: &[u8]) {
    let kind = b"application/vnd.oasis.opendocument.text";
    archive(&[("mimetype", kind), ("content.xml", bytes)], bytes, "letter.odt");
}

fn epub(bytes: &[u8]) {
    let container = br#"<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>"#;
    let package = br#"<package><metadata><title>Ferries</title></metadata><manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>"#;
    let entries: &[(&str, &[u8])] = &[
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", container),
        ("a.opf", package),
        ("c.xhtml", bytes),
    ];
    archive(entries, bytes, "book.epub");
}
