#!/usr/bin/env bash
# usage: scripts/backfill.sh DIR [COMMITS [STEP [PERCENT]]]
# Makes a git repository in DIR with a release, v1.0, and 20 commits after it, of which the 13th makes one case 20 % slower. Commit 5 does not build.
# On a busy machine a larger PERCENT is needed.
# Then it measures them with `history backfill`, kills that twice with all its processes, and starts it again. Fails unless every commit that builds
# was measured once and the step is reported at the commit that made it, and nowhere else. Takes some ten minutes.
# Needs a JDK, git, jq and the built program.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 4 ]; then
    echo "usage: scripts/backfill.sh DIR [COMMITS [STEP [PERCENT]]]" >&2
    exit 2
fi
commits=${2:-20}
step=${3:-13}
slower=$((500 + 5 * ${4:-20}))
broken=5
. "$root/scripts/demo-project.sh"

demo_project "$1"
budgets DemoSuite demo
mix_and_steady 500
commit "Release 1.0"
git tag v1.0
for i in $(seq 1 "$commits"); do
    mix_and_steady $((i < step ? 500 : slower))
    echo "$i" > number.txt
    if [ "$i" = "$broken" ]; then
        echo "class Broken {" > src/main/java/demo/Broken.java
    else
        rm -f src/main/java/demo/Broken.java
    fi
    commit "Change $i"
    [ "$i" != "$step" ] || slow=$(git rev-parse HEAD)
done
echo "$PWD: $(git rev-list --count HEAD) commits, the step at ${slow:0:7}"

finished() { # how many runs ended
    find .clnrm-bench/runs -name run.json -exec jq -r 'select(.state == "finished") | .id' {} + 2> /dev/null | wc -l
}
backfill() {
    exec "$root/clnrm-bench" history backfill v1.0..HEAD --quiet
}
for stop in 3 9; do
    (backfill) &
    measuring=$!
    until [ "$(finished)" -ge "$stop" ]; do
        kill -0 "$measuring" || exit 1
        sleep 1
    done
    sleep 4 # into the next run
    kill -KILL "$measuring"
    wait "$measuring" || true
    echo "killed after $(finished) runs"
done
(backfill)
(backfill) # nothing is left

mkdir -p target
"$root/clnrm-bench" history mix
"$root/clnrm-bench" history '*' --format json > target/history.json
faults=0
say() {
    echo "$1"
    faults=$((faults + 1))
}
runs=$(finished)
[ "$runs" = "$commits" ] || say "$runs runs ended, not $commits: v1.0 and every commit but the broken one, once each"
twice=$(jq -r '.runs[].commit' target/history.json | sort | uniq -d)
[ -z "$twice" ] || say "measured twice: $twice"
found=$(jq -r '.movements[]? | "\(.kind) \(.since.commit) \([.cases[].benchmark | sub(".*/"; "")] | join(" "))"' target/history.json)
echo "found: $found"
[ "$found" = "step $slow mix" ] || say "expected: step $slow mix"
exit $((faults > 0))
