#!/bin/sh
# Measures a benchmark built with an old JMH, whose own main class runs the forks, and checks that each fork gave its values.
#
# Usage: scripts/old-jmh.sh [VERSION...]     default: the oldest that can be measured, and the last that needs its own main class
#
# Gets each JMH from Maven Central and prints one line for each. Takes about a minute for each. CLNRM_BENCH selects another program.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
bench=${CLNRM_BENCH:-$root/clnrm-bench}
[ $# -gt 0 ] || set -- 1.13 1.19 1.23
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src/old"
cat > "$work/src/old/Hashing.java" <<'JAVA'
package old;

import org.openjdk.jmh.annotations.*;

@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
public class Hashing {
    @Param({"two words"})
    public String text;

    @Benchmark
    public int hash() {
        return text.hashCode() + System.identityHashCode(this);
    }
}
JAVA

# libraries VERSION FOLDER: JMH, its annotation processor and what both need.
libraries() {
    cat > "$2/pom.xml" <<POM
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>old</groupId>
  <artifactId>old</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.openjdk.jmh</groupId><artifactId>jmh-core</artifactId><version>$1</version></dependency>
    <dependency><groupId>org.openjdk.jmh</groupId><artifactId>jmh-generator-annprocess</artifactId><version>$1</version></dependency>
  </dependencies>
</project>
POM
    "$root/mvnw" -q -B -ntp -f "$2/pom.xml" dependency:copy-dependencies -DoutputDirectory="$2/lib"
}

failures=0
for version; do
    folder=$work/$version
    mkdir -p "$folder/classes"
    libraries "$version" "$folder"
    jars=$(echo "$folder"/lib/*.jar | tr ' ' ':')
    javac -nowarn -d "$folder/classes" -cp "$jars" -processorpath "$jars" "$work/src/old/Hashing.java" 2>"$folder/javac" || {
        cat "$folder/javac" >&2
        exit 2
    }
    printf 'Class-Path: %s\n' "$(cd "$folder" && echo lib/*.jar | sed 's/ /\n  /g')" > "$folder/manifest"
    jar cfm "$folder/old.jar" "$folder/manifest" -C "$folder/classes" .
    printf 'measure: {forks: 2, iterations: 3 x 50 ms}\nsuites:\n  old: {jar: old.jar}\n' > "$folder/budgets.yaml"
    status=0
    "$bench" run --file "$folder/budgets.yaml" --out "$folder/run" >"$folder/said" 2>&1 || status=$?
    forks=$(grep -c '"values":\[[0-9.E-]*,[0-9.E-]*,[0-9.E-]*\]' "$folder/run/samples.ndjson" || true)
    echo "JMH $version | exit status $status | $forks forks of 3 values | $(grep 'main class' "$folder/said" || echo 'over the link')"
    if [ "$status" -ne 0 ] || [ "$forks" -ne 2 ]; then
        failures=$((failures + 1))
        sed 's/^/    /' "$folder/said"
    fi
done
[ "$failures" -eq 0 ]
