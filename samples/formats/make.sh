#!/usr/bin/env bash
# Writes the article `ferries.md` in every format that is read, with the programs that people use.
# Needs pandoc, libreoffice-writer, chromium, qpdf and python3; the files are committed, so nobody needs to run it.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1773300000

office() { soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$1" --outdir "$work" "$2" >/dev/null 2>&1; }
print() { chromium --headless --no-sandbox --disable-gpu "${@:3}" --print-to-pdf="$2" "file://$1" 2>/dev/null; }

# Plain text, the page, and what a browser makes of it.
pandoc ferries.md -t plain --wrap=none -s -o "$work/plain.txt"
python3 make.py text "$work/plain.txt" ferries.txt
pandoc ferries.md -s --metadata lang=en -o "$work/page.html"
python3 make.py page "$work/page.html" ferries.html
python3 make.py mail ferries.txt ferries.html ferries.eml
python3 make.py mhtml ferries.html ferries.mhtml
python3 make.py webarchive ferries.html ferries.webarchive

# Documents: by pandoc, and written anew by LibreOffice.
for kind in docx odt epub; do pandoc ferries.md -o "pandoc.$kind"; done
pandoc ferries.md -s -o pandoc.rtf
office docx:"MS Word 2007 XML" pandoc.odt && mv "$work/pandoc.docx" office.docx
office odt pandoc.docx && mv "$work/pandoc.odt" office.odt
office rtf pandoc.odt && mv "$work/pandoc.rtf" office.rtf
office pdf pandoc.odt && mv "$work/pandoc.pdf" office.pdf

# Pages for print: one column, two and three, and with the running heads that browsers print.
python3 make.py columns ferries.html "$work/one.html" 1
python3 make.py columns ferries.html "$work/two.html" 2
python3 make.py columns ferries.html "$work/three.html" 3
python3 make.py newspaper ferries.html "$work/newspaper.html"
print "$work/newspaper.html" newspaper.pdf --no-pdf-header-footer
print "$work/one.html" one-column.pdf
print "$work/two.html" two-columns.pdf --no-pdf-header-footer
print "$work/three.html" three-columns.pdf --no-pdf-header-footer
qpdf --encrypt secret owner 256 -- one-column.pdf protected.pdf
python3 make.py scan scan.pdf

# Tracked changes, comments and footnotes.
pandoc changes.md -o "$work/changes.docx"
python3 make.py changes "$work/changes.docx" changes.docx
office odt changes.docx && mv "$work/changes.odt" changes.odt
office rtf changes.docx && mv "$work/changes.rtf" changes.rtf

# Two articles in one book.
pandoc ferries.md -o "$work/one.epub"
pandoc two-articles.md --metadata title="Vestby this week" --epub-chapter-level=1 -o two-articles.epub
