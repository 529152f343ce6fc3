#!/usr/bin/env bash
# usage: scripts/creep.sh DIR [COMMITS]
# Makes a git repository in DIR with a release, v1.0, and 20 commits after it, each of which makes one case 1 % slower than the one before.
# No check of one commit can see that; a check against the release can. Try it with:
#   ./clnrm-bench check --file DIR/budgets.yaml --base HEAD~1 --head HEAD
#   ./clnrm-bench check --file DIR/budgets.yaml --base latest-release --head HEAD
# Needs a JDK, git and the built DSL (./clnrm-bench builds it).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/creep.sh DIR [COMMITS]}
commits=${2:-20}
. "$root/scripts/demo-project.sh"

demo_project "$dir"
cat > budgets.yaml <<'YAML'
version: 1
build: mkdir -p target/classes && javac -proc:none -cp 'lib/*' -d target/classes $(find src -name '*.java')
suites:
  demo: {classpath: [target/classes, "lib/*"], suite: demo.DemoSuite}
YAML

mixer() { # ROUNDS
    source_file src/main/java/demo/Mixer.java <<JAVA
package demo;

/** Mixes bits for a while. */
public final class Mixer {
    private long state = 7;

    public long mix() {
        return mixed(state++, $1);
    }

    public long steady() {
        return mixed(state++, 500);
    }

    private static long mixed(long bits, int rounds) {
        long mixed = bits;
        for (int i = 0; i < rounds; i++) {
            mixed ^= mixed << 13;
            mixed ^= mixed >>> 7;
            mixed ^= mixed << 17;
        }
        return mixed;
    }
}
JAVA
}

source_file src/bench/java/demo/DemoSuite.java <<'JAVA'
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
                        benchmark("mix").given(Mixer::new).measureLong(Mixer::mix),
                        benchmark("steady").given(Mixer::new).measureLong(Mixer::steady));
    }
}
JAVA
mixer 500
commit "Release 1.0"
git tag v1.0
rounds=50000
for i in $(seq 1 "$commits"); do
    rounds=$((rounds * 101 / 100))
    mixer $((rounds / 100))
    commit "Change $i"
done
echo "$dir: $(git rev-list --count HEAD) commits"
