//! What is damaged: small inputs of every kind, and the pieces that are put into them.

pub(crate) const FIGURE_PIECES: &[&str] = &[
    " 12 ",
    "nine",
    " and ",
    " a half ",
    "$",
    "-",
    "–",
    ",",
    ".",
    " million",
    "%",
    " of the ",
    "May ",
    " 2019",
    " ago",
    "'",
    "\"",
    "one in ",
    " to ",
    "/",
    " more than ",
    "all week ",
    " three weeks after ",
    "on Friday",
    "9999999999999999999",
    "½",
    "م",
    "\u{ad}",
    "&quot;",
    ":30",
    " p.m.",
    "th",
    "(",
    ")",
    " feet ",
    "€",
    " dozen",
    "\n",
];

pub(crate) const PAGES: &[&str] = &[
    "<!doctype html><title>Kiln</title><article><h1>Kiln shuts</h1><p>By Ida Roe<p>Nine men left the kiln at Sele on Monday, said the mayor of the town.<p>Two of the nine were hurt, and 40 stayed away.</article>",
    "<html><head><meta property=og:title content='Kiln shuts'><script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Kiln shuts\",\"datePublished\":\"2019-11-07\"}</script></head><body><div><p>Nine men left the kiln <del>two</del> at Sele, said the mayor.</p><table><tr><td>1<td>2</table><ul><li>One<li><a href=x>More news</a></ul></div>",
];
pub(crate) const PAGE_PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<a href=#1>",
    "</a>",
    "<b>",
    "<i>",
    "<svg>",
    "<math>",
    "<template>",
    "</template>",
    "<script>",
    "</script>",
    "<style>",
    "<!--",
    "-->",
    "<br>",
    "<li>",
    "<ul>",
    "<h1>",
    "</h1>",
    "<blockquote>",
    "<sup>2</sup>",
    "<del>",
    "<q>",
    "<figcaption>",
    "<time datetime=2019-01-01>",
    "<select><option>",
    "<body>",
    "<form>",
    " hidden ",
    " class=sr-only ",
    " style='display:none'",
    "<meta property=og:title content='",
    "&#0;",
    "&amp;",
    "\0",
    "\u{feff}",
    "<plaintext>",
    "<noscript>",
    "<frameset>",
    "]]>",
    "<![CDATA[",
    "\"",
    "'",
    ">",
    "<",
];

pub(crate) const DOCX: &str = "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Kiln shuts</w:t></w:r></w:p><w:p><w:r><w:t xml:space=\"preserve\">Nine </w:t></w:r><w:ins w:author=\"Roe\"><w:r><w:t>men</w:t></w:r></w:ins><w:del w:author=\"Roe\"><w:r><w:delText>women</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
pub(crate) const ODT: &str = "<office:document-content><office:body><office:text><text:tracked-changes><text:changed-region text:id=\"a\"><text:deletion><office:change-info><dc:creator>Roe</dc:creator></office:change-info><text:p>two</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level=\"1\">Kiln shuts</text:h><text:p>Nine<text:s text:c=\"2\"/>men<text:change text:change-id=\"a\"/> left.<text:note><text:note-body><text:p>So</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>";
pub(crate) const CHAPTER: &str = "<html><head><title>Kiln</title></head><body><h1>Kiln shuts</h1><p>Nine men left the kiln at Sele.</p><p>Two were hurt.</p><aside epub:type=\"footnote\"><p>So.</p></aside></body></html>";
pub(crate) const XML_PIECES: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:ins>",
    "<w:del>",
    "<w:delText>",
    "<w:br/>",
    "<w:tab/>",
    "<w:footnoteReference w:id=\"1\"/>",
    "<w:txbxContent>",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:instrText>",
    "<mc:AlternateContent>",
    "<text:p>",
    "</text:p>",
    "<text:s text:c=\"99999999999\"/>",
    "<text:note>",
    "<text:change-start text:change-id=\"a\"/>",
    "<text:h>",
    "<table:table-cell table:number-columns-repeated=\"999999999\">",
    "<text:list>",
    "<text:list-item>",
    "<draw:frame>",
    "&lt;",
    "&#x41;",
    "&a;",
    "<!DOCTYPE d [<!ENTITY a \"b\">]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
    "/>",
    "</",
    "\"",
    "=",
    " ",
    "\0",
];

pub(crate) const RTF: &[&str] = &[
    "{\\fonttbl{\\f0\\fcharset204 A;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Kiln}{\\creatim\\yr2019\\mo11\\dy7}}\\pard\\s1 Kiln shuts\\par\\pard Nine \\u8212? men\\'e9 left{\\footnote So}.\\par}",
    "{\\*\\revtbl{Unknown;}{Roe;}}Nine {\\deleted\\revauthdel1 two}{\\revised\\revauth1 three} men{\\*\\annotation Why}\\par\\trowd\\intbl 1\\cell 2\\cell\\row}",
];
pub(crate) const RTF_PIECES: &[&str] = &[
    "{",
    "}",
    "\\par ",
    "\\pard ",
    "\\u8212?",
    "\\u-10179\\u-8192 ",
    "\\uc0 ",
    "\\uc9 ",
    "\\bin5 ",
    "\\bin99999999 ",
    "\\'e9",
    "\\'",
    "\\*",
    "\\f9999 ",
    "\\fcharset128 ",
    "\\ansicpg932 ",
    "\\s1 ",
    "\\deleted ",
    "\\revised ",
    "\\revauth1 ",
    "\\v ",
    "\\plain ",
    "\\row ",
    "\\cell ",
    "\\fs40 ",
    "\\~",
    "\\\n",
    "{\\fonttbl",
    "{\\stylesheet",
    "{\\*\\revtbl",
    "{\\footnote",
    "{\\*\\annotation",
    "{\\info{\\author",
    "\\",
    "-1",
    "99999999999",
    "\\mac ",
    "\\outlinelevel0 ",
    "\u{e9}",
];

/// A page of three lines, its marks not packed.
pub(crate) fn pdf() -> Vec<u8> {
    let marks = "BT /F 12 Tf 14 TL 72 700 Td (Kiln shuts) Tj T* (Nine men left the kiln at) Tj T* [(Se) -20 (le.)] TJ ET q 1 0 0 1 0 0 cm /X Do Q";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>stream\n{marks}\nendstream", marks.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 65/Widths[500 600 700]>>".to_owned(),
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 8>>stream\nq 1 w Q \nendstream".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (idx, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", idx + 1);
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        file += &format!("{offset:010} 00000 n \n");
    }
    file += &format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", objects.len() + 1);
    file.into_bytes()
}
pub(crate) const PDF_PIECES: &[&str] = &[
    "BT ",
    " ET ",
    " Tj ",
    " TJ ",
    " Td ",
    " TD ",
    " Tm ",
    " T* ",
    " Tf ",
    " cm ",
    " q ",
    " Q ",
    "/X Do ",
    "(",
    ")",
    "<<",
    ">>",
    "[",
    "]",
    "<41>",
    "999999999999",
    "-1",
    "0 ",
    "1e30 ",
    "/F ",
    "/Filter/FlateDecode",
    "/Filter/ASCIIHexDecode",
    "/Filter/LZWDecode",
    "/Length 999",
    "3 0 R ",
    "6 0 R ",
    "/Kids[3 0 R 2 0 R]",
    "/Encoding/Identity-H",
    "/ToUnicode 4 0 R",
    "/Subtype/Type0",
    "/DescendantFonts[5 0 R]",
    "endstream",
    "endobj",
    "stream\n",
    "xref",
    "trailer",
    "/Rotate 90",
    "'",
    "\"",
    " Tz ",
    " Tr ",
    " Ts ",
    "BI ID EI",
];

pub(crate) const MAIL: &[&str] = &[
    "From: Ida Roe <ida@roe.example>\r\nTo: desk@post.example\r\nSubject: =?utf-8?q?Kiln_shuts?=\r\nDate: Thu, 7 Nov 2019 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNine men left the kiln at Sele.\r\n\r\n> Two?\r\n\r\n-- \r\nIda\r\n",
    "From: a@b.example\r\nTo: c@d.example\r\nSubject: Kiln\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Nine men left=2E</p>\r\n--b\r\nContent-Type: text/plain; name=\"a.txt\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nVHdvIG1lbg==\r\n--b--\r\n",
];
pub(crate) const MHTML: &str = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/kiln\r\nSubject: Kiln\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://post.example/kiln\r\n\r\n<article><h1>Kiln shuts</h1><p>Nine men left the kiln at Sele, said the mayor of the town=2E</p></article>\r\n--b--\r\n";
pub(crate) const MAIL_PIECES: &[&str] = &[
    "\r\n",
    "\r\n\r\n",
    "--b\r\n",
    "--b--\r\n",
    "Content-Type: ",
    "multipart/mixed; boundary=b",
    "message/rfc822",
    "text/html",
    "text/plain",
    "Content-Transfer-Encoding: base64\r\n",
    "quoted-printable",
    "=3D",
    "=",
    "=\r\n",
    "=?utf-8?b?4pyT?=",
    "=?x?q?_?=",
    "; charset=utf-16",
    "> ",
    "On 7 Nov 2019, Roe wrote:\r\n",
    "Forwarded message",
    "<p>",
    "</p>",
    "<div>",
    "filename*0=\"",
    "\"",
    ";",
    ":",
    "\0",
    "\u{feff}",
    "Subject: ",
    "Date: ",
    "boundary=\"\"",
];

/// A binary property list that holds a page.
pub(crate) fn webarchive() -> Vec<u8> {
    let page = b"<article><h1>Kiln shuts</h1><p>Nine men left the kiln at Sele, said the mayor.</article>";
    let text = |text: &str| [&[0x5f, 0x10, text.len() as u8][..], text.as_bytes()].concat();
    let objects: Vec<Vec<u8>> = vec![
        vec![0xd1, 1, 2],
        text("WebMainResource"),
        vec![0xd3, 3, 4, 5, 6, 7, 8],
        text("WebResourceData"),
        text("WebResourceTextEncodingName"),
        text("WebResourceURL"),
        [&[0x4f, 0x10, page.len() as u8][..], page].concat(),
        text("UTF-8"),
        text("https://post.example/kiln"),
    ];
    let mut file = b"bplist00".to_vec();
    let mut offsets = Vec::new();
    for object in &objects {
        offsets.push(file.len() as u16);
        file.extend_from_slice(object);
    }
    let table = file.len() as u64;
    for offset in offsets {
        file.extend_from_slice(&offset.to_be_bytes());
    }
    file.extend_from_slice(&[0, 0, 0, 0, 0, 0, 2, 1]);
    for number in [objects.len() as u64, 0, table] {
        file.extend_from_slice(&number.to_be_bytes());
    }
    file
}

pub(crate) const MARKDOWN: &[&str] = &[
    "---\ntitle: Kiln shuts\ndate: 2019-11-07\n---\n# Kiln shuts\n\n*By Ida Roe*\n\nNine **men** left [the kiln](x) at Sele.[^1]\n\n> Two?\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: So.\n",
    "Kiln shuts\n==========\n\nNine men `left` ~~two~~ ![kiln](k.png) <b>it</b>.\n\n1. one\n   2. two\n\n```\ncode\n```\n",
];
pub(crate) const MARKDOWN_PIECES: &[&str] = &[
    "\n\n", "\n", "# ", "> ", "- ", "1. ", "*", "**", "_", "`", "```\n", "[", "](", ")", "![", "<b>", "</div>", "|",
    "|---|\n", "~~", "---\n", "===\n", "[^1]", "[^1]: ", "    ", "\t", "\\", "&amp;", "<!--", "title: ", "\r",
    "\u{feff}", "<script>",
];

/// Sentences in many encodings.
pub(crate) fn texts(sentences: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    for (idx, sentence) in sentences.into_iter().enumerate() {
        let text =
            format!("Kiln shuts\n\nBy Ida Roe\nNov. 7, 2019\n\n“{}” – £5 für €3\n", String::from_utf8_lossy(&sentence));
        let units = || text.encode_utf16();
        texts.push(match idx % 6 {
            0 => text.clone().into_bytes(),
            1 => [&[0xff, 0xfe][..], &units().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()[..]].concat(),
            2 => units().flat_map(u16::to_be_bytes).collect(),
            3 => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
            4 => encoding_rs::SHIFT_JIS.encode(&text).0.into_owned(),
            _ => encoding_rs::KOI8_R.encode(&text).0.into_owned(),
        });
    }
    texts
}
pub(crate) const TEXT_PIECES: &[&str] = &[
    "\n",
    "\r",
    "\n\n",
    "By ",
    "Published: ",
    "Title: ",
    "Updated at ",
    "(Reuters) - ",
    "MORE: ",
    "\u{feff}",
    "\0",
    "\u{ad}",
    "\u{2028}",
    "€",
    "\u{fffd}",
    "&quot;",
    "â‚¬",
    "ﬁ",
    "١٢",
    "- ",
    "1. ",
    "Correction: ",
    "\t",
    " ",
    "Nov. 7, 2019",
];
