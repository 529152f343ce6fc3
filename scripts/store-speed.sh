#!/usr/bin/env bash
# Prints for each kind of store (folder, branch, database): how much a run of 73 cases adds, and how long a new process needs to read many runs, with the
# options and the class-data archive of the installed program. Also runs eight writers at once on a branch and on PostgreSQL.
#
# Usage: scripts/store-speed.sh [RUNS...]     default: 1000 10000 100000; after a build with its tests compiled
#        Needs git, GNU time and Debian's package postgresql. A folder is filled up to 10,000 runs.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${STORE_POSTGRESQL:-}" ]; then
    exec scripts/postgresql.sh "$0" "$@"
fi
counts=("${@:-1000}")
[ $# -gt 0 ] || counts=(1000 10000 100000)
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
program=$PWD/engine/target
"$program/bin/clnrm-bench" --version >/dev/null # writes the archive
mapfile -t options < <(sed -n '/^exec "\$java"/,$p' "$program/bin/clnrm-bench" | grep -oE -- '-[XD][^ ]+' | grep -v SharedArchiveFile)
options+=("-XX:SharedArchiveFile=$(echo "$program"/clnrm-bench-*.jsa)" -cp "$program/clnrm-bench.jar:$program/test-classes")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
speed() { "$java" "${options[@]}" -Xmx8g dev.clnrm.bench.store.StoreSpeed "$@"; }
push() { "$program/bin/clnrm-bench" push "$@"; }
cd "$work"
git init -q project
cd project
git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m one
git config gc.auto 0
echo "load      $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"

echo "== what a run of 73 cases and 6 forks adds, after ten others"
speed sample "$work/sample" 20
size() {
    case $1 in
        git:*) git gc -q && du -sb .git | cut -f 1 ;;
        jdbc:sqlite:*) stat -c %s "$work/growth.db" ;;
        *) du -sb "$work/growth" | cut -f 1 ;;
    esac
}
for store in "$work/growth" git:growth "jdbc:sqlite:$work/growth.db"; do
    push "$work"/sample/run-? --store "$store" >/dev/null
    before=$(size "$store")
    push "$work"/sample/run-1? --store "$store" >/dev/null
    after=$(size "$store")
    awk -v store="${store/"$work/"/}" -v bytes="$((after - before))" 'BEGIN { printf "%s: %.1f KiB\n", store, bytes / 10240 }'
done

echo "== eight writers at once, two runs each"
for store in git:writers "$STORE_POSTGRESQL"; do
    begin=$(date +%s%N)
    writers=()
    for writer in 0 1 2 3 4 5 6 7; do
        push "$work/sample/run-$writer" "$work/sample/run-$(((writer + 1) % 8))" --store "$store" >/dev/null &
        writers+=($!)
    done
    for writer in "${writers[@]}"; do wait "$writer"; done
    echo "$store: $((($(date +%s%N) - begin) / 1000000)) ms; $(speed read "$store")"
done

for count in "${counts[@]}"; do
    echo "== $count runs, read by a fresh program; with its start, and the most memory it took"
    stores=("git:runs-$count" "jdbc:sqlite:$work/runs-$count.db" "$STORE_POSTGRESQL?currentSchema=runs$count")
    [ "$count" -gt 10000 ] || stores=("$work/runs-$count" "${stores[@]}")
    speed schema "$STORE_POSTGRESQL" "runs$count"
    speed fill "$count" "${stores[@]}"
    for store in "${stores[@]}"; do
        for _ in 1 2; do
            echo "$(basename "${store%\?*}"): $(/usr/bin/time -f '%e s (%U s of processor), %M KB' -o "$work/time" "$java" "${options[@]}" dev.clnrm.bench.store.StoreSpeed read "$store"); $(cat "$work/time")"
        done
    done
    rm -rf "$work/runs-$count" "$work/runs-$count.db"
done
