#!/usr/bin/env bash
# Fills each home of runs with runs of 73 cases, writes a dashboard from it, opens every page in Chromium, and prints how long that takes, the
# sizes, and the faults of the pages. Ends with 1 if a page has one.
#
# Usage: scripts/dashboard-homes.sh [RUNS [FOLDER]]     default: 1000 target/dashboard-homes; after a build with its tests compiled
#        Needs a JDK, git, node, npm, chromium, GNU time and Debian's package postgresql. FOLDER is emptied and gets the sites and screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -z "${STORE_POSTGRESQL:-}" ]; then
    exec scripts/postgresql.sh "$0" "$@"
fi
count=${1:-1000}
folder=$(realpath -m "${2:-target/dashboard-homes}")
root=$PWD
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
path=$root/engine/target/test-classes:$root/engine/target/classes:$root/dsl/target/classes:$(printf '%s:' "$root"/engine/target/lib/*.jar)
rm -rf "$folder"
mkdir -p "$folder/node"
npm install --prefix "$folder/node" --no-audit --no-fund --silent puppeteer-core@24 axe-core@4
git init -q "$folder/project"
cd "$folder/project"
git -c user.name=a -c user.email=a@example.org commit -q --allow-empty -m one
git config gc.auto 0
printf 'version: 1\nsuites: {}\n' >budgets.yaml
echo "load      $(cut -d ' ' -f 1-3 /proc/loadavg), $(nproc) processors"

failed=0
for home in folder branch sqlite postgresql; do
    case $home in
        folder) store=$folder/runs ;;
        branch) store=git:runs ;;
        sqlite) store=jdbc:sqlite:$folder/runs.db ;;
        postgresql) store=$STORE_POSTGRESQL ;;
    esac
    "$java" -Xmx8g -cp "$path" dev.clnrm.bench.store.StoreSpeed fill "$count" "$store"
    /usr/bin/time -f '%e s, %M KB of memory' -o "$folder/time" "$root/clnrm-bench" dashboard --store "$store" --out "$folder/site-$home" >/dev/null
    echo "== $home: $count runs, dashboard in $(cat "$folder/time"), $(du -sk "$folder/site-$home" | cut -f 1) KB in $(find "$folder/site-$home" -type f | wc -l) files"
    mkdir "$folder/shots-$home"
    NODE_PATH="$folder/node/node_modules" node "$root/scripts/look-at-dashboard.cjs" "$folder/site-$home" "$folder/shots-$home" || failed=1
done
exit "$failed"
