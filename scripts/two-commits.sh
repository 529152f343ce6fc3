#!/usr/bin/env bash
# usage: scripts/two-commits.sh DIR [same]
# Makes a git repository in DIR with two commits and 20 cases of about a microsecond. In the second commit three cases are slower
# (+6 %, +10 %, +25 %), one is faster (-15 %), and 16 are unchanged, although all their code is compiled again. With `same`, the second
# commit changes nothing that runs. Needs a JDK, git and the built DSL (./clnrm-bench builds it).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=${1:?usage: scripts/two-commits.sh DIR [same]}
same=${2:-}

. "$root/scripts/demo-project.sh"

demo_project "$dir"
mkdir -p src/demo
cat > budgets.yaml <<'YAML'
version: 1
build: mkdir -p target/classes && javac -proc:none -cp 'lib/*' -d target/classes src/demo/*.java
suites:
  demo:
    classpath: [target/classes, lib/bench-dsl.jar, lib/jmh-core.jar, lib/jopt-simple.jar, lib/commons-math3.jar]
    suite: demo.DemoSuite
YAML

# work CASE ROUNDS: a class of its own for every case, so that what one costs says nothing of another
work() {
    cat > "src/demo/Case$1.java" <<JAVA
package demo;

/** Mixes bits for a while. */
final class Case$1 {
    private long state = $1;

    long work() {
        long mixed = state++;
        for (int i = 0; i < $2; i++) {
            mixed ^= mixed << 13;
            mixed ^= mixed >>> 7;
            mixed ^= mixed << 17;
        }
        return mixed + Version.NUMBER.length();
    }
}
JAVA
}

version() {
    cat > src/demo/Version.java <<JAVA
package demo;

/** Every case reaches it. */
final class Version {
    static final String NUMBER = new String("$1");
}
JAVA
}

{
    cat <<'JAVA'
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
JAVA
    for i in $(seq 1 20); do
        comma=,
        [ "$i" != 20 ] || comma=
        echo "                        benchmark(\"case_$i\").given(Case$i::new).measureLong(Case$i::work)$comma"
    done
    echo '                );'
    echo '    }'
    echo '}'
} > src/demo/DemoSuite.java

for i in $(seq 1 20); do work "$i" 400; done
version 1
commit "Twenty cases"
if [ -z "$same" ]; then
    work 3 424
    work 8 440
    work 13 500
    work 17 340
    version 2
    title="Three slower, one faster"
else
    echo "nothing that runs" > notes.txt
    title="The same code"
fi
commit "$title"
echo "$dir: $(git rev-list --count HEAD) commits"
