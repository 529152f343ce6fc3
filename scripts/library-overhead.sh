#!/bin/sh
# Shows what the cleanroom adds to the bare operation it wraps: a map lookup, a scripted command, a process, bubblewrap.
#
# Usage: scripts/library-overhead.sh     needs a JDK, and bubblewrap (apt-get install bubblewrap)
#
# Measures both of each pair in one run, their forks interleaved in a shuffled order, and prints times, difference and ratio. `within`
# means that the difference is at most the promised one: 3 ms for a process step, 10 ms for a sandboxed one. Takes about two minutes.
set -eu
cd "$(dirname -- "$0")/.."
command -v bwrap >/dev/null 2>&1 || {
    echo "library-overhead: error: there is no program bwrap" >&2
    echo "      help: apt-get install bubblewrap" >&2
    exit 2
}

./clnrm-bench run -f scripts/library-overhead.yaml --format csv --quiet | awk -F, '
    $1 == "case" && $9 == "time" {
        split($3, name, "/")
        value[name[1], name[2]] = $11; low[name[1], name[2]] = $12; high[name[1], name[2]] = $13
        if (!(name[2] in seen)) { seen[name[2]] = 1; order[++pairs] = name[2] }
    }
    function shown(s,   a) {
        a = s < 0 ? -s : s
        return a >= 1e-3 ? sprintf("%.3f ms", s * 1e3) : a >= 1e-6 ? sprintf("%.3f us", s * 1e6) : sprintf("%.2f ns", s * 1e9)
    }
    function half(pair) { return sprintf("+-%.1f %%", (high[pair] - low[pair]) / 2 / value[pair] * 100) }
    END {
        limit["process"] = 3e-3; limit["bwrap"] = 10e-3
        printf "%-14s %12s %9s %12s %9s %12s %8s\n", "operation", "bare", "", "library", "", "difference", "ratio"
        for (i = 1; i <= pairs; i++) {
            p = order[i]; bare = value["bare", p]; library = value["library", p]
            verdict = ""
            if (p in limit) {
                verdict = library - bare <= limit[p] ? "within " shown(limit[p]) : "OUTSIDE " shown(limit[p])
                if (library - bare > limit[p]) outside = 1
            }
            printf "%-14s %12s %9s %12s %9s %12s %8.3f  %s\n", p, shown(bare), half("bare" SUBSEP p), shown(library), \
                half("library" SUBSEP p), shown(library - bare), library / bare, verdict
        }
        exit outside
    }'
