#!/bin/sh
# Writes a comment on the merge request of this pipeline, or replaces its earlier comment.
# Usage: comment-gitlab.sh FILE.md     needs curl, jq and BENCH_TOKEN, an access token of the project with the scope `api`
set -eu
[ -s "$1" ] || {
    echo "comment-gitlab: $1 is empty: see the log of the job that measures" >&2
    exit 1
}
notes=$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes
api() { curl -fsS -H "PRIVATE-TOKEN: $BENCH_TOKEN" "$@"; }

me=$(api "$CI_API_V4_URL/user" | jq .id)
marker=$(head -n 1 "$1")
note=''
page=1
full=100
while [ -z "$note" ] && [ "$full" = 100 ]; do
    api "$notes?per_page=100&sort=asc&page=$page" >notes.json
    note=$(jq --argjson me "$me" --arg marker "$marker" \
        'first(.[] | select(.author.id == $me and (.body | startswith($marker)))) | .id' notes.json)
    full=$(jq length notes.json)
    page=$((page + 1))
done
if [ -n "$note" ]; then method=PUT note=/$note; else method=POST; fi
jq -Rs '{body: .}' "$1" | api -X "$method" -H 'Content-Type: application/json' -d @- "$notes$note" >/dev/null
