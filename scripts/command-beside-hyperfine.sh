#!/usr/bin/env bash
# usage: scripts/command-beside-hyperfine.sh [ROUNDS]
# Measures one program, `sha256sum` of 64 MiB, as a benchmark `command(...)` and with hyperfine, in turns, and compares the two means with
# their 95 % intervals over the rounds (5 to 12, default 8). Ends with 1 if a mean is outside the other's interval.
# Needs hyperfine, python3, a JDK and the built program (./clnrm-bench builds it).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
rounds=${1:-8}
command -v hyperfine >/dev/null || { echo "hyperfine is not installed: apt-get install hyperfine" >&2; exit 2; }
case $rounds in [5-9] | 1[0-2]) ;; *) echo "usage: scripts/command-beside-hyperfine.sh [ROUNDS]     from 5 to 12" >&2; exit 2 ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/clnrm-bench" --version >/dev/null

head -c $((64 << 20)) /dev/zero >"$work/data"
mkdir -p "$work/src" "$work/classes"
cat >"$work/src/ProgramSuite.java" <<JAVA
import static dev.clnrm.bench.dsl.Bench.command;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

public final class ProgramSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("program").benchmarks(command("sha256", "sha256sum", "$work/data"));
    }
}
JAVA
dsl=$(find "$root/dsl/target" -maxdepth 1 -name 'bench-dsl-*.jar' ! -name '*sources*' ! -name '*javadoc*' | head -n 1)
javac -cp "$dsl" -d "$work/classes" "$work/src/ProgramSuite.java"
cat >"$work/budgets.yaml" <<YAML
version: 1
suites:
  program: {classpath: [classes, $dsl, $root/engine/target/lib/*], suite: ProgramSuite}
measure: {iterations: 10 x 100 ms}
YAML

for round in $(seq "$rounds"); do
    (cd "$work" && "$root/clnrm-bench" run --forks 1 --quiet --out "$work/run-$round" >"$work/log" 2>&1) || [ $? = 1 ] || { cat "$work/log"; exit 1; }
    hyperfine --shell=none --warmup 1 --runs 10 --export-json "$work/hyperfine-$round.json" "sha256sum $work/data" >"$work/log" 2>&1 \
        || { cat "$work/log"; exit 1; }
done

python3 - "$work" "$rounds" <<'PYTHON'
import json, statistics, sys

work, rounds = sys.argv[1], int(sys.argv[2])
# Student's t, 97.5 %: R 4.2, qt(0.975, 4:11)
T = dict(zip(range(5, 13), [2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201]))[rounds]
ours, theirs = [], []
for i in range(1, rounds + 1):
    with open(f"{work}/run-{i}/samples.ndjson") as lines:
        ours.append(statistics.mean(json.loads(next(lines))["values"]))
    with open(f"{work}/hyperfine-{i}.json") as file:
        theirs.append(statistics.mean(json.load(file)["results"][0]["times"]))


def interval(values):
    mean, half = statistics.mean(values), T * statistics.stdev(values) / rounds**0.5
    return mean, mean - half, mean + half


a, b = interval(ours), interval(theirs)
for name, (mean, low, high) in (("command(...)", a), ("hyperfine", b)):
    print(f"{name:13} {mean * 1e3:7.2f} ms   95 % interval {low * 1e3:.2f} … {high * 1e3:.2f} ms")
print(f"difference    {(a[0] - b[0]) * 1e3:+7.2f} ms ({a[0] / b[0] - 1:+.1%})")
within = b[1] <= a[0] <= b[2] and a[1] <= b[0] <= a[2]
print("each mean lies in the interval of the other" if within else "WRONG: a mean lies outside of the interval of the other")
sys.exit(0 if within else 1)
PYTHON
