#!/usr/bin/env bash
# usage: scripts/example-project.sh DIR     (PROGRAM=DIR for another program than this folder's)
# Makes a git repository in DIR that every example workflow can measure within seconds: branch `main`, and branch `topic`, in which
# `parse` takes longer. Its `mvnw` is a script that calls javac and remembers in ~/.m2 that it fetched something. Needs a JDK, git and the built DSL.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=$(realpath -m "${1:?usage: scripts/example-project.sh DIR}")
program=${PROGRAM:-$root}
repository=${MAVEN_REPO:-$HOME/.m2/repository}

mkdir -p "$dir/src/demo" "$dir/lib" "$dir/.github"
cd "$dir"
cp "$(find "$root/dsl/target" -maxdepth 1 -name 'bench-dsl-*.jar' ! -name '*sources*' ! -name '*javadoc*' | head -n 1)" lib/bench-dsl.jar
for library in org/openjdk/jmh/jmh-core/1.37 net/sf/jopt-simple/jopt-simple/5.0.4 org/apache/commons/commons-math3/3.6.1; do
    name=${library%/*}
    cp "$repository/$library/${name##*/}-${library##*/}.jar" "lib/${name##*/}.jar"
done
cp -r "$root/docs/examples/own-image" .github/benchmark
printf 'target/\n.clnrm-bench/\n' >.gitignore
cat >mvnw <<'SH'
#!/bin/sh
mkdir -p "$HOME/.m2" target/classes
[ -e "$HOME/.m2/library" ] || { touch "$HOME/.m2/library" && echo fetched >>"$HOME/.m2/fetched"; }
exec javac -proc:none -cp 'lib/*' -d target/classes src/demo/*.java
SH
printf '#!/bin/sh\nexec java -jar "%s/engine/target/clnrm-bench.jar" "$@"\n' "$program" >clnrm-bench
chmod +x mvnw clnrm-bench

# suite CLASS SUITE CASE...
suite() {
    local class=$1 suite=$2 comma=
    shift 2
    {
        cat <<JAVA
package demo;

import static dev.clnrm.bench.dsl.Bench.benchmark;
import static dev.clnrm.bench.dsl.Bench.suite;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.dsl.Suite;
import dev.clnrm.bench.model.Mode;

public final class $class implements BenchmarkSuite {
    @Override
    public Suite declare() {
        return suite("$suite")
                .benchmarks(
JAVA
        for one in "$@"; do
            printf '%s                        benchmark("%s").given(Work::new).measureLong(Work::%s).mode(Mode.SINGLE_SHOT)' "$comma" "$one" "$one"
            comma=$',\n'
        done
        printf '\n                );\n    }\n}\n'
    } >"src/demo/$class.java"
}
# work ROUNDS: what the cases do once in each fork, in which `parse` takes that many rounds
work() {
    {
        printf 'package demo;\n\nfinal class Work {\n    private long state = 1;\n'
        for one in parse print memory concurrent; do
            rounds=5000000
            [ "$one" != parse ] || rounds=$1
            cat <<JAVA

    long $one() {
        long mixed = state++;
        for (int i = 0; i < $rounds; i++) {
            mixed ^= mixed << 13;
            mixed ^= mixed >>> 7;
            mixed ^= mixed << 17;
        }
        return mixed;
    }
JAVA
        done
        echo '}'
    } >src/demo/Work.java
}
# budgets SUITE=CLASS...
budgets() {
    cat <<'YAML'
version: 1
build: ./mvnw -q -DskipTests package
suites:
YAML
    for one in "$@"; do
        printf '  %s:\n    classpath: [target/classes, lib/*]\n    suite: demo.%s\n' "${one%=*}" "${one#*=}"
    done
}

suite DemoSuite demo parse
budgets demo=DemoSuite >budgets.yaml
# What this repository's own workflows measure.
suite CreationSuite cleanroom parse
suite ScenarioSuite scenario print
suite IntelligenceSuite ai_intelligence print
suite IntegrationSuite integration print
suite MemorySuite memory memory
suite ConcurrencySuite concurrency concurrent
budgets cleanroom=CreationSuite scenario=ScenarioSuite ai_intelligence=IntelligenceSuite integration=IntegrationSuite \
    memory=MemorySuite concurrency=ConcurrencySuite >own-budgets.yaml
work 5000000
# What a repository of two projects measures.
for project in parser server; do
    mkdir "$project"
    cp -r lib src mvnw budgets.yaml "$project"
done

git init -q -b main
git config user.name demo
git config user.email demo@example.org
git config uploadpack.allowAnySHA1InWant true
git add -A
git commit -q -m "Some cases"
git switch -q -c topic
work 100000000
cp src/demo/Work.java parser/src/demo/
git add -A
git commit -q -m "Parse slower"
git switch -q -c same main
git commit -q --allow-empty -m "Change nothing"
git switch -q -c documents main
echo 'Parses.' >README.md
git add -A
git commit -q -m "Say what it does"
git switch -q -c strict main
printf 'budgets:\n  parse:\n    time: at most 1 ns\n' >>budgets.yaml
git commit -q -a -m "A budget that nothing meets"
git switch -q -c hostile main
"$root/scripts/hostile-commit.sh" "$dir"
git switch -q -c own main
git mv -f own-budgets.yaml budgets.yaml
git commit -q -m "What the own workflows measure"
git switch -q -c own-topic
work 100000000
git commit -q -a -m "Parse slower"
git switch -q main
