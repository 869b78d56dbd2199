#!/usr/bin/env bash
# Draws the icons of every size and system out of the three drawings in assets/icons. Needs rsvg-convert, ImageMagick's convert, python3.
# The pictures are checked in, so that building needs none of these; run it after a drawing was changed.
set -euo pipefail
cd "$(dirname "$0")/../icons"

draw() { rsvg-convert --width "$2" --height "$2" "$1" --output "$3"; }
for size in 16 22 24; do draw crosscheck-small.svg "$size" "crosscheck-$size.png"; done
for size in 32 48 64 128 256 512; do draw crosscheck.svg "$size" "crosscheck-$size.png"; done

convert crosscheck-{16,24,32,48,64,128,256}.png ../packaging/windows/crosscheck.ico

# An icon of macOS is a list of PNG files, each behind four letters that name its size.
python3 - <<'PYTHON'
import struct
from pathlib import Path

sizes = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512}
parts = b"".join(
    name.encode() + struct.pack(">I", 8 + len(png)) + png
    for name, size in sizes.items()
    for png in [Path(f"crosscheck-{size}.png").read_bytes()]
)
Path("../packaging/macos/crosscheck.icns").write_bytes(b"icns" + struct.pack(">I", 8 + len(parts)) + parts)
PYTHON
