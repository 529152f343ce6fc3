#!/bin/sh
# Renders what is written for GitHub to HTML as GitHub does, and takes a picture of each in light and dark, wide and narrow, to be looked at.
#
# Usage: scripts/look-at-comments.sh DIR [FILE.md ...]     the golden files of the tests unless told; needs node, npm and chromium
#        CHROMIUM=/usr/bin/chromium names another browser
#
# Prints of each its size in bytes (GitHub takes 65,536 characters of a comment and 1 MiB of a job summary), and how much of its text GitHub
# would turn into a mention of somebody or a reference to an issue or commit. Ends with 3 where there is any.
set -eu
root=$(cd "$(dirname -- "$0")/.." && pwd)
[ $# -gt 0 ] || { echo "usage: scripts/look-at-comments.sh DIR [FILE.md ...]" >&2; exit 2; }
mkdir -p "$1/node"
into=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- "$root"/engine/src/test/resources/dev/clnrm/bench/report/github/*.md

[ -d "$into/node/node_modules/rehype-stringify" ] ||
    npm install --prefix "$into/node" --no-audit --no-fund --silent unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 \
        remark-breaks@4.0.0 remark-rehype@11.1.2 rehype-raw@7.0.0 rehype-sanitize@6.0.0 rehype-stringify@10.0.1
live=0
NODE_PATH="$into/node/node_modules" node "$root/scripts/look-at-comments.mjs" "$into" "$@" || live=$?
[ "$live" = 0 ] || [ "$live" = 3 ] || exit "$live"

for file in "$@"; do
    name=$(basename "$file" .md)
    for theme in light dark; do
        for width in 1280 390; do
            "${CHROMIUM:-/usr/bin/chromium}" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=$width,1600 \
                --screenshot="$into/$name-$theme-$width.png" "file://$into/$name-$theme.html" >/dev/null 2>&1
        done
    done
done
echo "pictures are in $into"
exit "$live"
