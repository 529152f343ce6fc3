# shellcheck shell=bash disable=SC2154 # the script that sources this one sets root
# Sourced by scripts that make a repository for a trial: a folder with a git repository, the DSL and JMH in lib/.

demo_project() { # DIR
    mkdir -p "$1"
    cd "$1" || exit
    git init -q -b main
    git config user.name demo
    git config user.email demo@example.org
    mkdir lib
    local repository=${MAVEN_REPO:-$HOME/.m2/repository}
    cp "$(find "$root/dsl/target" -maxdepth 1 -name 'bench-dsl-*.jar' ! -name '*sources*' ! -name '*javadoc*' | head -n 1)" lib/bench-dsl.jar
    cp "$repository/org/openjdk/jmh/jmh-core/1.37/jmh-core-1.37.jar" lib/jmh-core.jar
    cp "$repository/net/sf/jopt-simple/jopt-simple/5.0.4/jopt-simple-5.0.4.jar" lib/jopt-simple.jar
    cp "$repository/org/apache/commons/commons-math3/3.6.1/commons-math3-3.6.1.jar" lib/commons-math3.jar
    printf 'target/\n.clnrm-bench/\n' > .gitignore
}

source_file() { # PATH, text on standard input
    mkdir -p "$(dirname "$1")"
    cat > "$1"
}

budgets() { # CLASS NAME, once or more: the suites
    cat > budgets.yaml <<'YAML'
version: 1
build: mkdir -p target/classes && javac -proc:none -cp 'lib/*' -d target/classes $(find src -name '*.java')
suites:
YAML
    while [ $# -gt 0 ]; do
        echo "  $2: {classpath: [target/classes, \"lib/*\"], suite: demo.$1}" >> budgets.yaml
        shift 2
    done
}

# The code that is measured: methods that call `mixed(state++, ROUNDS)`, whose time is proportional to ROUNDS.
mixer() { # METHODS
    source_file src/main/java/demo/Mixer.java <<JAVA
package demo;

/** Mixes bits for a while. */
public final class Mixer {
    private long state = 7;

    $1

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

# The code of `mix` and `steady`, and a suite that measures them. `steady` never changes.
mix_and_steady() { # ROUNDS
    mixer "public long mix() {
        return mixed(state++, $1);
    }

    public long steady() {
        return mixed(state++, 500);
    }"
    suite DemoSuite demo 'benchmark("mix").given(Mixer::new).measureLong(Mixer::mix),
                        benchmark("steady").given(Mixer::new).measureLong(Mixer::steady)'
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

commit() { # TITLE
    git add -A
    git commit -q -m "$1"
}
