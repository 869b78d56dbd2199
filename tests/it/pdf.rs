//! Pages of PDF made for one question each: which lines follow each other, and what is no part of the text.

use std::io::Write as _;

use crosscheck::article::{Article, DropReason, Unreadable, read};

/// A file of pages with these marks, in a font that every reader has.
fn file(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|idx| format!("{} 0 R", 4 + 2 * idx)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    for (idx, marks) in pages.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
            5 + 2 * idx
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{marks}\nendstream", marks.len()));
    }
    assembled(&objects.into_iter().map(String::into_bytes).collect::<Vec<_>>())
}

fn assembled(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (idx, object) in objects.iter().enumerate() {
        places.push(out.len());
        writeln!(out, "{} 0 obj", idx + 1).unwrap();
        out.extend_from_slice(object);
        out.extend_from_slice(b"\nendobj\n");
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).unwrap();
    out
}

/// The marks of one line.
fn line(x: f32, y: f32, size: f32, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
    format!("BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n")
}

const LEFT: [&str; 7] = [
    "The council of Vestby voted by",
    "eight to three on Monday to buy",
    "forty buses. The first of them",
    "will run in May. The mayor spoke",
    "of a good day for the inter-",
    "national fair in the town and",
    "for the 20-",
];
const RIGHT: [&str; 7] = [
    "year plan. A storm had closed",
    "nine schools the week before.",
    "Two hundred pupils stayed at",
    "home. The fire service pumped",
    "water out of sixty cellars and",
    "found no one hurt. The harbour",
    "opened again on Sunday.",
];

/// A page of two columns, drawn column by column, or line by line across both.
pub(crate) fn two_columns(across: bool) -> Vec<u8> {
    let mut marks = line(60.0, 760.0, 18.0, "Buses, and a storm");
    let y = |idx: usize| 720.0 - 13.0 * idx as f32;
    if across {
        for (idx, (left, right)) in LEFT.iter().zip(RIGHT).enumerate() {
            marks += &line(60.0, y(idx), 10.0, left);
            marks += &line(310.0, y(idx), 10.0, right);
        }
    } else {
        for (x, column) in [(60.0, LEFT), (310.0, RIGHT)] {
            for (idx, text) in column.iter().enumerate() {
                marks += &line(x, y(idx), 10.0, text);
            }
        }
    }
    file(&[marks])
}

/// A file whose stream with objects unpacks to gigabytes.
pub(crate) fn object_bomb() -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..320 {
        packed.write_all(&vec![b' '; 1_000_000]).unwrap();
    }
    let packed = packed.finish().unwrap();
    let mut stream =
        format!("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {} >>\nstream\n", packed.len())
            .into_bytes();
    stream.extend(packed);
    stream.extend_from_slice(b"\nendstream");
    assembled(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
        stream,
    ])
}

/// A page that draws a form ten times, which draws another ten times, and so on: ten million drawings of nothing.
pub(crate) fn form_bomb() -> Vec<u8> {
    let stream = |head: &str, marks: &str| {
        format!("<< {head} /Length {} >>\nstream\n{marks}\nendstream", marks.len()).into_bytes()
    };
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>"
            .to_vec(),
        stream("", &"/X Do ".repeat(10)),
    ];
    for next in 6..12 {
        let head =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} 0 R >> >>");
        objects.push(stream(&head, &"/X Do ".repeat(10)));
    }
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "n"));
    assembled(&objects)
}

fn dropped(article: &Article, why: DropReason) -> Vec<&str> {
    article.dropped.iter().filter(|dropped| dropped.why == why).map(|dropped| dropped.text.as_str()).collect()
}

#[test]
fn columns_are_read_one_after_the_other_and_broken_words_mended() {
    let article = read(&two_columns(false), "a.pdf").unwrap();
    assert_eq!(article.details.title.as_deref(), Some("Buses, and a storm"));
    assert!(
        article
            .text
            .contains("the international fair in the town and for the 20-year plan. A storm had closed nine schools"),
        "{}",
        article.text
    );
    assert!(article.dropped.is_empty(), "{:?}", article.dropped);
}

#[test]
fn what_the_two_ways_disagree_on_is_left_out() {
    // Place says two columns, the order of drawing says lines across the page: nothing can be relied on but the headline.
    let article = read(&two_columns(true), "a.pdf").unwrap();
    assert_eq!(article.text, "Buses, and a storm");
    assert!(!dropped(&article, DropReason::OrderUncertain).is_empty());
}

#[test]
fn columns_too_short_to_be_told_apart_make_no_sentences() {
    // Three lines are too few for a gap between columns; the gap in each line gives it away.
    let mut marks = String::new();
    for (idx, (left, right)) in LEFT.iter().zip(RIGHT).take(3).enumerate() {
        let y = 700.0 - 13.0 * idx as f32;
        marks += &line(60.0, y, 10.0, left);
        marks += &line(310.0, y, 10.0, right);
    }
    assert_eq!(read(&file(&[marks]), "a.pdf").unwrap_err(), Unreadable::NoOrder);
}

#[test]
fn running_heads_and_page_numbers_are_no_part_of_the_text() {
    let pages: Vec<String> = ["river", "bridge", "harbour", "market"]
        .iter()
        .enumerate()
        .map(|(page, place)| {
            let mut marks = line(60.0, 800.0, 8.0, "Vestby Courier, 12 March 2026");
            for idx in 0..6 {
                marks += &line(
                    60.0,
                    740.0 - 13.0 * idx as f32,
                    10.0,
                    &format!("Line {idx} at the {place} goes on to say a few more words and"),
                );
            }
            marks + &line(290.0, 40.0, 8.0, &format!("Page {} of 4", page + 1))
        })
        .collect();
    let article = read(&file(&pages), "a.pdf").unwrap();
    assert!(!article.text.contains("Courier") && !article.text.contains("of 4"), "{}", article.text);
    assert_eq!(dropped(&article, DropReason::EveryPage).len(), 8);
    // The text runs over the ends of pages.
    assert!(
        article.text.contains("Line 5 at the river goes on to say a few more words and Line 0 at the bridge"),
        "{}",
        article.text
    );
}

#[test]
fn files_without_words_say_why() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/formats");
    let why = |name: &str| read(&std::fs::read(folder.join(name)).unwrap(), name).unwrap_err();
    assert_eq!(why("scan.pdf"), Unreadable::NoTextLayer);
    assert_eq!(why("protected.pdf"), Unreadable::Encrypted);
    assert_eq!(read(b"%PDF-1.7 and nothing else", "a.pdf").unwrap_err(), Unreadable::Damaged);
}
