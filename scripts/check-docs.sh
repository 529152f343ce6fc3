#!/bin/sh
# Runs everything that README.md and the guides print: commands, budgets.yaml, the suite. Checks THIRD-PARTY.md against the shipped jars.
#
# Usage: scripts/check-docs.sh     after a build; needs a JDK with javac
set -eu
cd "$(dirname -- "$0")/.."
root=$PWD
if [ -n "${JAVA_HOME:-}" ]; then javac=$JAVA_HOME/bin/javac; else javac=javac; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The blocks of one language in a file, one after the other.
blocks() { awk -v start="\`\`\`$1" '$0 == start { inside = 1; next } /^```/ { inside = 0 } inside' "${2:-README.md}"; }

echo "== README.md: its example is a separate project"
mkdir -p "$work/project/src/com/acme" "$work/project/target"
blocks yaml > "$work/project/budgets.yaml"
blocks java > "$work/project/src/com/acme/TextSuite.java"
"$javac" -proc:none -d "$work/project/target/classes" -cp "benches/target/lib/*" "$work/project/src/com/acme/TextSuite.java"
cp -r engine/src/test/resources/foreign-jmh "$work/foreign"
./mvnw -q -B -f "$work/foreign/pom.xml" package
./clnrm-bench init "$work/foreign"
./clnrm-bench validate "$work/foreign/budgets.yaml"
cp "$work/foreign/target/benchmarks.jar" "$work/project/target/benchmarks.jar"
(cd "$work/project" && "$root/clnrm-bench" validate && "$root/clnrm-bench" run --quick text --forks 2)

for file in README.md docs/performance/BENCHMARKING_GUIDE.md docs/performance/PERFORMANCE_TESTING_SUMMARY.md benches/README.md; do
    echo "== $file: its commands"
    blocks sh "$file" | sed 's/ *#.*//' | while IFS= read -r command; do
        case $command in
            '' | './mvnw verify') continue ;; # the tests are what runs this script, or have just run
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
