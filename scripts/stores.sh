#!/usr/bin/env bash
# Tests every kind of store: the same tests on a folder, a branch, SQLite and a real PostgreSQL server, then writers that are killed, several writers
# at once, and a server that stops while a run is measured.
#
# Usage: scripts/stores.sh     after a build with its tests compiled; needs git and Debian's package postgresql
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${STORE_POSTGRESQL:-}" ]; then
    exec scripts/postgresql.sh "$0" "$@"
fi
bench=${CLNRM_BENCH:-$PWD/clnrm-bench}
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
path=$PWD/engine/target/test-classes:$PWD/engine/target/classes:$PWD/dsl/target/classes:$(printf '%s:' "$PWD"/engine/target/lib/*.jar)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() {
    if [ "$2" = "$3" ]; then echo "ok     $1: $2"; else echo "FAILED $1: $2 instead of $3"; failed=1; fi
}

echo "== the same tests on each kind of store"
./mvnw -q -B -ntp -pl engine -am test -Djacoco.skip=true -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest='DirectoryStoreTest,GitStoreTest,SqliteStoreTest,PostgresStoreTest' -Dstore.postgresql="$STORE_POSTGRESQL"
tests=$(sed -n 's/.*tests="\([0-9]*\)".*/\1/p' engine/target/surefire-reports/TEST-dev.clnrm.bench.store.PostgresStoreTest.xml | head -n 1)
skipped=$(sed -n 's/.*skipped="\([0-9]*\)".*/\1/p' engine/target/surefire-reports/TEST-dev.clnrm.bench.store.PostgresStoreTest.xml | head -n 1)
expect "tests skipped on PostgreSQL, of $tests" "$skipped" 0

sample() { "$java" -XX:TieredStopAtLevel=1 -cp "$path" dev.clnrm.bench.runs.SampleRun "$@"; }
for day in 1 2 3 4 5 6 7 8; do sample "$work/measured/$day" 12 one "$day" 1 "$day"; done

# A project whose remote is beside it.
git init -q --bare "$work/remote.git"
git init -q "$work/project"
cd "$work/project"
git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m one
git remote add origin "$work/remote.git"
printf 'version: 1\nsuites: {}\n' >budgets.yaml
git add budgets.yaml
git -c user.name=a -c user.email=a@example.org commit -q -m two
count() { "$bench" history '*' --store "$1" --format csv --limit 100000 | grep -oE '[0-9]{8}-[0-9]{6}-[0-9a-f]{6}' | sort -u | wc -l; }

for store in "$work/folder" git:performance "jdbc:sqlite:$work/runs.db" "$STORE_POSTGRESQL"; do
    echo "== $store"
    # A writer is killed at some moment, eight times; each time it goes on where it was.
    for moment in 0.3 0.5 0.6 0.7 0.8 0.9 1.0 1.2; do
        "$bench" push "$work"/measured/[1-4] --store "$store" >/dev/null 2>&1 &
        writer=$!
        sleep "$moment"
        kill -9 "$writer" 2>/dev/null || true
        wait "$writer" 2>/dev/null || true
        "$bench" history '*' --store "$store" >/dev/null 2>"$work/said" || true
        if grep -q 'is omitted' "$work/said"; then
            echo "FAILED: a killed writer left half a run"
            cat "$work/said"
            failed=1
        fi
    done
    "$bench" push "$work"/measured/[1-4] --store "$store" >/dev/null
    expect "runs after eight kills" "$(count "$store")" 4
    # Eight programs at once, each with two runs.
    writers=()
    for writer in 1 2 3 4 5 6 7 8; do
        "$bench" push "$work/measured/$writer" "$work/measured/$((writer % 8 + 1))" --store "$store" >/dev/null &
        writers+=($!)
    done
    for writer in "${writers[@]}"; do wait "$writer" || { echo "FAILED: a writer ended with $?"; failed=1; }; done
    expect "runs of eight writers at once" "$(count "$store")" 8
done
expect "files of the work tree that changed" "$(git status --porcelain --untracked-files=no | wc -l)" 0
expect "runs in the remote's branch" "$(git -C "$work/remote.git" ls-tree -r --name-only performance | grep -c '^runs/')" 8
git fsck --strict --no-dangling

echo "== a server that stops while a run is measured"
cd "$OLDPWD"
"$bench" run cleanroom_creation --forks 3 --own-jvms --quick --out "$work/run" --store "$STORE_POSTGRESQL" >"$work/output" 2>&1 &
measuring=$!
until [ -s "$work/run/samples.ndjson" ] || ! kill -0 "$measuring" 2>/dev/null; do sleep 0.1; done
sh -c "$PG_STOP"
status=0
wait "$measuring" || status=$?
case $status in
    0 | 1) echo "ok     the verdict stays: status $status" ;;
    *) echo "FAILED status $status"; cat "$work/output"; failed=1 ;;
esac
sh -c "$PG_START"
command=$(tr -d '\140' <"$work/output" | tr -s '\n ' '  ' | grep -o 'clnrm-bench push [^ ]* --store [^ ]*' | head -n 1)
echo "       $command"
if [ -z "$command" ]; then cat "$work/output"; failed=1; else sh -c "\"$bench\" ${command#clnrm-bench }"; fi
if grep -q "$PGPASSWORD" "$work/output" "$work/run/run.json"; then echo "FAILED: the password was printed"; failed=1; fi

[ "$failed" = 0 ] || exit 1
echo "stores: everything holds"
