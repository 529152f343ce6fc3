#!/bin/sh
# Computes the reference values of the statistics again, with R and SciPy.
#
# Usage: scripts/reference-values.sh     needs R with limma (Debian: r-base-core r-bioc-limma) and Python with SciPy
set -eu
cd "$(dirname -- "$0")/.."
own=engine/src/test/resources/dev/clnrm/bench/stats/reference-values.tsv
peers=research/src/test/resources/dev/clnrm/bench/research/reference-values.tsv
all=$(mktemp)
trap 'rm -f "$all"' EXIT
{
    Rscript scripts/reference-values.R
    python3 scripts/reference-values.py
} > "$all"
grep -Ev '^(rank sum|permutation)' "$all" > "$own"
grep -E '^(rank sum|permutation)' "$all" > "$peers"
wc -l "$own" "$peers"
