#!/bin/sh
# Makes src/main/resources/org/canbao/fonts/NotoSansSC-Regular.ttf: the characters of GB 2312, Latin-1, Greek and the
# signs of statistics out of Noto Sans SC Regular. Needs npm (the font's source) and pyftsubset (Debian: fonttools).
# The same versions give the same bytes.
set -eu
cd "$(dirname "$0")/.."
target=$PWD/src/main/resources/org/canbao/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @expo-google-fonts/noto-sans-sc@0.4.3 > /dev/null
tar -xzf expo-google-fonts-noto-sans-sc-0.4.3.tgz

/usr/bin/python3 - > characters.txt <<'PYTHON'
wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(range(0x391, 0x3CA))
for row in range(0xA1, 0xF8):
    for cell in range(0xA1, 0xFF):
        try:
            wanted.add(ord(bytes([row, cell]).decode("gb2312")))
        except UnicodeDecodeError:
            pass
wanted |= set(map(ord, "–—‘’“”…•′″‰€−±×÷·≤≥≠≈∞√∑∏∂∫←↑→↓□■○●△▲◇◆☆★†‡²³¹⁴"))
wanted |= set(map(ord, "，。、；：！？（）《》〈〉「」『』【】％＋－＝＜＞～￥"))
print("\n".join("U+%04X" % c for c in sorted(wanted)))
PYTHON

pyftsubset package/400Regular/NotoSansSC_400Regular.ttf \
    --unicodes-file=characters.txt --ignore-missing-unicodes --output-file=subset.ttf \
    --no-hinting --layout-features='' --no-glyph-names --name-IDs='0,1,2,3,4,5,6,13,14' \
    --drop-tables+=GSUB,GPOS,GDEF,BASE,STAT,vhea,vmtx,gasp,DSIG

# fontbox, which makes the web fonts of SVG figures, writes the OS/2 table in the length of version 0 whatever version
# it names, and browsers refuse a table that is too short for its version: so the font itself is of version 0.
/usr/bin/python3 - "$target/NotoSansSC-Regular.ttf" <<'PYTHON'
import sys
from fontTools.ttLib import TTFont

font = TTFont("subset.ttf", recalcTimestamp=False)
font["OS/2"].version = 0
font.save(sys.argv[1])
PYTHON
cp package/LICENSE_FONT "$target/OFL.txt"
chmod 644 "$target/NotoSansSC-Regular.ttf" "$target/OFL.txt"
