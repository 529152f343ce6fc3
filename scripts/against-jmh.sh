#!/bin/sh
# Measures the same jar with clnrm-bench and with `java -jar`, fork by fork in turns. Prints whether the scores are equal, and what a fork
# costs besides its measurement: started as in an ordinary run, and from an archive as in a check.
#
# Usage: scripts/against-jmh.sh [JMH-VERSION...]     default: 1.37 and 1.21
#
# In mode sample the mean contains a few pauses of milliseconds. JMH's host, a JVM beside the fork, causes some of them. The median of
# single times does not contain them.
#
# Builds an ordinary JMH project (engine/src/test/resources/foreign-jmh) with each version and measures it in turns, so that both see
# the same disturbance. Takes about four minutes per version.
set -eu
cd "$(dirname -- "$0")/.."
[ $# -gt 0 ] || set -- 1.37 1.21
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
rounds=${ROUNDS:-5}
warmups=10
iterations=10
# Both get the same, or one would pay for fresh pages and the other not.
arguments='-Xms1g -Xmx1g -XX:+UseG1GC -XX:+AlwaysPreTouch'
[ "$(uname)" != Linux ] || arguments="$arguments -XX:+UseTransparentHugePages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of every fork of the samples $2 but the first, called $1: microseconds to the start of the next, or -1, and seconds to its first
# iteration. The first, called $1-first, pays for what the run itself loads.
startsOf() {
    sed 's/.*"order":\([0-9]*\).*"started":"[^T"]*T\([0-9]*\):\([0-9]*\):\([0-9.]*\)Z".*"startup":\([0-9.E-]*\).*/\1 \2 \3 \4 \5/' "$2" \
        | awk -v name="$1" '
            { at[NR] = ($2 * 3600 + $3 * 60 + $4) * 1e6; start[NR] = $5 }
            END {
                for (i = 1; i <= NR; i++) {
                    took = (i < NR && at[i + 1] > at[i]) ? at[i + 1] - at[i] : -1
                    print name (i == 1 ? "-first" : ""), sprintf("%d", took), start[i]
                }
            }'
}

./clnrm-bench --version >/dev/null
for version in "$@"; do
    cp -r engine/src/test/resources/foreign-jmh "$work/project"
    ./mvnw -q -B -f "$work/project/pom.xml" -Djmh.version="$version" package
    mv "$work/project/target/benchmarks.jar" "$work/benchmarks-$version.jar"
    rm -rf "$work/project"
    cat > "$work/foreign.yaml" <<YAML
version: 1
suites:
  foreign: {jar: benchmarks-$version.jar, include: 'TextBenchmark|perNumber|sampledSort'}
measure: {warmup: $warmups x 100 ms, iterations: $iterations x 100 ms, jvm-args: [$(echo "$arguments" | sed 's/ /, /g')]}
YAML
    : > "$work/ours" && : > "$work/theirs" && : > "$work/cost"
    round=1
    while [ "$round" -le "$rounds" ]; do
        ./clnrm-bench run -f "$work/foreign.yaml" --forks 1 --format csv --quiet --out "$work/run-$version-$round" \
            | awk -F, '$1 == "case" && $9 == "time" {
                n = $3; sub(/.*\./, "", n); p = $4; print n (p == "" ? "" : "{" p "}"), $11 }' >> "$work/ours"
        startsOf ours "$work/run-$version-$round/samples.ndjson" >> "$work/cost"
        scripts/sampled-median.py "$work/run-$version-$round/samples.ndjson" | sed 's/^/sampledSort-median /' >> "$work/ours"
        ./clnrm-bench run -f "$work/foreign.yaml" --forks 1 --archive --quiet --out "$work/archive-$version-$round" > /dev/null
        startsOf archive "$work/archive-$version-$round/samples.ndjson" >> "$work/cost"
        for case in hash:10 hash:1000 split:10 split:1000 perNumber: sampledSort:; do
            size=${case#*:}
            took=$(scripts/first-iteration.py "$java" -jar "$work/benchmarks-$version.jar" "\\.${case%:*}\$" ${size:+-p size=$size} -f 1 -wi $warmups -w 100ms \
                -i $iterations -r 100ms -tu us -jvmArgs "$arguments" -prof gc \
                -rf csv -rff "$work/theirs.csv")
            echo "theirs ${took#* } ${took% *}e-6" >> "$work/cost"
            tr -d '"\r' < "$work/theirs.csv" | awk -F, -v name="${case%:*}${size:+{size=$size\}}" '
                NR == 2 { print name, ($2 == "thrpt" ? 1e-6 / $5 : $5 * 1e-6) }
                $1 ~ /p0\.50$/ { print name "-median", $5 * 1e-6 }' >> "$work/theirs"
        done
        round=$((round + 1))
    done
    echo "JMH $version, $rounds forks each in turn, $warmups + $iterations iterations of 100 ms"
    awk '
        function add(set, name, value) { n[set, name]++; sum[set, name] += log(value); square[set, name] += log(value) ^ 2 }
        FNR == 1 { file++ }
        { add(file, $1, $2); if (!($1 in seen)) { seen[$1] = 1; order[++cases] = $1 } }
        END {
            printf "  %-19s %14s %14s %8s  %s\n", "case", "clnrm-bench s", "java -jar s", "ratio", "95 % of the ratio"
            for (i = 1; i <= cases; i++) {
                c = order[i]; forks = n[1, c]
                a = sum[1, c] / n[1, c]; b = sum[2, c] / n[2, c]
                va = (square[1, c] - n[1, c] * a ^ 2) / (n[1, c] - 1); vb = (square[2, c] - n[2, c] * b ^ 2) / (n[2, c] - 1)
                t = forks == 5 ? 2.306 : forks == 3 ? 2.776 : 2.1
                half = t * sqrt(va / n[1, c] + vb / n[2, c])
                printf "  %-19s %14.4g %14.4g %8.3f  %.3f ... %.3f%s\n", c, exp(a), exp(b), exp(a - b),
                    exp(a - b - half), exp(a - b + half), (a - b - half <= 0 && a - b + half >= 0) ? "" : "  DIFFERENT"
            }
        }' "$work/ours" "$work/theirs"
    awk -v measured="$(awk "BEGIN { print ($warmups + $iterations) * 0.1 }")" '
        $2 >= 0 { beyond[$1] += $2 / 1e6 - measured; forks[$1]++ }
        { start[$1] += $3; starts[$1]++ }
        function show(name, words) {
            begin = start[name] / starts[name]; cost = beyond[name] / forks[name]
            printf "  %-22s %10.3f %8.2f %14.3f %8.2f\n", words, begin, theirBegin / begin, cost, theirCost / cost
        }
        END {
            theirBegin = start["theirs"] / starts["theirs"]; theirCost = beyond["theirs"] / forks["theirs"]
            printf "  %-22s %10s %8s %14s %8s\n", "a fork, seconds", "to first", "times", "beyond its", "times"
            printf "  %-22s %10s %8s %14s %8s\n", "", "iteration", "less", "measurement", "less"
            show("ours", "clnrm-bench")
            show("ours-first", "  the first of a run")
            show("archive", "  from an archive")
            show("theirs", "java -jar")
        }' "$work/cost"
done
