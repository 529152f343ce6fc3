#!/bin/sh
# Runs everything that README.md and the guides print: commands, budgets.yaml, the suite. Checks THIRD-PARTY.md against the shipped jars.
#
# Usage: scripts/check-docs.sh     after a build; installs the DSL into the local Maven repository, as README.md says
set -eu
cd "$(dirname -- "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The blocks of one language in a file, one after the other.
blocks() { awk -v start="\`\`\`$1" '$0 == start { inside = 1; next } /^```/ { inside = 0 } inside' "${2:-README.md}"; }

echo "== README.md: its example is a separate project"
install=$(blocks sh | grep -x './mvnw .* -pl dsl -am install') || { echo "README.md does not say how to install the DSL"; exit 1; }
sh -c "$install"
version=$(grep -o 'bench-dsl:[0-9][A-Za-z0-9.-]*' README.md | head -n 1)
mkdir -p "$work/project/src/main/java/com/acme"
blocks yaml > "$work/project/budgets.yaml"
blocks java > "$work/project/src/main/java/com/acme/TextSuite.java"
cat > "$work/project/pom.xml" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId>
  <artifactId>text</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>dev.clnrm</groupId>
      <artifactId>bench-dsl</artifactId>
      <version>${version#*:}</version>
    </dependency>
  </dependencies>
</project>
POM
./mvnw -q -B -f "$work/project/pom.xml" compile
cp -r engine/src/test/resources/foreign-jmh "$work/foreign"
./mvnw -q -B -f "$work/foreign/pom.xml" package dependency:copy-dependencies -DoutputDirectory=target/deps
./clnrm-bench init "$work/foreign"
./clnrm-bench validate "$work/foreign/budgets.yaml"
cp -r "$work/foreign/target/benchmarks.jar" "$work/foreign/target/deps" "$work/project/target"
cp -r "$work/foreign/target/classes" "$work/project/target/test-classes"
(cd "$work/project" && "$root/clnrm-bench" validate && "$root/clnrm-bench" run --quick text --forks 2)

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

for file in README.md docs/performance/BENCHMARKING_GUIDE.md docs/performance/PERFORMANCE_TESTING_SUMMARY.md benches/README.md; do
    echo "== $file: its commands"
    blocks sh "$file" | sed 's/ *#.*//' | while IFS= read -r command; do
        case $command in
            '' | './mvnw verify' | "$install") continue ;; # these have just run; the tests are what runs this script
        esac
        echo "\$ $command"
        sh -c "$command" </dev/null >"$work/output" 2>&1 || { cat "$work/output"; echo "FAILED: $command"; exit 1; }
    done
done
[ "$(blocks sh | grep -c '^./mvnw verify$')" = 1 ]

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
