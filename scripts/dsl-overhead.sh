#!/bin/sh
# Measures the overhead of the DSL: the same bodies as lambdas and as methods annotated by hand, with interleaved forks.
#
# Usage: scripts/dsl-overhead.sh [JDK...]     a JDK is a version such as 25, or a folder; default: 17 and 25
#
# Prints for each body and JDK the time of both, their difference with its 95 % error, their ratio, and the bytes of both per operation.
# A pair is `within` if the difference is at most 0.5 ns or 3 %, `outside` if it exceeds that by more than its error, else
# `inconclusive`. Takes about four minutes per JDK.
set -eu
cd "$(dirname -- "$0")/.."
[ $# -gt 0 ] || set -- 17 25

for jdk in "$@"; do
    echo "JDK $jdk"
    ./clnrm-bench run -f scripts/overhead.yaml --java "$jdk" --format csv --quiet | awk -F, '
        $1 == "case" {
            split($3, name, "/")
            value[$9, name[1], name[2]] = $11; half[$9, name[1], name[2]] = ($13 - $12) / 2
            if (!(name[2] in seen)) { seen[name[2]] = 1; order[++bodies] = name[2] }
        }
        END {
            printf "  %-12s %10s %10s %18s %8s %8s %10s  %s\n",
                "body", "DSL ns", "by hand ns", "difference", "ratio", "DSL B", "by hand B", ""
            for (i = 1; i <= bodies; i++) {
                b = order[i]
                dsl = value["time", "dsl", b] * 1e9; hand = value["time", "hand", b] * 1e9
                bytes = value["allocation", "dsl", b]; handBytes = value["allocation", "hand", b]
                difference = dsl - hand; far = difference < 0 ? -difference : difference
                off = sqrt(half["time", "dsl", b] ^ 2 + half["time", "hand", b] ^ 2) * 1e9
                limit = hand * 0.03 > 0.5 ? hand * 0.03 : 0.5
                verdict = far <= limit ? "within" : far - off <= limit ? "inconclusive" : "outside"
                if (int(bytes + 0.5) != int(handBytes + 0.5)) verdict = verdict ", BYTES DIFFER"
                printf "  %-12s %10.3f %10.3f %+9.3f ± %6.3f %8.3f %8.1f %10.1f  %s\n",
                    b, dsl, hand, difference, off, dsl / hand, bytes, handBytes, verdict
            }
        }'
done
