#!/bin/sh
# Runs everything that README.md and the pages in docs/ show: commands, budgets.yaml, suites. Compares THIRD-PARTY.md with the shipped jars.
#
# Usage: scripts/check-docs.sh     after a build; installs the DSL into the local Maven repository, as README.md says
set -eu
cd "$(dirname -- "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$root:$PATH"

# The blocks of one language in a file, one after the other.
blocks() { awk -v start="\`\`\`$1" '$0 == start { inside = 1; next } /^```/ { inside = 0 } inside' "${2:-README.md}"; }

# runs FILE: every command of the page, in the current folder
runs() {
    echo "== ${1#"$root/"}: its commands"
    blocks sh "$1" | sed 's/ *#.*//' | while IFS= read -r command; do
        case $command in
            '' | './mvnw verify' | "$install") continue ;; # these have just run
        esac
        echo "\$ $command"
        status=0
        sh -c "$command" </dev/null >"$work/output" 2>&1 || status=$?
        # On a busy machine a case may be slower or over budget. The command still did what the page says.
        case $status:$command in
            0:* | 1:*clnrm-bench\ run* | 1:*clnrm-bench\ check* | 1:*clnrm-bench\ compare* | 1:*scripts/*benchmark*) ;;
            *) cat "$work/output"; echo "FAILED: $command"; exit 1 ;;
        esac
    done
}

echo "== docs/writing-benchmarks.md: its example is a separate project"
install=$(blocks sh | grep -x './mvnw .* -pl dsl -am install') || { echo "README.md does not say how to install the DSL"; exit 1; }
sh -c "$install"
version=$(grep -o 'bench-dsl:[0-9][A-Za-z0-9.-]*' README.md | head -n 1)
mkdir -p "$work/project/src/main/java/com/acme"
blocks yaml docs/writing-benchmarks.md > "$work/project/budgets.yaml"
blocks java docs/writing-benchmarks.md > "$work/project/src/main/java/com/acme/TextSuite.java"
blocks xml docs/writing-benchmarks.md > "$work/project/pom.xml"
grep -q "<version>${version#*:}</version>" "$work/project/pom.xml" || { echo "docs/writing-benchmarks.md has another version of bench-dsl than README.md"; exit 1; }
./mvnw -q -B -f "$work/project/pom.xml" compile
cp -r engine/src/test/resources/foreign-jmh "$work/foreign"
./mvnw -q -B -f "$work/foreign/pom.xml" package dependency:copy-dependencies -DoutputDirectory=target/deps
./clnrm-bench init "$work/foreign"
./clnrm-bench validate "$work/foreign/budgets.yaml"
cp -r "$work/foreign/target/benchmarks.jar" "$work/foreign/target/deps" "$work/project/target"
cp -r "$work/foreign/target/classes" "$work/project/target/test-classes"
(cd "$work/project" && "$root/clnrm-bench" validate && "$root/clnrm-bench" run --quick text --forks 2)
blocks "yaml short" docs/writing-benchmarks.md > "$work/project/budgets.yaml"
(cd "$work/project" && "$root/clnrm-bench" init && "$root/clnrm-bench" validate)

echo "== docs/first-pull-request.md: a first benchmark"
mkdir -p "$work/first/src/test/java/com/acme"
{
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
    echo '<groupId>com.acme</groupId><artifactId>hex</artifactId><version>1</version>'
    echo '<properties><maven.compiler.source>17</maven.compiler.source><maven.compiler.target>17</maven.compiler.target><maven.compiler.proc>full</maven.compiler.proc></properties>'
    echo '<dependencies>'
    blocks xml docs/first-pull-request.md
    echo '</dependencies></project>'
} > "$work/first/pom.xml"
blocks java docs/first-pull-request.md > "$work/first/src/test/java/com/acme/HexBenchmark.java"
(
    cd "$work/first"
    "$root/clnrm-bench" init
    "$root/mvnw" -q -B -DskipTests package dependency:copy-dependencies -DoutputDirectory=target/deps
    "$root/clnrm-bench" validate
    "$root/clnrm-bench" list | grep -q hex
)

echo "== docs/ACTION.md: benchmarks in src/test, on a class path"
cp -r mvnw .mvn "$work/foreign"
(
    cd "$work/foreign"
    mkdir src/test
    cp -r src/main/java src/test
    rm src/main/java/com/acme/*Benchmark.java
    printf 'package com.acme;\nclass Code {}\n' > src/main/java/com/acme/Code.java
    rm -rf target
    for way in maven-copied maven-printed; do
        blocks "yaml $way" "$root/docs/ACTION.md" > budgets.yaml
        sh -c "$(sed -n 's/^build: //p' budgets.yaml)"
        "$root/clnrm-bench" validate
        "$root/clnrm-bench" run --quick Text --forks 1
    done
    rm budgets.yaml
    "$root/clnrm-bench" init
    sh -c "$(sed -n 's/^build: //p' budgets.yaml)"
    "$root/clnrm-bench" validate
)

for file in README.md docs/writing-benchmarks.md docs/stored-results.md docs/performance/BENCHMARKING_GUIDE.md docs/performance/PERFORMANCE_TESTING_SUMMARY.md benches/README.md; do
    runs "$file"
done
[ "$(blocks sh | grep -c '^./mvnw verify$')" = 1 ]

# Commands of the pages about your own project run in a new project with JMH benchmarks.
export GIT_AUTHOR_NAME=author GIT_AUTHOR_EMAIL=author@example.com GIT_COMMITTER_NAME=author GIT_COMMITTER_EMAIL=author@example.com
cp -r engine/src/test/resources/foreign-jmh "$work/own"
cp -r mvnw .mvn "$work/own/"
cd "$work/own"
git init -q -b main
echo target/ >.gitignore
git add -A
git commit -q -m "An ordinary JMH project"
for page in first-pull-request forks self-hosted flaky-results cost-and-time; do
    runs "$root/docs/$page.md"
done
blocks yaml "$root/docs/first-pull-request.md" >"$work/own/overlay.yaml"
mkdir -p testdata tools/generator/src
touch testdata/large.json
clnrm-bench validate overlay.yaml
rm -r overlay.yaml testdata tools

echo "== docs/examples/ci/measure.sh: a pull request"
git clone -q "$work/own" "$work/clone"
cd "$work/clone"
git switch -q -c topic
sed -i 's/hash = 0/hash = 1/' src/main/java/com/acme/TextBenchmark.java
git commit -q -a -m "Start from one"
sh "$root/docs/examples/ci/measure.sh" measure-performance --quick hash || [ $? = 1 ] # a busy machine may have made it slower
grep -q '^<!-- clnrm-bench' comment.md
grep -q '<testcase' performance.xml
[ -s performance.html ]
[ -s bundle/samples.ndjson ]
cd "$root"

echo "== docs/performance/BENCHMARKING_GUIDE.md: its budgets.yaml"
blocks yaml docs/performance/BENCHMARKING_GUIDE.md | sed "s|benches/target|$root/benches/target|" >"$work/guide.yaml"
./clnrm-bench validate -f "$work/guide.yaml"

echo "== THIRD-PARTY.md: every shipped library and its version"
for jar in engine/target/lib/*.jar benches/target/lib/*.jar; do
    name=$(basename "$jar" .jar)
    case $name in bench-* | cleanroom-*) continue ;; esac
    library=${name%-[0-9]*}
    version=${name##*-}
    grep -q "$library $version" THIRD-PARTY.md || { echo "THIRD-PARTY.md lacks $library $version"; exit 1; }
done
echo "documentation: everything runs"
