#!/bin/sh
# Installs the release archive as README.md says, in a separate folder, and tests its start script.
#
# Usage: scripts/try-archive.sh [ARCHIVE]     default: engine/target/clnrm-bench-*.tar.gz, which ./mvnw -Parchive package builds
set -eu
cd "$(dirname -- "$0")/.."
root=$PWD
archive=${1:-$(find "$root/engine/target" -maxdepth 1 -name 'clnrm-bench-*.tar.gz')}
[ -f "$archive" ] || {
    echo "try-archive: error: there is no archive: ${archive:-none}" >&2
    echo "      help: ./mvnw -Parchive -DskipTests package" >&2
    exit 2
}
version=${archive##*/clnrm-bench-}
version=${version%.tar.gz}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"

# says TEXT STATUS COMMAND...: the command ends with this status and prints this text
says() {
    text=$1 expected=$2 status=0
    shift 2
    "$@" >"$work/output" 2>&1 </dev/null || status=$?
    if [ "$status" != "$expected" ] || ! grep -qF -- "$text" "$work/output"; then
        cat "$work/output"
        echo "FAILED: expected status $expected and: $text"
        echo "        seen status $status from: $*"
        exit 1
    fi
}

echo "== README.md: its lines install $version"
mkdir "$work/home"
{
    # shellcheck disable=SC2016 # for the shell that runs these lines
    echo 'curl() { cat "$ARCHIVE"; }'
    awk '$0 == "```sh install" { inside = 1; next } /^```/ { inside = 0 } inside' README.md | sed "s/^version=.*/version=$version/"
} >"$work/install.sh"
HOME=$work/home ARCHIVE=$archive sh -eu "$work/install.sh"
program=$work/home/.local/bin/clnrm-bench
home=$work/home/.local/clnrm-bench-$version
says "clnrm-bench $version," 0 "$program" --version
says "Usage: clnrm-bench" 0 "$program" --help
if command -v script >/dev/null; then
    script -qec "stty cols 80; unset COLUMNS; '$program' --help" /dev/null </dev/null >"$work/narrow"
    wide=$(tr -d '\r' <"$work/narrow" | sed 's/\x1b\[[0-9;]*m//g' | awk 'length > 80')
    if [ ! -s "$work/narrow" ] || [ -n "$wide" ]; then
        echo "FAILED: on a terminal of 80 columns this is too long: $wide"
        exit 1
    fi
fi

echo "== a project outside this repository"
if [ -n "${JAVA_HOME:-}" ]; then javac=$JAVA_HOME/bin/javac; else javac=javac; fi
mkdir -p "$work/project/src"
cat >"$work/project/src/TextSuite.java" <<'JAVA'
import static dev.clnrm.bench.dsl.Bench.*;

public final class TextSuite implements dev.clnrm.bench.dsl.BenchmarkSuite {
    public dev.clnrm.bench.dsl.Suite declare() {
        return suite("text").benchmarks(benchmark("split").given(() -> "one,two").measure(text -> text.split(",")));
    }
}
JAVA
"$javac" -proc:none -d "$work/project/classes" -cp "$home/lib/*" "$work/project/src/TextSuite.java"
printf '%s\n' 'version: 1' 'suites:' '  text: {classpath: classes, suite: TextSuite}' 'budgets:' '  text/split: 1 ms' >"$work/project/budgets.yaml"
cd "$work/project"
says "budgets.yaml" 0 "$program" validate
says "split" 0 "$program" list
cd "$root"

echo "== the archive of its classes"
[ "$(find "$home" -maxdepth 1 -name '*.jsa' | wc -l)" = 1 ] || { echo "FAILED: no archive of classes in $home"; exit 1; }
rm "$home"/*.jsa
chmod a-w "$home"
mkdir -m 777 "$work/cache"
alone="env XDG_CACHE_HOME=$work/cache"
[ "$(id -u)" != 0 ] || alone="$alone setpriv --reuid=65534 --regid=65534 --clear-groups"
# shellcheck disable=SC2086 # several words
says "clnrm-bench $version," 0 $alone "$program" --version
chmod u+w "$home"
[ "$(find "$work/cache" -name '*.jsa' | wc -l)" = 1 ] || { echo "FAILED: no archive of classes in the cache"; exit 1; }

echo "== the JDK"
mkdir -p "$work/tools" "$work/old/bin" "$work/older/bin"
for tool in sh cat cksum dirname ls mkdir mv readlink rm; do ln -s "$(command -v "$tool")" "$work/tools/$tool"; done
says "no Java found" 2 env -u JAVA_HOME PATH="$work/tools" "$program" --version
says "JAVA_HOME is $work/none, but there is no $work/none/bin/java" 2 env JAVA_HOME="$work/none" "$program" --version
printf '#!/bin/sh\nexit 1\n' >"$work/old/bin/java"
echo 'JAVA_VERSION="11.0.2"' >"$work/old/release"
printf '#!/bin/sh\necho '\''openjdk version "1.8.0_402"'\'' >&2\n' >"$work/older/bin/java"
chmod +x "$work/old/bin/java" "$work/older/bin/java"
says "Java 11.0.2 is too old: $work/old/bin/java" 2 env JAVA_HOME="$work/old" "$program" --version
says "Java 1.8.0_402 is too old: $work/older/bin/java" 2 env JAVA_HOME="$work/older" "$program" --version

echo "== completion and manual"
bash -n "$home/share/bash-completion/completions/clnrm-bench"
grep -qx '.SH VALIDATE' "$home/share/man/man1/clnrm-bench.1"
echo "archive: everything runs"
