#!/usr/bin/env bash
# usage: scripts/creep.sh DIR [COMMITS]
# Makes a git repository in DIR with a release, v1.0, and 20 commits after it, each of which makes one case 1 % slower than the one before. No check of
# one commit can see that. Then it measures every commit beside the release, checks the last commit against the one before and against the release, and
# prints the growth that it finds, with its commits. Fails unless it finds growth in `mix` and nothing in `steady`. Takes some ten minutes.
# Needs a JDK, git, jq and the built program.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    echo "usage: scripts/creep.sh DIR [COMMITS]" >&2
    exit 2
fi
commits=${2:-20}
. "$root/scripts/demo-project.sh"

demo_project "$1"
budgets DemoSuite demo
mix_and_steady 500
commit "Release 1.0"
git tag v1.0
rounds=50000
for i in $(seq 1 "$commits"); do
    rounds=$((rounds * 101 / 100))
    mix_and_steady $((rounds / 100))
    commit "Change $i"
done
echo "$PWD: $(git rev-list --count HEAD) commits"
mkdir -p target

bench=$root/clnrm-bench
"$bench" history backfill v1.0..HEAD --quiet
echo
echo "== one commit against the one before"
"$bench" compare HEAD~1 HEAD || true
echo
echo "== the last commit against the release"
"$bench" check --base latest-release --head HEAD | tee target/check.txt || true
echo
echo "== the history"
"$bench" history '*'

"$bench" history '*' --format json > target/history.json
crept=$(jq -r '[.movements[]? | select(.kind == "creep") | .cases[].benchmark | sub(".*/"; "")] | join(" ")' target/history.json)
echo "crept: ${crept:-nothing}"
[ "$crept" = mix ] || exit 1
tr '\n' ' ' < target/check.txt | tr -s ' ' | grep -q "grew gradually between" || {
    echo "the check against the release does not say so" >&2
    exit 1
}
