#!/bin/sh
# Measures the checked-out commit against its merge base with the target branch. Writes comment.md, performance.xml (JUnit), performance.html and
# the folder bundle, which `clnrm-bench publish` reads.
# Usage: measure.sh TARGET_BRANCH [OPTION OF `clnrm-bench check`...]     ends with the exit status of the check
set -eu
target=$1
shift
git rev-parse -q --verify "origin/$target" >/dev/null || git fetch -q origin "+refs/heads/$target:refs/remotes/origin/$target"
rm -rf clnrm-bench-run clnrm-bench-judged bundle comment.md performance.xml performance.html
status=0
# Measures even if no code changed, so that the comment of an earlier push is replaced. The action does the same.
clnrm-bench check --base "origin/$target" --head HEAD --unchanged-code control --out clnrm-bench-run --format markdown "$@" >comment.md || status=$?
if [ -f clnrm-bench-run/run.json ]; then
    clnrm-bench merge clnrm-bench-run --out clnrm-bench-judged --format junit >performance.xml || true
    clnrm-bench report clnrm-bench-run --out performance.html || true
    mkdir bundle
    cp clnrm-bench-run/run.json clnrm-bench-run/samples.ndjson bundle/
fi
exit "$status"
