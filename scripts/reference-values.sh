#!/bin/sh
# Computes the reference values of the statistics anew, by R and SciPy.
#
# Usage: scripts/reference-values.sh     needs R with limma (Debian: r-base-core r-bioc-limma) and Python with SciPy
set -eu
cd "$(dirname -- "$0")/.."
to=engine/src/test/resources/dev/clnrm/bench/stats/reference-values.tsv
mkdir -p "$(dirname -- "$to")"
{
    Rscript scripts/reference-values.R
    python3 scripts/reference-values.py
} > "$to"
echo "$to: $(wc -l < "$to") values; ReferenceValuesTest compares"
