#!/usr/bin/env bash
# usage: scripts/explain.sh DIR
# Makes a git repository in DIR with two commits. The second commit makes four cases slower, each by another cause: a map that grows, boxed
# numbers, waiting under a lock, and a longer loop. Checks it with --explain and prints which method is named first for each.
# Needs a JDK, git, python3 and the built program (./clnrm-bench builds it). CLNRM_BENCH names another start script.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/explain.sh DIR}
program=${CLNRM_BENCH:-$root/clnrm-bench}

"$root/scripts/two-commits.sh" "$dir" same >/dev/null
cd "$dir"
rm src/demo/*.java
cat >src/demo/DemoSuite.java <<'JAVA'
package demo;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

public final class DemoSuite implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("demo")
                .benchmarks(
                        benchmark("resize").given(Registry::new).measure(Registry::register),
                        benchmark("boxing").given(Sum::new).measureLong(Sum::total),
                        benchmark("lock").given(Store::new).measureLong(Store::read),
                        benchmark("loop").given(Mixer::new).measureLong(Mixer::mix));
    }
}
JAVA

# sources SIZE BOX WAIT ROUNDS
sources() {
    cat >src/demo/Registry.java <<JAVA
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
    cat >src/demo/Sum.java <<JAVA
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
    cat >src/demo/Store.java <<JAVA
package demo;

import java.util.concurrent.locks.LockSupport;

final class Store {
    private long value;

    synchronized long read() {
        LockSupport.parkNanos($3);
        return value++;
    }
}
JAVA
    cat >src/demo/Mixer.java <<JAVA
package demo;

final class Mixer {
    private long state = 1;

    long mix() {
        long mixed = state++;
        for (int i = 0; i < $4; i++) {
            mixed ^= mixed << 13;
            mixed ^= mixed >>> 7;
        }
        return mixed;
    }
}
JAVA
}

sources 1024 long 100_000 400
git add -A
git commit -q -m "Four cases"
sources 1 Long 1_000_000 1200
git commit -q -a -m "Each slower by another cause"

status=0
"$program" check --base HEAD~1 --quiet --explain --format json "${@:2}" >"$dir/check.json" || status=$?
[ "$status" = 1 ] || { echo "the check ended with status $status"; cat "$dir/check.json"; exit 1; }
python3 - "$dir/check.json" <<'PY'
import json, sys
said = json.load(open(sys.argv[1]))
expected = {"resize": "HashMap", "boxing": "Long", "lock": "park", "loop": "Mixer.mix"}
for verdict in said["verdicts"]:
    print("%-8s %-10s %-10s ratio %s" % (verdict["benchmark"], verdict["metric"], verdict["verdict"], verdict["ratio"]))
wrong = explained = 0
for one in said["explanations"]:
    if not one["grew"]:
        print("%-8s %-10s nothing that grew by more than chance" % (one["name"], one["kind"]))
        continue
    explained += 1
    first = one["grew"][0]
    parts = ", ".join("%s %.0f %%" % (part["method"], 100 * part["share"]) for part in first["parts"])
    name = one["name"].split("/")[-1]
    right = expected[name] in first["method"] + " " + parts
    wrong += not right
    print("%-8s %-10s %.0f %% of it in %s, line %d: %s  %s" % (name, one["kind"], 100 * first["share"], first["method"], first["line"], parts, "" if right else "UNEXPECTED"))
print(explained, "explained,", wrong, "wrong")
sys.exit(wrong > 0 or explained < 3)
PY
