#!/usr/bin/env bash
# usage: scripts/overlay.sh DIR
# Makes a git repository in DIR with two commits, whose benchmarks change together with the code they measure:
#   search    is new in the second commit, which makes the code it measures 20 % slower;
#   mix       has another input in the second commit, and its code is the same;
#   renamed   measures what `old_name` measured in the first;
#   only_head is new, and calls a method that only the second commit has.
# Both sides measure search, mix and renamed with the second commit's benchmark; only_head does not compile on the first.
# Needs a JDK, git and the built DSL (./clnrm-bench builds it). Try it with:
#   ./clnrm-bench compare HEAD~1 HEAD --file DIR/budgets.yaml --quick
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/overlay.sh DIR}
. "$root/scripts/demo-project.sh"

demo_project "$dir"
cat > budgets.yaml <<'YAML'
version: 1
build: mkdir -p target/classes && javac -proc:none -cp 'lib/*' -d target/classes $(find src -name '*.java')
suites:
  more: {classpath: [target/classes, "lib/*"], suite: demo.MoreSuite}
  demo: {classpath: [target/classes, "lib/*"], suite: demo.DemoSuite}
YAML

mixer() { # ROUNDS FURTHER
    source_file src/main/java/demo/Mixer.java <<JAVA
package demo;

/** Mixes bits for a while. */
public final class Mixer {
    private long state = 7;

    public long search() {
        return mixed(state++, $1);
    }

    public long mix(int rounds) {
        return mixed(state++, rounds);
    }
    $2
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

suite() { # CLASS NAME BENCHMARKS
    source_file "src/bench/java/demo/$1.java" <<JAVA
package demo;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;

public final class $1 implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("$2")
                .benchmarks(
                        $3);
    }
}
JAVA
}

mixer 400 ""
suite DemoSuite demo 'benchmark("mix").given(Mixer::new).measureLong(mixer -> mixer.mix(400)),
                        benchmark("old_name").given(Mixer::new).measureLong(mixer -> mixer.mix(300))'
suite MoreSuite more 'benchmark("steady").given(Mixer::new).measureLong(mixer -> mixer.mix(200))'
commit "Two benchmarks"

mixer 480 'public long onlyHead() {
        return mixed(state++, 100);
    }
'
suite DemoSuite demo 'benchmark("mix").given(Mixer::new).measureLong(mixer -> mixer.mix(600)),
                        benchmark("renamed").given(Mixer::new).measureLong(mixer -> mixer.mix(300)),
                        benchmark("search").given(Mixer::new).measureLong(Mixer::search)'
suite MoreSuite more 'benchmark("steady").given(Mixer::new).measureLong(mixer -> mixer.mix(200)),
                        benchmark("only_head").given(Mixer::new).measureLong(Mixer::onlyHead)'
commit "New benchmarks and slower code"
echo "$dir: $(git rev-list --count HEAD) commits"
