#!/usr/bin/env bash
# usage: scripts/explain.sh DIR [OPTION...]
#        scripts/explain.sh same N [DIR [OPTION...]]
# Makes a git repository in DIR with five cases and two commits. In the second commit, each is slower for another reason: a map that grows,
# boxed numbers, a lock that is held longer, a method that is too large to be inlined, and another version of a jar. Checks it with
# --explain. Prints the first cause named for each, whether the verdicts are the same without the explanations, and the minutes they take.
# With `same`, the second commit changes nothing that runs, and N checks with --explain may name nothing. OPTIONs go to `clnrm-bench check`.
# Needs a JDK, git, python3 and the built program (./clnrm-bench builds it). CLNRM_BENCH selects another start script.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
program=${CLNRM_BENCH:-$root/clnrm-bench}
usage() {
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
}

runs=
if [ "${1:-}" = same ]; then
    [[ "${2:-}" =~ ^[1-9][0-9]{0,2}$ ]] || usage
    runs=$2
    shift 2
    dir=${1:-$(mktemp -d)/same}
else
    dir=${1:-}
fi
if [ -z "$dir" ] || [ -e "$dir/.git" ]; then usage; fi
[ $# = 0 ] || shift

# shellcheck source=scripts/demo-project.sh
. "$root/scripts/demo-project.sh"
demo_project "$dir"
dir=$PWD

# sources SIZE BOX ROUNDS LINES: what may become slower in the code of the project
sources() {
    source_file src/demo/Registry.java <<JAVA
package demo;

import java.util.HashMap;
import java.util.Map;

final class Registry {
    Map<String, String> register() {
        Map<String, String> names = new HashMap<>($1);
        for (int i = 0; i < 500; i++) {
            names.put(NAMES[i], "");
        }
        return names;
    }

    private static final String[] NAMES = new String[500];

    static {
        for (int i = 0; i < NAMES.length; i++) {
            NAMES[i] = "name" + i;
        }
    }
}
JAVA
    source_file src/demo/Sum.java <<JAVA
package demo;

final class Sum {
    long total() {
        $2 sum = 0L;
        for (int i = 0; i < 2000; i++) {
            sum += i;
        }
        return sum;
    }
}
JAVA
    source_file src/demo/Ledger.java <<JAVA
package demo;

final class Ledger {
    private static long entries = 1;

    long post() {
        synchronized (Ledger.class) {
            for (int i = 0; i < $3; i++) {
                entries ^= entries << 13;
                entries ^= entries >>> 7;
            }
            return entries;
        }
    }
}
JAVA
    # The lines in the middle never run. They only make the method larger than the compiler inlines.
    source_file src/demo/Wide.java <<JAVA
package demo;

final class Wide {
    private int seed = 1;

    long sum() {
        long sum = 0;
        for (int i = 0; i < 1000; i++) {
            Pair pair = pair(seed + i);
            sum += pair.low ^ pair.high;
        }
        return sum;
    }

    private static Pair pair(int n) {
        if (n < 0) {
$(for _ in $(seq 1 "$4"); do echo '            n = n * 31 + 1;'; done)
        }
        return new Pair(n & 0xff, n >>> 8);
    }

    private static final class Pair {
        final int low;
        final int high;

        Pair(int low, int high) {
            this.low = low;
            this.high = high;
        }
    }
}
JAVA
}

# library BODY: the jar that the project depends on
library() {
    local made
    made=$(mktemp -d)
    source_file "$made/text/Padding.java" <<JAVA
package text;

public final class Padding {
    public static String pad(String text, int width) {
        $1
    }
}
JAVA
    javac -d "$made/classes" "$made/text/Padding.java"
    jar --create --file lib/text.jar -C "$made/classes" .
    rm -r "$made"
}

source_file budgets.yaml <<'YAML'
version: 1
build: mkdir -p target/classes && javac -g -proc:none -cp 'lib/*' -d target/classes src/demo/*.java
suites:
  demo:
    classpath: [target/classes, lib/text.jar, lib/bench-dsl.jar, lib/jmh-core.jar, lib/jopt-simple.jar, lib/commons-math3.jar]
    suite: demo.DemoSuite
YAML
source_file src/demo/DemoSuite.java <<'JAVA'
package demo;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import text.Padding;

public final class DemoSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("demo")
                .benchmarks(
                        benchmark("resize").given(Registry::new).measure(Registry::register),
                        benchmark("boxing").given(Sum::new).measureLong(Sum::total),
                        benchmark("lock").given(Ledger::new).measureLong(Ledger::post).threads(2),
                        benchmark("grown").given(Wide::new).measureLong(Wide::sum),
                        benchmark("library").measure(() -> Padding.pad("text", 60)));
    }
}
JAVA

sources 1024 long 200 42
library 'return text + " ".repeat(width - text.length());'
commit "Five cases"
if [ -n "$runs" ]; then
    echo "nothing that runs" >notes.txt
    commit "The same code"
    named=0
    for run in $(seq 1 "$runs"); do
        status=0
        "$program" compare HEAD~1 HEAD --unchanged-code measure --quiet --explain --format json "${@:1}" >check.json || status=$?
        [ "$status" -le 1 ] || { echo "run $run ended with status $status" >&2; exit 1; }
        python3 - check.json "$run" <<'PY' || named=$((named + 1))
import json, sys
said = json.load(open(sys.argv[1]))
causes = [cause for one in said["explanations"] for cause in
          [growth["method"] for growth in one["grew"]] + [found["method"] for found in one["jit"]["outgrown"]]
          + [found["callee"] for found in one["jit"]["inlining"]]]
print("run %s: %d regressed, named: %s" % (sys.argv[2], sum(v["verdict"] == "regressed" for v in said["verdicts"]), ", ".join(causes) or "nothing"))
sys.exit(bool(causes))
PY
    done
    echo "$named of $runs runs of the same code named a cause"
    [ "$named" = 0 ] || exit 1
    exit 0
fi
sources 1 Long 600 45
# shellcheck disable=SC2016
library 'String padded = text; while (padded.length() < width) { padded = padded + " "; } return padded;'
commit "Each slower by another cause"

mkdir -p .clnrm-bench
wrong=0
for cases in "resize boxing lock" "grown library"; do
    only=()
    for case in $cases; do only+=(--only "$case"); done
    run=$dir/.clnrm-bench/${cases%% *}
    status=0
    "$program" check --base HEAD~1 --quiet --explain --format json --out "$run" "${only[@]}" "$@" >"$run.json" || status=$?
    [ "$status" = 1 ] || { echo "the check ended with status $status instead of 1: $run.json" >&2; exit 1; }
    # The same run without what explains it, judged again.
    mkdir "$run-plain"
    cp "$run/samples.ndjson" "$run-plain"
    python3 - "$run" <<'PY'
import json, sys
run = json.load(open(sys.argv[1] + "/run.json"))
del run["sections"]["explanations"]
json.dump(run, open(sys.argv[1] + "-plain/run.json", "w"))
PY
    "$program" show "$run-plain" --format json >"$run-plain.json" || [ $? = 1 ] || exit 1
    python3 - "$run" "$cases" <<'PY' || wrong=1
import datetime, glob, json, sys
said, plain, run = (json.load(open(sys.argv[1] + name)) for name in (".json", "-plain.json", "/run.json"))
# What has to be named first: the method, a part of it or what it waits for, and what the compiler does otherwise.
expected = {"resize": ("Registry.register", "HashMap"), "boxing": ("Sum.total", "Long"), "lock": ("Ledger.post", ""),
            "grown": ("Wide", ""), "library": ("text.Padding.pad", "")}
limits = {"grown": ("demo.Wide.pair", "FreqInlineSize")}
wrong = []
regressed = {v["benchmark"].split("/")[-1] for v in said["verdicts"] if v["verdict"] == "regressed"}
for one in said["explanations"]:
    name = one["name"].split("/")[-1]
    if not one["grew"]:
        wrong.append("%s %s: %s" % (name, one["kind"], one["failure"] or "no cause"))
        continue
    first = one["grew"][0]
    parts = ", ".join("%s %.0f %%" % (part["method"], 100 * part["share"]) for part in first["parts"])
    method, part = expected[name]
    if method not in first["method"] or part not in first["method"] + parts:
        wrong.append("%s %s: %s %s" % (name, one["kind"], first["method"], parts))
    print("%-8s %-10s %.0f %% of it in %s, line %d: %s" % (name, one["kind"], 100 * first["share"], first["method"], first["line"], parts or "itself"))
    jit = one["jit"] or {"outgrown": [], "inlining": [], "failure": None}
    for found in jit["outgrown"]:
        print("%-8s jit        %s grew from %d to %d bytes, over %s = %d" % (name, found["method"], found["before"], found["after"], found["limit"], found["bytes"]))
    for found in jit["inlining"]:
        print("%-8s jit        %s into %s on the %s only: %s" % (name, found["callee"], found["caller"], found["only_on"], found["reason"]))
    if jit["failure"]:
        wrong.append("%s: %s" % (name, jit["failure"]))
    if name in limits and one["jit"] and limits[name] not in [(found["method"], found["limit"]) for found in jit["outgrown"]]:
        wrong.append("%s: no method outgrew a limit" % name)
    if name in limits and one["jit"] and limits[name][0] not in [found["callee"] for found in jit["inlining"]]:
        wrong.append("%s: no call is inlined on one side only" % name)
wrong += ["%s: not proven slower" % name for name in sys.argv[2].split() if name not in regressed]
for graph in glob.glob(sys.argv[1] + "/profiles/*/diff-cpu.html"):
    if "const maxdiff = 0;" in open(graph).read():
        wrong.append("%s: no frame is coloured, because the two sides share none" % graph)
missing = regressed - {one["name"].split("/")[-1] for one in said["explanations"]}
wrong += ["%s: not explained" % name for name in missing]
same = said["verdicts"] == plain["verdicts"] and said["exit"] == plain["exit"]
# From the start of the last fork that judges to the end of the run.
forks = [json.loads(line)["started"] for line in open(sys.argv[1] + "/samples.ndjson")]
seconds = (datetime.datetime.fromisoformat(run["ended"][:19]) - datetime.datetime.fromisoformat(max(forks)[:19])).total_seconds()
print("verdicts without and with --explain: %s; %.1f minutes more for each of %d regressions" % (
    "identical" if same else "DIFFERENT", seconds / 60 / max(1, len(regressed)), len(regressed)))
for line in wrong:
    print("UNEXPECTED %s" % line)
sys.exit(bool(wrong) or not same)
PY
done
exit "$wrong"
