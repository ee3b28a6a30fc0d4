#!/bin/sh
# Makes all fixtures anew, and checks that haven reads the same from every variant. Needs R with haven, PSPP and Python 3.
set -eu
cd "$(dirname "$0")"
export LANG=C.UTF-8
Rscript generate.R
pspp generate.sps
pspp --syntax-encoding=UTF-8 generate-gb18030.sps
python3 variants.py
Rscript expected.R haven-none.sav haven.expected.tsv
for file in haven-byte.sav haven-zlib.zsav big-endian-none.sav big-endian-byte.sav; do
  Rscript expected.R "$file" check.tsv
  cmp check.tsv haven.expected.tsv
done
rm check.tsv
