//! What is read of a document: the article's text and its figures, what it says about itself, what is left out.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use crosscheck::article::{
    Article, BlockKind, Details, DropReason, Format, Note, Unreadable, read, read_copied, read_text,
};

const HARBOR: &str = include_str!("pages/harbor.html");
const PLAIN: &str = include_str!("pages/plain.html");

const MARKDOWN: &str = "---\ntitle: \"Dam spills\"\noutlet: Valley Post\nauthor: Rhea Lunt\ndate: 2022-10-09 21:15\n---\n\n\
    # Dam spills after **record** rain\n\nWater poured over the dam on Sunday after [143 millimetres](https://valley.example/rain) \
    of rain\nfell in a day.\n\n- 2,700 people left\n- 60 sheep drowned\n\n> Not in danger, the engineer said.\n\n\
    | Village | Homes |\n|---|---|\n| Lower Corran | 310 |\n\n![A map of 9 roads](map.png)\n";

const TEXT: &str = "Dam spills after record rain\nBy Rhea Lunt\nPublished: October 9, 2022 at 9:15 p.m.\n\n\
    Water poured over the dam on Sunday after 143 millimetres of rain fell\nin a single day, engineers said, and about 2,700 people were told to\n\
    leave.\n\nNo one was hurt.\n";

#[track_caller]
fn page(markup: &str) -> Article {
    let article = read(markup.as_bytes(), "page.html").unwrap();
    check_shape(&article);
    article
}

/// What holds of every article, whatever it was read from.
#[track_caller]
fn check_shape(article: &Article) {
    let mut end = 0;
    for block in &article.blocks {
        let words = block.span.of(&article.text);
        assert!(block.span.start >= end && !words.is_empty() && words == words.trim(), "{block:?} {words:?}");
        end = block.span.end;
    }
    assert!(end <= article.text.len() && article.text.ends_with(article.body()));
    assert!(article.dropped.iter().all(|dropped| !dropped.text.trim().is_empty()));
}

fn kinds(article: &Article) -> Vec<BlockKind> {
    article.blocks.iter().map(|block| block.kind).collect()
}

#[test]
fn a_page_gives_its_article_and_no_figure_of_its_furniture() {
    let article = page(HARBOR);
    for inside in [
        "nine men",
        "18 months",
        "six years",
        "214 engines",
        "€2.3\u{a0}million",
        "4 a.m.",
        "311 pages",
        "27 victims",
        "11 weeks",
        "58",
        "€640,000",
        "19 months",
        "2019 | 96",
        "March 14",
    ] {
        assert!(article.text.contains(inside), "{inside} is lost: {}", article.text);
    }
    for outside in [
        "842",
        "30 days",
        "Top 50",
        "77",
        "1,400",
        "day 12",
        "65",
        "8%",
        "5 stories",
        "38",
        "20 years",
        "2016",
        "9 million",
        "41",
        "Rue du Port",
        "017",
        "970",
    ] {
        assert!(!article.text.contains(outside), "{outside} is no part of the article: {}", article.text);
    }
    assert!(article.text.starts_with("Nine jailed over stolen engines at Brest port\nA court in Brest"));
    assert!(article.body().starts_with("A court in Brest"));
    let heading = article.blocks.iter().find(|block| block.kind == BlockKind::Heading).unwrap();
    assert_eq!(heading.span.of(&article.text), "How the ring worked");
    assert!(kinds(&article).contains(&BlockKind::Quote) && kinds(&article).contains(&BlockKind::TableRow));
}

#[test]
fn a_page_says_what_it_is() {
    let details = page(HARBOR).details;
    assert_eq!(details.title.as_deref(), Some("Nine jailed over stolen engines at Brest port"));
    assert_eq!(details.outlet.as_deref(), Some("Quayside Courier"));
    assert_eq!(details.byline.as_deref(), Some("Maud Keller, Ilan Petrov"));
    assert_eq!(details.published.unwrap().to_string(), "2021-03-04T18:20");
    assert_eq!(details.address.as_deref(), Some("https://quayside-courier.example/2021/03/brest-engines"));

    let plain = page(PLAIN).details;
    assert_eq!(plain.title.as_deref(), Some("Dam spills after record rain"));
    assert_eq!((plain.byline, plain.published, plain.address), (None, None, None));
}

#[test]
fn what_was_left_out_is_told_with_the_reason() {
    let article = page(HARBOR);
    let why =
        |words: &str| article.dropped.iter().find(|dropped| dropped.text.contains(words)).map(|dropped| dropped.why);
    assert_eq!(why("842 partners"), Some(DropReason::NotArticle));
    assert_eq!(why("Port strike enters day 12"), Some(DropReason::NotArticle));
    assert_eq!(why("Should have been 20 years"), Some(DropReason::NotArticle));
    assert_eq!(why("1,400 containers"), Some(DropReason::Caption));
    assert_eq!(why("214 engines"), None);
}

#[test]
fn an_old_page_without_any_marks_is_read() {
    let article = page(PLAIN);
    for inside in ["143 millimetres", "1931", "2,700", "9 p.m.", "\"not in danger\"", "Wednesday", "60 sheep"] {
        assert!(article.text.contains(inside), "{inside} is lost: {}", article.text);
    }
    assert!(!article.text.contains("14 goals") && !article.text.contains("Page 2"), "{}", article.text);
}

#[test]
fn declared_and_undeclared_encodings() {
    let page = "<html><head><meta charset=\"windows-1252\"><title>Caf\u{e9}</title></head><body><article><p>The caf\u{e9} owner said \
        the fine of \u{80}1,200 was too high, and that he would fight it in court for as long as he has to.</p></article></body></html>";
    let bytes: Vec<u8> = page.chars().map(|c| c as u8).collect();
    let article = read(&bytes, "page").unwrap();
    assert!(article.text.contains("café owner") && article.text.contains("€1,200"), "{}", article.text);
    assert_eq!((article.reading.encoding, article.reading.format), ("windows-1252", Format::Html));
    assert!(!article.notes.iter().any(|note| matches!(note, Note::EncodingGuessed(_))));

    let guessed = read(b"The caf\xE9 owner paid \x801,200 at once.", "a.txt").unwrap();
    assert_eq!(guessed.text, "The café owner paid €1,200 at once.");
    assert!(guessed.notes.contains(&Note::EncodingGuessed("windows-1252")));
}

#[test]
fn markdown_gives_words_without_marks() {
    let article = read(MARKDOWN.as_bytes(), "dam.md").unwrap();
    check_shape(&article);
    assert_eq!(
        article.text,
        "Dam spills after record rain\nWater poured over the dam on Sunday after 143 millimetres of rain fell in a day.\n\
         2,700 people left\n60 sheep drowned\nNot in danger, the engineer said.\nVillage | Homes\nLower Corran | 310"
    );
    assert_eq!(
        kinds(&article),
        [
            BlockKind::Headline,
            BlockKind::Paragraph,
            BlockKind::ListItem,
            BlockKind::ListItem,
            BlockKind::Quote,
            BlockKind::TableRow,
            BlockKind::TableRow
        ]
    );
    assert_eq!(article.details.outlet.as_deref(), Some("Valley Post"));
    assert_eq!(article.details.published.unwrap().to_string(), "2022-10-09T21:15");
    assert_eq!(
        read(MARKDOWN.as_bytes(), "dam.txt").unwrap().reading.format,
        Format::Markdown,
        "by content, not by ending"
    );
    assert_eq!(read(HARBOR.as_bytes(), "page.txt").unwrap().reading.format, Format::Html, "by content, not by ending");
}

#[test]
fn plain_text_gives_headline_details_and_whole_paragraphs() {
    let article = read(TEXT.as_bytes(), "dam.txt").unwrap();
    check_shape(&article);
    assert_eq!(article.details.title.as_deref(), Some("Dam spills after record rain"));
    assert_eq!(article.details.byline.as_deref(), Some("Rhea Lunt"));
    assert_eq!(article.details.published.unwrap().to_string(), "2022-10-09T21:15");
    assert_eq!(kinds(&article), [BlockKind::Headline, BlockKind::Paragraph, BlockKind::Paragraph]);
    assert!(article.blocks[1].span.of(&article.text).ends_with("told to\nleave."), "a broken line goes on");

    let check = |line: &str, byline: Option<&str>, published: Option<&str>| {
        let article = read_text(&format!("Dam spills\n\n{line}\n\nThe dam spilled on Sunday.\n"), "a.txt").unwrap();
        let Details { byline: read, published: date, .. } = &article.details;
        assert_eq!((read.as_deref(), date.map(|date| date.to_string()).as_deref()), (byline, published), "{line:?}");
        assert_eq!(article.text.contains(line), byline.is_none() && published.is_none(), "{line:?}");
    };
    check("By the Lowland Press staff", Some("the Lowland Press staff"), None);
    check("By our correspondent", Some("our correspondent"), None);
    check("By Rhea Lunt and Ana de Vries, Lowland Press", Some("Rhea Lunt and Ana de Vries, Lowland Press"), None);
    check("By Rhea Lunt | Oct. 9, 2022, 9:15 p.m.", Some("Rhea Lunt"), Some("2022-10-09T21:15"));
    check("October 9, 2022", None, Some("2022-10-09"));
    check("By Sunday the water had risen", None, None);
    check("By noon", None, None);

    let above = |line: &str| {
        let text = format!("{line}\n\nDam spills after record rain\n\nBy Rhea Lunt\n\nThe dam spilled on Sunday.\n");
        read_text(&text, "a.txt").unwrap().details
    };
    for outlet in ["Lowland Courier", "The Sele Post", "Daily Lantern"] {
        let details = above(outlet);
        assert_eq!(details.outlet.as_deref(), Some(outlet));
        assert_eq!(details.title.as_deref(), Some("Dam spills after record rain"));
        assert_eq!(details.byline.as_deref(), Some("Rhea Lunt"));
    }
    for line in ["Nine Flee Flood", "Post", "Readers say goodbye to the Sele Post"] {
        assert_eq!(above(line).outlet, None, "{line:?}");
    }

    let lines = read_text("Two men were held.\nA third fled.\n", "a.txt").unwrap();
    assert_eq!(lines.blocks.len(), 2);
    assert_eq!(lines.text, "Two men were held.\nA third fled.\n", "kept as printed");
}

#[test]
fn what_was_copied_from_a_page_is_taken_whole() {
    let article = read_copied("<p>Related: 3 held</p><ul><li>Nine fled</li></ul>", "pasted").unwrap();
    assert_eq!(article.text, "Related: 3 held\nNine fled");
}

#[test]
fn debris_stays_as_printed_and_is_counted() {
    let article = read_text("quot;Nine&quot; were held, police said.", "a.txt").unwrap();
    assert_eq!(article.text, "quot;Nine&quot; were held, police said.");
    assert!(article.notes.contains(&Note::Debris(2)), "{:?}", article.notes);
}

#[test]
fn other_kinds_are_named_by_their_content() {
    #[track_caller]
    fn check(bytes: &[u8], named: &str) {
        let error = read(bytes, "article.txt").unwrap_err().to_string();
        assert!(error.contains(named) && error.contains(", ") && !error.ends_with('.'), "{error}");
    }
    check(b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "damaged");
    check(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0[Content_Types].xml word/document.xml", "damaged");
    check(b"PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis.opendocument.text", "damaged");
    check(b"PK\x03\x04\x0a\0\0\0\0\0mimetypeapplication/epub+zip", "damaged");
    check(b"PK\x03\x04\x14\0\0\x08\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spreadsheets");
    check(b"PK\x03\x04\x14\0\0\0\x08\0notes.csv", "archives");
    check(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0", ".doc");
    check(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "pictures");
    check(b"\x1F\x8B\x08\0\0\0\0\0", "compressed");
    check(b"WARC/1.0\r\nWARC-Type: response\r\n", "crawlers");
    check(b"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>", "feeds");
    check(b"<?xml version=\"1.0\"?><catalog/>", "XML");
    check(b"{\"text\": \"Nine held.\"}", "JSON");
    check(&[0_u8; 4096], "no text");
}

#[test]
fn nothing_to_read_is_said() {
    assert_eq!(read(b"", "a.txt").unwrap_err(), Unreadable::Empty);
    assert_eq!(read(b" \n\t ", "a.txt").unwrap_err(), Unreadable::Blank);
    assert_eq!(read(b"<p>\x0b</p><script>nine</script>", "a.html").unwrap_err(), Unreadable::Blank);
    assert_eq!(read(b"<html><body></body></html>", "a.html").unwrap_err(), Unreadable::NoArticle);
    let deep = format!("<!doctype html><body>{}", "<div>".repeat(200_000));
    assert_eq!(read(deep.as_bytes(), "a.html").unwrap_err(), Unreadable::TooComplex);
}

#[test]
fn damaged_documents_are_read_or_refused() {
    const N_MUTATIONS: u64 = 50;
    let start = Instant::now();
    let samples = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pages")).unwrap().count();
    assert_eq!(samples, 2, "every page here is damaged");
    for (name, document) in [("a.html", HARBOR), ("b.html", PLAIN), ("c.md", MARKDOWN), ("d.txt", TEXT)] {
        for seed in 0..N_MUTATIONS {
            if let Ok(article) = read(&damaged(document.as_bytes(), seed), name) {
                check_shape(&article);
            }
        }
    }
    assert!(start.elapsed() < Duration::from_secs(120), "took {:?}", start.elapsed());
}

/// `bytes` with some of them changed, doubled or cut away, always the same way for one `seed`.
fn damaged(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap()
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..=next(8) {
        let at = next(bytes.len());
        let end = (at + next(60)).min(bytes.len());
        match next(5) {
            0 => bytes[at] = u8::try_from(next(256)).unwrap(),
            1 => drop(bytes.drain(at..end)),
            2 => bytes.truncate(at.max(1)),
            3 => {
                let copy = bytes[at..end].repeat(3);
                bytes.splice(at..at, copy);
            }
            _ => drop(bytes.splice(at..at, *b"<div><!--</p>&#x")),
        }
    }
    bytes
}

/// Markup that shows nothing, as pages put it in the middle of a sentence.
const UNSEEN: &[&str] = &[
    "<span></span>",
    "<em></em>",
    "<wbr>",
    "<!-- ad -->",
    "<script>show(9)</script>",
    "<style>p { top: 9px }</style>",
    "<svg><title>9 arrows</title></svg>",
    "<picture><img src=\"9.jpg\" alt=\"\"></picture>",
    "<template><p>Nine more</p></template>",
    "<noscript>Nine more</noscript>",
    "<x-ad data-slot=\"9\"></x-ad>",
    "<ins class=\"adsbygoogle\"></ins>",
    "<iframe src=\"9.html\"></iframe>",
    "<label></label>",
    "<input type=\"hidden\" value=\"9\">",
    "<a id=\"p9\"></a>",
    "<span hidden>99 more</span>",
    "<span style=\"visibility: hidden\">99 more</span>",
    "<video>99 more</video>",
];

/// Elements that a word may stand in without being another word.
const AROUND: &[&str] = &[
    "abbr", "b", "bdi", "big", "cite", "code", "data", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr",
    "output", "samp", "small", "span", "strong", "time", "tt", "u", "var", "x-figure",
];

/// `markup` with each paragraph changed at its third blank: `change` is given the word before it.
fn in_paragraphs(markup: &str, change: impl Fn(&str) -> String) -> String {
    let mut changed = String::new();
    for (idx, piece) in markup.split("<p>").enumerate() {
        if idx > 0 {
            changed += "<p>";
        }
        let end = piece.find('<').unwrap_or(piece.len());
        let blank = piece[..end].match_indices(' ').nth(2).map(|(at, _)| at).filter(|_| idx > 0);
        let Some(blank) = blank else {
            changed += piece;
            continue;
        };
        let start = piece[..blank].rfind(' ').map_or(0, |at| at + 1);
        changed += &format!("{}{}{}", &piece[..start], change(&piece[start..blank]), &piece[blank..]);
    }
    changed
}

#[test]
fn what_stands_inside_a_paragraph_leaves_its_words_as_they_are() {
    for source in [HARBOR, PLAIN] {
        let text = page(source).text;
        for unseen in UNSEEN {
            for markup in [format!("{unseen} "), format!(" {unseen}"), (*unseen).to_owned()] {
                let changed = in_paragraphs(source, |word| format!("{word}{markup}"));
                assert_ne!(changed, source);
                assert_eq!(page(&changed).text, text, "with {markup:?}");
            }
        }
        for name in AROUND {
            let changed = in_paragraphs(source, |word| format!("<{name}>{word}</{name}>"));
            assert_eq!(page(&changed).text, text, "with <{name}>");
        }
    }
}

/// A page with one paragraph of `inner` among others.
fn story(inner: &str) -> String {
    format!(
        "<html><head><title>Kiln shuts</title></head><body><article><h1>Kiln shuts</h1><p>{inner}</p>\
        <p>The potters of Rell have fired their bowls in the same kiln since the war, and sell them at the gate on Sundays.</p>\
        <p>A chemist wrote that the glaze held lead, and the county told the owner to stop until it had looked at the matter.</p>\
        </article></body></html>"
    )
}

/// Checks how `inner` is read as a paragraph of a page.
#[track_caller]
fn check_paragraph(inner: &str, expected: &str) {
    let article = page(&story(inner));
    assert!(article.text.lines().any(|line| line == expected), "{inner}: {}", article.text);
}

#[test]
fn raised_numbers_are_told_from_the_words_they_stand_by() {
    check_paragraph(
        "The kiln fired 40<sup>1</sup> bowls in a day, the owner said last week.",
        "The kiln fired 40 bowls in a day, the owner said last week.",
    );
    check_paragraph(
        "The kiln fired 40<a href=\"#n1\">1</a> bowls in a day, the owner said last week.<sup><a href=\"#n2\">[2]</a></sup>",
        "The kiln fired 40 bowls in a day, the owner said last week.",
    );
    check_paragraph(
        "The glaze holds 10<sup>6</sup> grains on 3 m<sup>2</sup> of clay, the chemist wrote.",
        "The glaze holds 10⁶ grains on 3 m² of clay, the chemist wrote.",
    );
    check_paragraph(
        "The wall is 2<sup>1</sup>/<sub>2</sub> feet thick, and gives off CO<sub>2</sub> on its 1<sup>st</sup> day.",
        "The wall is 2 1/2 feet thick, and gives off CO2 on its 1st day.",
    );
}

#[test]
fn what_is_struck_out_is_kept_beside_the_text() {
    let inner = "<del>Twelve</del> <ins>Nine</ins> potters work at the kiln for <s>$2</s> $3 an hour, the owner said.";
    let article = page(&story(inner));
    assert!(
        article.text.contains("\nNine potters work at the kiln for $3 an hour, the owner said.\n"),
        "{}",
        article.text
    );
    let struck: Vec<&str> = article
        .dropped
        .iter()
        .filter(|dropped| dropped.why == DropReason::Struck)
        .map(|dropped| dropped.text.as_str())
        .collect();
    assert_eq!(struck, ["Twelve", "$2"]);
}

#[test]
fn an_article_that_only_the_pages_data_hold_is_read() {
    let page = page(
        "<html><head><title>Kiln shuts</title><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \
        \"Kiln shuts\", \"articleBody\": \"Nine potters lost their work when the kiln shut.\\nThe owner has fled.\"}</script></head>\
        <body><div id=\"app\"></div><p>Subscribe for $1 a week to read on.</p></body></html>",
    );
    assert_eq!(page.body(), "Nine potters lost their work when the kiln shut.\nThe owner has fled.");
    assert!(page.dropped.iter().any(|dropped| dropped.text.contains("$1 a week")));
}

#[test]
fn the_date_that_a_page_prints_is_the_articles() {
    let published = |stamp: &str| {
        page(&story("The kiln shut.").replace("<p>The potters", &format!("<p>{stamp}</p><p>The potters")))
            .details
            .published
            .map(|published| published.to_string())
    };
    assert_eq!(published("Posted on March 3, 2014").as_deref(), Some("2014-03-03"));
    assert_eq!(published("Last updated: 3 Mar 2014 14:05 GMT").as_deref(), Some("2014-03-03T14:05"));
    assert_eq!(published("The kiln was built on March 3, 1914.").as_deref(), None);
}

#[test]
fn what_stands_for_a_picture_is_its_caption() {
    let article = page(
        "<!doctype html><html><head><title>Kiln reopens</title></head><body><article><h1>Kiln reopens</h1>\
         <p>The kiln above the harbor was lit again on Monday after 14 weeks, and its owner said it would fire 900 bricks a day.</p>\
         <div><img src=\"a.jpg\" alt=\"The 70-foot chimney at dawn\"></div><p>The 70-foot chimney at dawn</p>\
         <p>Twelve men work there again, four fewer than before the flood, and two of them are learning the trade this year.</p>\
         <p>4 min read</p><p>1.2k shares, 45 comments</p>\
         <p>Two of the comments sent to the town were in its favor, the clerk told people at the meeting on Monday.</p></article></body></html>",
    );
    for inside in ["14 weeks", "four fewer", "Two of the comments"] {
        assert!(article.text.contains(inside), "{inside}: {}", article.text);
    }
    for outside in ["70-foot", "4 min", "1.2k"] {
        assert!(!article.text.contains(outside), "{outside}: {}", article.text);
    }
    assert!(
        article.dropped.iter().any(|dropped| dropped.why == DropReason::Caption && dropped.text.contains("70-foot"))
    );
}

#[test]
fn a_saved_page_says_where_and_when_it_was_saved() {
    let saved = |before: &str, head: &str| {
        let markup = HARBOR.replacen("<head>", &format!("<head>{head}"), 1);
        assert!(head.is_empty() || markup.contains(head));
        let article = page(&format!("{before}{markup}"));
        let Details { address, archive, retrieved, .. } = article.details;
        [address, archive, retrieved.map(|time| time.to_string())].map(Option::unwrap_or_default)
    };
    let own = saved("", "")[0].clone();
    let single = "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://elsewhere.example/harbor \n \
                  saved date: Tue Nov 24 2026 10:12:33 GMT+0100 (CET)\n-->";
    let [address, archive, retrieved] = saved(single, "");
    assert_eq!((archive.as_str(), retrieved.as_str()), ("", "2026-11-24T10:12"));
    assert_eq!(address, if own.is_empty() { "https://elsewhere.example/harbor".to_owned() } else { own });
    let whole = "https://web.archive.org/web/20261125081500/https://harbor.example/ring";
    let [address, archive, retrieved] =
        saved("", &format!("<link rel=\"canonical\" href=\"{whole}\"><link rel=\"canonical\" href=\"x\">"));
    assert_eq!((archive.as_str(), retrieved.as_str()), (whole, "2026-11-25T08:15"));
    assert_eq!(address, "https://harbor.example/ring");

    let mail = format!(
        "From: <Saved by Blink>\nSnapshot-Content-Location: {whole}\nSubject: Ring\nDate: Thu, 26 Nov 2026 09:10:00 +0000\n\
         MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\n\
         Content-Location: {whole}\n\n<html><body><article><p>{}</p><p>{}</p></article></body></html>\n--b--\n",
        "Nine men were held on Monday after a search of the harbor that took eleven hours, the police said.",
        "They are said to have shipped stolen engines for six years, under crates of apples, to four ports."
    );
    let article = read(mail.as_bytes(), "ring.mhtml").unwrap();
    let Details { archive, retrieved, .. } = &article.details;
    assert_eq!((article.reading.format, archive.as_deref()), (Format::WebArchive, Some(whole)));
    assert_eq!(retrieved.map(|time| time.to_string()).as_deref(), Some("2026-11-25T08:15"), "the archive's time");
}
