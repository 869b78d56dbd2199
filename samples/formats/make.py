#!/usr/bin/env python3
"""Makes the sample files that no program at hand writes. Called by make.sh; standard library only."""
import email.message
import email.policy
import plistlib
import re
import sys
import zipfile
import zlib

ADDRESS = "https://courier.example/2026/03/12/ferries"
DATE = "Thu, 12 Mar 2026 18:05:00 +0000"


def read(path):
    return open(path, encoding="utf-8").read()


def write(path, text):
    open(path, "w", encoding="utf-8", newline="").write(text)


def text(source, target):
    """Title, author and date in the lines that plain text has them in."""
    lines = read(source).split("\n")
    title, author, date, *body = [line for line in lines if line.strip()][:3] + ["\n".join(lines[lines.index("2026-03-12") + 1:])]
    write(target, f"{title}\n\nBy {author}\n{date}\n\n" + body[0].strip() + "\n")


def page(source, target):
    """A page as outlets print it, with a menu and links around the article."""
    html = read(source)
    body = re.search(r"<body>(.*)</body>", html, re.S)[1]
    body = re.sub(r'<header id="title-block-header">.*?</header>', "", body, flags=re.S)
    menu = '<nav><ul><li><a href="/">Front page</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
    more = '<aside><h2>Most read</h2><ul><li><a href="/a">Storm closes 9 schools</a></li><li><a href="/b">Fish prices up 12 percent</a></li></ul></aside>'
    write(target, f'''<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Harbour board backs 3 new ferries after a year of delays</title>
<meta property="og:site_name" content="Vestby Courier"><meta name="author" content="Ines Vardal">
<meta property="article:published_time" content="2026-03-12"><link rel="canonical" href="{ADDRESS}">
</head><body>{menu}<main><article>
<h1>Harbour board backs 3 new ferries after a year of delays</h1>
<p class="byline">By Ines Vardal</p><time datetime="2026-03-12">March 12, 2026</time>
{body.strip()}
</article></main>{more}</body></html>
''')


def mail(plain, html, target):
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Vestby Courier <news@courier.example>"
    message["To"] = "readers@courier.example"
    message["Subject"] = "Harbour board backs 3 new ferries after a year of delays"
    message["Date"] = DATE
    message["Message-ID"] = "<1@courier.example>"
    message.set_content(read(plain))
    message.add_alternative(read(html), subtype="html")
    message.set_boundary("part")
    message.get_payload()
    open(target, "wb").write(message.as_bytes())


def mhtml(html, target):
    """As Chromium saves a page."""
    import quopri
    body = quopri.encodestring(read(html).encode()).decode().replace("\n", "\r\n")
    title = "Harbour board backs 3 new ferries after a year of delays"
    write(target, "\r\n".join([
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {ADDRESS}", f"Subject: {title}",
        "Date: Sat, 14 Mar 2026 09:00:00 -0000", "MIME-Version: 1.0", "Content-Type: multipart/related;",
        '\ttype="text/html";', '\tboundary="----MultipartBoundary--x----"', "", "", "------MultipartBoundary--x----",
        "Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>", "Content-Transfer-Encoding: quoted-printable",
        f"Content-Location: {ADDRESS}", "", body, "", "------MultipartBoundary--x------", "",
    ]))


def webarchive(html, target):
    """As Safari saves a page."""
    main = {"WebResourceData": read(html).encode(), "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": ADDRESS, "WebResourceFrameName": ""}
    picture = {"WebResourceData": b"GIF89a", "WebResourceMIMEType": "image/gif", "WebResourceURL": ADDRESS + "/a.gif"}
    open(target, "wb").write(plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=plistlib.FMT_BINARY))


def columns(html, target, n):
    """The article set for print, in `n` columns."""
    article = re.search(r"<article>(.*)</article>", read(html), re.S)[1]
    head, body = article.split("</time>")
    style = f"""@page {{ size: A4; margin: 18mm }} body {{ font: 11pt/1.35 "Liberation Serif", serif; hyphens: auto }}
        h1 {{ font-size: 22pt; line-height: 1.1 }} h2 {{ font-size: 13pt }} .text {{ column-count: {n}; column-gap: 8mm; text-align: justify }}"""
    write(target, f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Ferries</title><style>{style}</style>{head}</time><div class="text">{body}</div></html>')


def newspaper(html, target):
    """The article as a newspaper sets it: two columns, a large first letter, a box, a pull quote, running heads."""
    article = re.search(r"<article>(.*)</article>", read(html), re.S)[1]
    head, body = article.split("</time>")
    title, byline = re.search(r"<h1>.*?</h1>", head, re.S)[0], re.search(r'By [^<]*', head)[0]
    parts = body.strip().split("</p>")
    box = '<aside><b>The fleet in figures</b><p>The company runs 19 boats on 6 routes and sold 8.4 million tickets last year, 3 percent fewer than before.</p></aside>'
    quote = '<blockquote>\u201cWe have waited long enough\u201d</blockquote>'
    body = "</p>".join(parts[:2]) + "</p>" + box + "</p>".join(parts[2:5]) + "</p>" + quote + "</p>".join(parts[5:])
    style = """@page { size: A5; margin: 17mm 13mm; @top-left { content: "Vestby Courier \\00b7 Thursday, March 12, 2026"; font: 8pt "Liberation Sans" }
          @bottom-center { content: "Page " counter(page); font: 8pt "Liberation Sans" } }
        body { font: 9pt/1.3 "Liberation Serif"; hyphens: auto } h1 { font-size: 18pt; line-height: 1.1; margin: 0 } h2 { font-size: 11pt }
        .text { column-count: 2; column-gap: 5mm; text-align: justify } .text > p:first-of-type::first-letter { font-size: 3.1em; float: left; line-height: .8 }
        aside { background: #eee; padding: 4px; font: 7.5pt/1.3 "Liberation Sans" } blockquote { font-size: 14pt; text-align: center; margin: 4px }"""
    write(target, f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Ferries</title><style>{style}</style><p>TRANSPORT</p>{title}<p>{byline}</p><div class="text">{body}</div></html>')


def scan(target):
    """A page that is one picture."""
    pixels = zlib.compress(bytes(200 * 280))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length 26 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 200 /Height 280 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(pixels), pixels),
    ]
    objects[3] = objects[3].replace(b"/Length 26", b"/Length %d" % len(b"q 595 0 0 842 0 0 cm /I Do Q"))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
    open(target, "wb").write(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))


def changes(source, target):
    """Puts tracked changes and a comment into a document that pandoc wrote."""
    parts = {name: data for name, data in ((n, zipfile.ZipFile(source).read(n)) for n in zipfile.ZipFile(source).namelist())}
    xml = parts["word/document.xml"].decode()

    def run(words):
        return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'

    def inserted(words, author, number):
        return f'<w:ins w:id="{number}" w:author="{author}" w:date="2026-04-02T10:00:00Z">{run(words)}</w:ins>'

    def deleted(words, author, number):
        return f'<w:del w:id="{number}" w:author="{author}" w:date="2026-04-02T10:00:00Z"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'

    def put(old, new):
        nonlocal xml
        assert xml.count(old) == 1, (old, xml.count(old))
        xml = xml.replace(old, f'</w:t></w:r>{new}<w:r><w:t xml:space="preserve">')

    put("for two more years", run("for ") + deleted("three", "Ola Brandt", 901) + inserted("two", "Ola Brandt", 902) + run(" more years"))
    put("KEEP ", '<w:commentRangeStart w:id="7"/>' + run("") + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    put("MOVED ", deleted("Nobody abstained. ", "Mari Lind", 903))
    parts["word/document.xml"] = xml.encode()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts["word/comments.xml"] = f'<?xml version="1.0" encoding="UTF-8"?><w:comments {space}><w:comment w:id="7" w:author="Mari Lind" w:date="2026-04-02T10:00:00Z" w:initials="ML"><w:p>{run("Or was it 15 stops?")}</w:p></w:comment></w:comments>'.encode()
    types = parts["[Content_Types].xml"].decode()
    if "/word/comments.xml" not in types:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        parts["[Content_Types].xml"] = types.replace("</Types>", f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>').encode()
    relations = parts["word/_rels/document.xml.rels"].decode()
    if "comments.xml" not in relations:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>').encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(zipfile.ZipInfo(name, (2026, 4, 2, 10, 0, 0)), data, zipfile.ZIP_DEFLATED)


{function.__name__: function for function in (text, page, mail, mhtml, webarchive, columns, newspaper, scan, changes)}[sys.argv[1]](*sys.argv[2:])
