//! Reports: their order, that hostile words stay words, and that saving never harms a file.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crosscheck::alignment::Certainty;
use crosscheck::article::Article;
use crosscheck::compare::Comparison;
use crosscheck::findings::{Finding, Relation};
use crosscheck::report::save::{SaveErrorCause, save};
use crosscheck::report::{Format, render};
use crosscheck::review::{Anchor, Review, Verdict};
use crosscheck::view::report::ReportOptions;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

use crate::{docx, stories};

/// Words that try to be markup, a formula, a command of the terminal or a change of direction.
const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script><img src=x onerror=alert(2)> nine",
    "</blockquote></style><iframe src='https://evil.example'></iframe> \" ' & &lt;b&gt;",
    "=HYPERLINK(\"https://evil.example\",\"9 men\") were held",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "[nine](https://evil.example) ![x](https://evil.example/y.png) <b>*men*</b> | held | `x` #1 https://evil.example www.evil.example",
    "\u{1b}[2J\u{1b}]0;title\u{7} nine men\u{0}",
    "held \u{202e}nem enin\u{202c} on Monday",
    "-1+1 ＝1+1",
];

/// Two articles of hostile words, every sentence of the first marked by a conflict with the second.
fn hostile() -> Comparison {
    let mut articles = Vec::new();
    for name in ["<i>Post</i>", "=Wire"] {
        let mut article = Article::from_sentences(name, &HOSTILE);
        article.details.title = Some(HOSTILE[0].to_owned());
        article.details.outlet = Some(format!("{name} {}", HOSTILE[4]));
        article.path = Some(HOSTILE[1].into());
        articles.push(Arc::new(article));
    }
    let mut comparison = stories::compared(&articles);
    for (claim, words) in HOSTILE.iter().enumerate() {
        let finding = stories::conflict(&comparison, claim, format!("F9{claim:02}"), words);
        comparison.findings.findings.push(finding);
    }
    comparison
}

fn options() -> ReportOptions {
    ReportOptions {
        title: Some(HOSTILE[0].to_owned()),
        reviewer: Some(HOSTILE[4].to_owned()),
        unread: vec![HOSTILE[3].to_owned()],
        review: review(),
        ..ReportOptions::default()
    }
}

/// A hostile note on every hostile finding, and one on a finding that is gone.
fn review() -> Review {
    let comparison = hostile();
    let mut review = Review::default();
    let findings = comparison.findings.findings.iter().filter(|finding| finding.id.starts_with("F9"));
    for (finding, note) in findings.zip(HOSTILE) {
        let mut anchor = Anchor::new(&comparison, finding);
        for is_gone in [false, true] {
            if is_gone {
                anchor.places.iter_mut().for_each(|place| place.claim.sentence.push('?'));
            }
            review.decide(None, anchor.clone(), Some(Verdict::Unrelated));
            let id = review.entries().last().map(|(id, _)| id);
            review.note(id, anchor.clone(), note);
        }
    }
    review
}

fn text(format: Format, comparison: &Comparison) -> String {
    String::from_utf8(render(format, comparison, &options())).unwrap()
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn a_page_holds_no_markup_of_the_articles() {
    let page = text(Format::Html, &hostile());
    let page = Html::parse_document(&page);
    assert!(page.errors.is_empty(), "{:?}", page.errors);
    assert!(select(&page, "script, img, iframe, link, object, embed, form, base, svg, b, i").is_empty());
    for element in select(&page, "*") {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}");
            assert!(name != "href" || value.starts_with('#'), "{value}");
        }
    }
    let quoted: Vec<String> = select(&page, "blockquote").iter().map(|quote| quote.text().collect()).collect();
    assert!(quoted.iter().any(|quote| quote == HOSTILE[0]), "{quoted:#?}");
    assert!(quoted.iter().any(|quote| quote.contains("held �nem enin� on Monday")), "{quoted:#?}");
    assert!(select(&page, "blockquote").iter().all(|quote| quote.attr("dir") == Some("auto")));
}

#[test]
fn a_page_forbids_everything_but_its_own_style() {
    let page = Html::parse_document(&text(Format::Html, &hostile()));
    let policy = select(&page, "meta[http-equiv='Content-Security-Policy']")[0].attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    let hash = policy.split("sha256-").nth(1).unwrap().split('\'').next().unwrap();
    let style: String = select(&page, "style")[0].text().collect();
    assert_eq!(from_base64(hash), Sha256::digest(style).to_vec());
    assert!(!policy.contains("unsafe"), "{policy}");
}

fn from_base64(text: &str) -> Vec<u8> {
    let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: String = text.chars().filter_map(|c| Some(format!("{:06b}", signs.find(c)?))).collect();
    bits.as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect()
}

#[test]
fn a_page_has_real_headings_and_table_headers() {
    for folder in stories::folders() {
        let comparison = stories::compared(&stories::articles(&folder));
        let page = Html::parse_document(&text(Format::Html, &comparison));
        let levels: Vec<u32> = select(&page, "h1, h2, h3, h4, h5, h6")
            .iter()
            .map(|heading| heading.value().name()[1..].parse().unwrap())
            .collect();
        assert_eq!(levels[0], 1);
        assert!(levels[1..].iter().all(|&level| level > 1));
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "a level is skipped: {levels:?}");
        for table in select(&page, "table") {
            let n_columns = table.select(&Selector::parse("thead th[scope=col]").unwrap()).count();
            for row in table.select(&Selector::parse("tbody tr").unwrap()) {
                assert_eq!(row.child_elements().count(), n_columns);
                assert_eq!(row.select(&Selector::parse("th[scope=row]").unwrap()).count(), 1);
            }
        }
        let mut ids: Vec<&str> = select(&page, "[id]").iter().map(|element| element.attr("id").unwrap()).collect();
        for link in select(&page, "a") {
            assert!(ids.contains(&&link.attr("href").unwrap()[1..]), "{:?}", link.attr("href"));
        }
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "an id stands twice");
    }
}

#[test]
fn every_format_keeps_the_order() {
    let comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let order =
        ["The articles", "Conflicts", "Other differences", "Claims in only some articles", "What was not compared"];
    for (format, heading) in [(Format::Html, "\">"), (Format::Markdown, "## "), (Format::Text, "\n")] {
        let report = String::from_utf8(render(format, &comparison, &ReportOptions::default())).unwrap();
        let at: Vec<Option<usize>> = order.iter().map(|words| report.find(&format!("{heading}{words}"))).collect();
        assert!(at.iter().all(Option::is_some) && at.is_sorted(), "{format:?} {at:?}");
        assert_eq!(report.as_bytes(), render(format, &comparison, &ReportOptions::default()));
        assert!(!report.contains("0 articles"));
    }
}

#[test]
fn markdown_holds_no_markup_of_the_articles() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let report = text(Format::Markdown, &hostile());
    let mut plain = String::new();
    for event in Parser::new_ext(&report, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("{dest_url}"),
            Event::Start(Tag::Strikethrough | Tag::Emphasis) | Event::InlineMath(_) => panic!("{event:?}"),
            Event::Text(words) => plain += &words,
            _ => {}
        }
    }
    assert!(plain.contains(HOSTILE[0]) && plain.contains(HOSTILE[4]), "{plain}");
    for heading in report.lines().filter(|line| line.starts_with('|')) {
        let cells = heading.replace("\\\\", "").replace("\\|", "");
        assert!(cells.starts_with("| ") || cells.starts_with("|-") || cells.starts_with("| ---"), "{heading}");
    }
}

#[test]
fn a_word_document_holds_nothing_but_text_of_the_articles() {
    let bytes = render(Format::Docx, &hostile(), &options());
    let paragraphs = docx::paragraphs(&bytes);
    assert!(!paragraphs.iter().any(docx::is_more_than_text));
    let text = docx::words_of(Format::Docx, &bytes);
    for words in [HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[4]] {
        assert!(text.contains(words), "{words}");
    }
    assert!(!text.contains(['\u{1b}', '\u{0}', '\u{202e}']));
}

#[test]
fn text_for_the_terminal_holds_no_control_characters() {
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let report = text(format, &hostile());
        let steers = |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
        assert_eq!(report.chars().find(steers), None, "{format:?}");
    }
}

#[test]
fn a_table_has_a_mark_one_row_for_each_place_and_no_formulas() {
    let comparison = hostile();
    let bytes = render(Format::Csv, &comparison, &options());
    let table = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(table);
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let findings = comparison.findings.findings.iter().chain(&comparison.findings.agreements);
    let n_mentions: usize = findings.map(|finding| finding.mentions.len()).sum();
    // Each of the decisions without a finding has two places.
    let n_lost = HOSTILE.len() * 2;
    let n_others = n_lost + comparison.findings.not_compared.len() + options().unread.len();
    assert_eq!(rows.len(), n_mentions + n_others);
    let words_column = columns.iter().position(|name| name == "words").unwrap();
    for row in &rows {
        // A negative number is a number, not a formula.
        let cells = || row.iter().filter(|cell| cell.parse::<f64>().is_err());
        assert!(cells().all(|cell| !cell.starts_with(['=', '+', '@', '-', '\t', '\r', '＝'])), "{row:?}");
    }
    for hostile in HOSTILE {
        let guarded = format!("'{hostile}");
        assert!(rows.iter().any(|row| row[words_column] == *hostile || row[words_column] == *guarded), "{hostile}");
    }
}

#[test]
fn an_article_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("post.txt");
    fs::write(&path, "A court jailed nine men.").unwrap();
    let comparison = stories::compared(&[Arc::new(crosscheck::article::open::open(&path).unwrap())]);
    let mut targets = vec![path.clone(), folder.path().join("./post.txt")];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&path, folder.path().join("link.txt")).unwrap();
        fs::hard_link(&path, folder.path().join("hard.txt")).unwrap();
        targets.extend([folder.path().join("link.txt"), folder.path().join("hard.txt")]);
    }
    for target in targets {
        let error = save(&target, Some(Format::Html), &comparison, &ReportOptions::default()).unwrap_err();
        assert!(matches!(error.cause, SaveErrorCause::IsInput), "{error}");
        assert!(error.to_string().ends_with(&target.display().to_string()), "the path comes last: {error}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "A court jailed nine men.");
}

#[test]
fn a_report_replaces_a_report_whole_and_keeps_its_permissions() {
    let folder = tempfile::tempdir().unwrap();
    let comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let path = folder.path().join("story.md");
    save(&path, None, &comparison, &ReportOptions::default()).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        fs::write(folder.path().join("plain"), "").unwrap();
        assert_eq!(mode(&path), mode(&folder.path().join("plain")), "a new report is readable as any new file");
        fs::remove_file(folder.path().join("plain")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        save(&path, None, &comparison, &ReportOptions::default()).unwrap();
        assert_eq!(mode(&path), 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        let error = save(&path, None, &comparison, &ReportOptions::default()).unwrap_err();
        assert!(matches!(error.cause, SaveErrorCause::IsReadOnly), "{error}");
    }
    assert_eq!(fs::read(&path).unwrap(), render(Format::Markdown, &comparison, &ReportOptions::default()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
}

#[test]
fn weaker_hints_are_folded_away_at_the_end_and_counted_apart() {
    let comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let is_hint = |finding: &&Finding| finding.certainty == Certainty::Low;
    let hints: Vec<&Finding> = comparison.findings.findings.iter().filter(is_hint).collect();
    assert!(hints.len() > 1 && hints.len() < comparison.findings.findings.len());
    let heading = format!("{} weaker hints", hints.len());
    let render = |format, hints| {
        let options = ReportOptions { hints, ..ReportOptions::default() };
        docx::words_of(format, &render(format, &comparison, &options))
    };
    for format in [Format::Markdown, Format::Docx, Format::Text] {
        let report = render(format, true);
        let (before, after) = report.rsplit_once(&heading).unwrap_or_else(|| panic!("{format:?}"));
        assert!(before.contains(&heading), "{format:?}: counted at the top");
        for finding in &hints {
            let id = format!("{} ", finding.id);
            assert!(!before.contains(&id) && after.contains(&id), "{format:?}: {id}");
        }
    }
    let folded = render(Format::Text, false);
    assert!(folded.trim_end().ends_with(&format!("{heading}; --hints lists them")), "{folded}");
    let page = Html::parse_document(&render(Format::Html, false));
    let summary: String = select(&page, "details:not([open]) > summary")[0].text().collect();
    assert_eq!(summary, heading);
    assert_eq!(select(&page, "details .finding").len(), hints.len());
    let json = render(Format::Json, false);
    assert!(hints.iter().all(|finding| json.contains(&format!("\"id\": \"{}\"", finding.id))), "the contract has all");
}

#[test]
fn what_a_person_decided_stands_apart_from_what_is_open() {
    let comparison = stories::compared(&stories::articles(&stories::folders()[0]));
    let conflicts: Vec<usize> = (0..comparison.findings.findings.len())
        .filter(|&idx| {
            let finding = &comparison.findings.findings[idx];
            finding.relation == Relation::Conflict && finding.certainty != Certainty::Low
        })
        .collect();
    let mut review = Review::default();
    for (&idx, verdict) in conflicts.iter().zip([Verdict::Conflict, Verdict::Unrelated]) {
        review.decide(None, Anchor::new(&comparison, &comparison.findings.findings[idx]), Some(verdict));
    }
    let options = ReportOptions { review, ..ReportOptions::default() };
    for format in [Format::Markdown, Format::Docx, Format::Text, Format::Html] {
        let report = docx::words_of(format, &render(format, &comparison, &options));
        let n_left = conflicts.len() - 1;
        let counted = format!("{n_left} conflict{}, 1 confirmed, 1 dismissed", if n_left == 1 { "" } else { "s" });
        let report = report.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(report.contains(&counted), "{format:?}: {report}");
        let at = |words: &str| report.rfind(words).unwrap_or_else(|| panic!("{format:?} has no {words}"));
        let id = |nth: usize| comparison.findings.findings[conflicts[nth]].id.as_str();
        assert!(at("Confirmed") < at(id(0)) && at(id(0)) < at("Dismissed"), "{format:?}");
        assert!(at("Dismissed") < at(id(1)) && at(id(1)) < at("Conflicts, not decided"), "{format:?}");
    }
}

#[test]
fn a_working_sheet_holds_text_alone() {
    let comparison = hostile();
    let bytes = render(Format::Xlsx, &comparison, &options());
    assert_eq!(bytes, render(Format::Xlsx, &comparison, &options()), "the same report gives the same bytes");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    for name in names.iter().filter(|name| name.ends_with(".xml")) {
        let mut xml = String::new();
        std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut xml).unwrap();
        let is_sheet = name.starts_with("xl/worksheets/");
        assert!(!is_sheet || !(xml.contains("<f>") || xml.contains("<hyperlink")), "{name}");
        assert!(xml.chars().all(|c| !c.is_control() || c.is_whitespace()), "{name}");
    }
    assert!(!names.iter().any(|name| name.contains("externalLink") || name.contains("vbaProject")), "{names:?}");
    let cells = docx::cells(&bytes);
    assert!(cells.iter().any(|cell| cell.contains("=HYPERLINK(\"https://evil.example\",\"9 men\")")), "{cells:#?}");
    for expected in ["State", "Who", "Dismissed", "Findings"] {
        assert!(expected == "Findings" || cells.iter().any(|cell| cell == expected), "{expected}");
    }
}
