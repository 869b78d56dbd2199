//! Documents that were damaged on purpose: some thousand a run, inside their containers too. Whatever they hold, reading
//! them ends soon, and in an article or in a sentence.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use crosscheck::article::{Unreadable, read_all};
use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::pdf;

/// A file that takes longer has run away; how long reading takes is for the benchmarks.
const PATIENCE: Duration = Duration::from_secs(60);

/// Numbers as if by chance, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(n.max(1)).unwrap()).unwrap()
    }
}

/// Damages `bytes` in one to four places.
fn damage(bytes: &mut Vec<u8>, random: &mut Random) {
    const HOSTILE: &[&[u8]] = &[
        b"4294967295",
        b"-1",
        b"99999999999999999999",
        b"\xff\xfe\xfd",
        b"<<",
        b"{{{{",
        b"</",
        b"]]>",
        b"\0\0\0\0",
        b"%",
        b"../../../x",
    ];
    for _ in 0..=random.below(4) {
        if bytes.is_empty() {
            return;
        }
        let at = random.below(bytes.len());
        let to = (at + random.below(64)).min(bytes.len());
        match random.below(7) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => drop(bytes.drain(at..to)),
            2 => {
                let again = bytes[at..to].to_vec();
                bytes.splice(at..at, again);
            }
            3 => drop(bytes.splice(at..at, HOSTILE[random.below(HOSTILE.len())].iter().copied())),
            4 => bytes.truncate(at.max(16)),
            5 => {
                let other = random.below(bytes.len());
                bytes.swap(at, other);
            }
            _ => {
                for byte in &mut bytes[at..to] {
                    if byte.is_ascii_digit() {
                        *byte = b'9';
                    }
                }
            }
        }
    }
}

/// The archive in `bytes` with one of its entries damaged inside.
fn damage_inside(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().filter(|name| !name.ends_with('/')).map(str::to_owned).collect();
    let texts: Vec<&String> =
        names.iter().filter(|name| name.contains("ml") || name.ends_with(".opf") || name.ends_with(".rels")).collect();
    let chosen = texts[random.below(texts.len())].clone();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in &names {
        let mut entry = Vec::new();
        archive.by_name(name).unwrap().read_to_end(&mut entry).unwrap();
        if *name == chosen {
            damage(&mut entry, random);
        }
        // Stored: what is packed is tried by damage from outside.
        writer
            .start_file(name.as_str(), SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .unwrap();
        writer.write_all(&entry).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Reads `n` files made from `seed` by `made`; returns how many gave articles.
fn check(seed: &str, n: usize, made: impl Fn(&mut Random) -> Vec<u8> + Sync) -> usize {
    let read = |idx: usize| {
        let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ (idx as u64 + 1).wrapping_mul(0x2545_f491_4f6c_dd1d));
        let bytes = made(&mut random);
        let start = Instant::now();
        let answer = catch_unwind(AssertUnwindSafe(|| read_all(&bytes, seed)));
        let took = start.elapsed();
        let answer = answer.unwrap_or_else(|_| panic!("{seed}, damage {idx}: a panic"));
        assert!(took < PATIENCE, "{seed}, damage {idx}: {took:?}");
        if let Ok(articles) = &answer {
            assert!(articles.iter().all(crosscheck::article::Article::is_sound), "{seed}, damage {idx}: unsound");
        }
        usize::from(answer.is_ok())
    };
    (0..n).into_par_iter().map(read).sum()
}

#[test]
fn damaged_documents_end_soon_in_an_article_or_a_sentence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/formats");
    // Pages take the longest, and have a test of their own in `reading`.
    let seeds = [
        ("pandoc.docx", 250),
        ("changes.docx", 250),
        ("office.odt", 200),
        ("changes.odt", 250),
        ("pandoc.rtf", 250),
        ("changes.rtf", 250),
        ("two-articles.epub", 250),
        ("three-columns.pdf", 250),
        ("office.pdf", 150),
        ("protected.pdf", 50),
        ("ferries.eml", 60),
        ("ferries.mhtml", 60),
        ("ferries.webarchive", 60),
    ];
    let mut n_files = 0;
    for (name, n) in seeds {
        let seed = fs::read(folder.join(name)).unwrap();
        let n_read = check(name, n, |random| {
            let mut bytes = seed.clone();
            damage(&mut bytes, random);
            bytes
        });
        n_files += n;
        println!("{name}: {n} damaged, {n_read} read");
        if seed.starts_with(b"PK") {
            let n_read = check(name, n, |random| damage_inside(&seed, random));
            n_files += n;
            println!("{name}: {n} damaged inside, {n_read} read");
        }
    }
    // The marks of a page, which are packed in files that programs write.
    let seed = pdf::two_columns(false);
    let n_read = check("marks.pdf", 600, |random| {
        let mut bytes = seed.clone();
        damage(&mut bytes, random);
        bytes
    });
    println!("marks.pdf: 600 damaged, {n_read} read");
    assert!(n_files + 600 >= 3_000, "{n_files}");
}

/// An archive with these entries.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, data) in entries {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file(*name, options).unwrap();
        writer.write_all(data).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[track_caller]
fn refused(bytes: &[u8], why: Unreadable) {
    let start = Instant::now();
    assert_eq!(read_all(bytes, "bomb").unwrap_err(), why);
    let took = start.elapsed();
    assert!(took < PATIENCE, "{took:?}");
}

#[test]
fn bombs_and_deep_nesting_are_refused() {
    let document =
        |inner: &str| format!("<w:document xmlns:w=\"w\"><w:body>{inner}</w:body></w:document>").into_bytes();
    let huge = vec![b' '; 200_000_000];
    refused(&zipped(&[("word/document.xml", &huge)]), Unreadable::Bomb);
    let deep = document(&format!("{}{}", "<w:tbl>".repeat(100_000), "</w:tbl>".repeat(100_000)));
    refused(&zipped(&[("word/document.xml", &deep)]), Unreadable::TooComplex);
    let many = document(&"<w:p/>".repeat(1_100_000));
    refused(&zipped(&[("word/document.xml", &many)]), Unreadable::TooComplex);
    // Words that a document declares to be thousands of others are left out.
    let grown = b"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Nine &b; held.</w:t></w:r></w:p></w:body></w:document>";
    let articles = read_all(&zipped(&[("word/document.xml", grown)]), "grown.docx").unwrap();
    assert_eq!(articles[0].text, "Nine held.");
    refused(format!("{{\\rtf1 {}", "{".repeat(1_000_000)).as_bytes(), Unreadable::TooComplex);
    // As many styles as paragraphs, and more paragraphs than any book has.
    let styles: String = (0..300_000).map(|idx| format!("{{\\s{} a{idx};}}", idx % 10_000)).collect();
    let paragraphs = "\\s9999 a\\par".repeat(300_000);
    refused(format!("{{\\rtf1{{\\stylesheet{styles}}}{paragraphs}}}").as_bytes(), Unreadable::TooComplex);
    let nested = "Content-Type: message/rfc822\r\n\r\n".repeat(20_000);
    refused(
        format!("From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\n{nested}").as_bytes(),
        Unreadable::TooComplex,
    );
    refused(&pdf::object_bomb(), Unreadable::Bomb);
    let many: Vec<u8> =
        zipped(&[("word/document.xml", b"<w:document/>")]).into_iter().chain(b"PK\x01\x02".repeat(30_000)).collect();
    refused(&many, Unreadable::Bomb);
    // Attributes without end in one tag, each of which a parser compares with all before it.
    let attributes: String = (0..300_000).map(|idx| format!(" a{idx}=1")).collect();
    refused(format!("<!doctype html><body><p{attributes}>Nine fled").as_bytes(), Unreadable::TooComplex);
    let marks = format!("# Kiln\n\n**Two** and **three** left.\n\n{}", "*a **b ".repeat(800_000));
    refused(marks.as_bytes(), Unreadable::TooLarge { limit: 5_000_000 });
    // Letters that nobody sees, before the first that somebody does.
    refused(format!("{{\\rtf1 {}}}", "\\u9 ".repeat(1_000_000)).as_bytes(), Unreadable::Blank);
    refused(&pdf::form_bomb(), Unreadable::Blank);
}
