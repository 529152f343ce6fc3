#!/bin/sh
# Shows the result beside the pull request, as a report of its commit. A report with the same name is replaced.
# Usage: report-bitbucket.sh FILE.md STATUS     in a step of Bitbucket Pipelines, whose proxy adds the credentials; needs curl and jq
set -eu
details=$(sed '/^<!--/d; s/^#* *//' "$1" | head -n 1)
[ -n "$details" ] || details="The check ended with status $2. See the log of the step."
jq -n --arg details "$details" --arg status "$2" \
    '{title: "clnrm-bench", report_type: "TEST", details: $details[:2000], result: (if $status == "0" then "PASSED" else "FAILED" end)}' |
    curl -fsS --proxy "${BITBUCKET_PROXY:-http://localhost:29418}" -X PUT -H 'Content-Type: application/json' -d @- \
        "http://api.bitbucket.org/2.0/repositories/$BITBUCKET_REPO_FULL_NAME/commit/$BITBUCKET_COMMIT/reports/clnrm-bench" >/dev/null
