#!/usr/bin/env bash
# usage: scripts/archives-sound.sh [JDK...]     default: 17 25
# Checks that forks which start from an archive of their classes are compiled like others, and measures what the archive gains.
#
# Soundness: makes 300 archives (ARCHIVES=N) with `clnrm-bench run --archive`, one for each suite of a file whose suites differ by one JVM
# argument, under a varying load. Starts a fork from each with -XX:+PrintCompilation and counts how many of its hot methods were
# compiled. Ends with status 1 if one was not. If an archive is not ready in time because of the load, its fork starts without one. Such
# forks are counted separately and replaced.
#
# Time: runs forks in turns of this version, of the same version without an archive and, with BEFORE=FILE, of another version's
# clnrm-bench.jar (ROUNDS=N turns of five forks each; 0: none). Prints ratios of the time to the first iteration, and of the seconds before
# the first fork, in which the archive is made. SPLIT=N turns measure String.split of 1,000 words in the same way.
#
# Takes about a quarter of an hour per JDK on two idle cores, and twice that on busy ones.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
archives=${ARCHIVES:-300}
rounds=${ROUNDS:-12}
splits=${SPLIT:-12}
batch=50
methods=40
[ $# -gt 0 ] || set -- 17 25
if [ -n "${JAVA_HOME:-}" ]; then bin=$JAVA_HOME/bin; else bin=$(dirname "$(command -v java)"); fi
"$root/clnrm-bench" --version > /dev/null
work=$(mktemp -d)
load=
trap '[ -z "$load" ] || kill -- -"$load" 2> /dev/null || true; rm -rf "$work"' EXIT
cd "$work"

jar() { find "${MAVEN_REPO:-$HOME/.m2/repository}" -name "$1" | head -n 1; }
jmh=$(jar jmh-core-1.37.jar):$(jar jopt-simple-5.0.4.jar):$(jar commons-math3-3.6.1.jar)
processor=$(jar jmh-generator-annprocess-1.37.jar)

# The benchmarks: small methods that JMH keeps from being inlined, and String.split.
mkdir -p src/hot
{
    echo 'package hot; import org.openjdk.jmh.annotations.*; import org.openjdk.jmh.infra.Blackhole;'
    echo '@State(Scope.Thread) @BenchmarkMode(Mode.AverageTime) public class Hot { private int state = 1;'
    echo '  @Benchmark public int all() { int s = state++; Blackhole.consumeCPU(20);'
    for i in $(seq "$methods"); do echo "    s += Methods.m$i(s);"; done
    echo '    return s; } }'
} > src/hot/Hot.java
{
    echo 'package hot; import org.openjdk.jmh.annotations.CompilerControl;'
    echo 'final class Methods {'
    for i in $(seq "$methods"); do
        echo "  @CompilerControl(CompilerControl.Mode.DONT_INLINE) static int m$i(int x) { return x * $((i + 2)) + (x >>> 3); }"
    done
    echo '}'
} > src/hot/Methods.java
cat > src/hot/Words.java <<'JAVA'
package hot;
import org.openjdk.jmh.annotations.*;
@State(Scope.Thread) @BenchmarkMode(Mode.AverageTime) public class Words {
  private String text;
  @Setup public void words() { StringBuilder b = new StringBuilder(); for (int i = 0; i < 1000; i++) b.append((char) ('a' + i % 26)).append(','); text = b.toString(); }
  @Benchmark public String[] split() { return text.split(","); }
}
JAVA
mkdir classes
(cd classes && for one in ${jmh//:/ }; do "$bin/jar" --extract --file "$one"; done)
"$bin/javac" --release 17 -cp "$jmh" -processorpath "$processor:$jmh" -d classes src/hot/*.java
"$bin/jar" --create --file hot.jar -C classes .

# suites FILE FIRST LAST BENCHMARK WARMUP ITERATIONS [ARGUMENT...]: a file of suites that start their forks each in another way
suites() {
    local file=$1 first=$2 last=$3 benchmark=$4 warmup=$5 iterations=$6 i
    shift 6
    {
        echo 'version: 1'
        echo 'suites:'
        for i in $(seq "$first" "$last"); do
            echo "  hot$i:"
            echo "    jar: hot.jar"
            echo "    include: '$benchmark'"
            echo "    measure: {warmup: $warmup, iterations: $iterations, jvm-args: [-Xms256m, -Xmx256m, -Dlaunch=$i$(printf ', %s' "$@")]}"
        done
    } > "$file"
}

# bench KIND ...: this version, with an archive (now) or without (none), or the other version with one (before)
bench() {
    local kind=$1 program=$root/engine/target/clnrm-bench.jar archive=--archive
    shift
    [ "$kind" != before ] || program=$BEFORE
    if [ "$kind" = none ]; then archive=; fi
    "$bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$program" run $archive --quiet --format csv "$@" > out.txt 2>&1 \
        || { cat out.txt >&2; exit 1; }
}

busy() { while :; do timeout --foreground "$1" sh -c 'while :; do :; done' || true; sleep "$2"; done; }

# soundness JDK
soundness() {
    local jdk=$1 first=1 made=0 forks=0 compiled=0 uncompiled=0 log seen
    set -m
    { busy 3 3 & busy 2 5 & wait; } &
    load=$!
    set +m
    while [ "$made" -lt "$archives" ] && [ "$first" -le $((2 * archives)) ]; do
        local size=$((archives - made))
        [ "$size" -le "$batch" ] || size=$batch
        suites batch.yaml "$first" $((first + size - 1)) 'Hot.all' '2 x 50 ms' '2 x 50 ms' \
            -Xbatch -XX:+PrintCompilation '-Xlog:class+load'
        bench now -f batch.yaml --java "$jdk" --forks 1 --out "run-$jdk"
        for log in "run-$jdk"/logs/fork-[0-9]*.log; do
            forks=$((forks + 1))
            ! grep -q 'hot.Methods source: shared objects file (top)' "$log" || made=$((made + 1))
            seen=$(grep -oE '(hot\.Methods::m[0-9]+|infra\.Blackhole::consumeCPU) \(' "$log" | sort -u | wc -l)
            compiled=$((compiled + seen))
            uncompiled=$((uncompiled + methods + 1 - seen))
        done
        rm -rf "run-$jdk"
        first=$((first + size))
    done
    kill -- -"$load"
    load=
    printf 'JDK %-4s archives made and started from %d, forks %d, hot methods compiled %d, uncompiled %d\n' \
        "$jdk" "$made" "$forks" "$compiled" "$uncompiled"
    [ "$made" -ge "$archives" ] && [ "$uncompiled" -eq 0 ]
}

# turns JDK ROUNDS BENCHMARK WARMUP ITERATIONS FORKS: writes "kind round startup beforeFirst fastest" in seconds to turns.txt, a line for each fork
turns() {
    local jdk=$1 count=$2 round kind i
    suites turns.yaml 1 1 "$3" "$4" "$5"
    : > turns.txt
    for round in $(seq "$count"); do
        for i in $(seq 0 $((${#kinds[@]} - 1))); do
            kind=${kinds[$(((i + round) % ${#kinds[@]}))]}
            bench "$kind" -f turns.yaml --java "$jdk" --forks "$6" --out turn
            python3 - "$kind" "$round" >> turns.txt <<'PY'
import datetime, json, sys
def instant(text):
    return datetime.datetime.fromisoformat(text[:26].rstrip("Z")).timestamp()
begun = instant(json.load(open("turn/run.json"))["started"])
forks = [json.loads(line) for line in open("turn/samples.ndjson")]
before = min(instant(f["started"]) for f in forks) - begun
for fork in forks:
    print(*sys.argv[1:], fork["startup"], before, min(fork["values"]))
PY
            rm -rf turn
        done
    done
}

# ratios JDK COLUMN WORDS UNIT: geometric means by kind, and ratios over turns with 95 % intervals (Student's t on the log ratio of each turn).
# A turn counts by its fastest fork, and a fork of split by its fastest iteration, which what else runs on the machine disturbs least.
ratios() {
    python3 - "$@" <<'PY'
import math, sys
jdk, column, words, scale = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
t = {2: 12.706, 3: 4.303, 4: 3.182, 5: 2.776, 6: 2.571, 7: 2.447, 8: 2.365, 9: 2.306, 10: 2.262, 11: 2.228, 12: 2.201, 13: 2.179, 14: 2.160}
logs = {}
for line in open("turns.txt"):
    fields = line.split()
    logs.setdefault(fields[0], {}).setdefault(fields[1], []).append(math.log(float(fields[column])))
means = {kind: {r: min(v) for r, v in by.items()} for kind, by in logs.items()}
print(f"JDK {jdk}  {words}: " + ", ".join(
    f"{kind} {scale * math.exp(sum(by.values()) / len(by)):.4g}" for kind, by in sorted(means.items())))
for one, other in (("now", "before"), ("now", "none"), ("before", "none")):
    if one in means and other in means and len(means[one]) > 1:
        d = [means[one][r] - means[other][r] for r in means[one]]
        n, mean = len(d), sum(d) / len(d)
        half = t.get(n, 2.1) * math.sqrt(sum((x - mean) ** 2 for x in d) / (n - 1) / n)
        print(f"         {one} / {other} {math.exp(mean):.3f}  ({math.exp(mean - half):.3f} ... {math.exp(mean + half):.3f}, {n} turns)")
PY
}

kinds=(now none)
[ -z "${BEFORE:-}" ] || kinds=(before now none)
status=0
for jdk in "$@"; do
    [ "$archives" -eq 0 ] || soundness "$jdk" || status=1
    if [ "$rounds" -gt 0 ]; then
        turns "$jdk" "$rounds" 'Hot.all' '1 x 10 ms' '1 x 10 ms' 5
        ratios "$jdk" 2 'seconds to the first iteration' 1
        ratios "$jdk" 3 'seconds before the first fork' 1
    fi
    if [ "$splits" -gt 0 ]; then
        turns "$jdk" "$splits" 'Words.split' '20 x 50 ms' '300 x 3 ms' 1
        ratios "$jdk" 4 'split of 1,000 words, fastest iteration, us' 1e6
    fi
done
exit "$status"
