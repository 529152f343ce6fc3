#!/bin/sh
# Renders the texts for GitHub to HTML as GitHub does, and takes a screenshot of each in light and dark, wide and narrow. Look at the screenshots.
#
# Usage: scripts/look-at-comments.sh DIR [FILE.md ...]     default: the golden files of the tests; needs node, npm and chromium
#        CHROMIUM=/usr/bin/chromium selects another browser
#
# Prints the size of each in bytes (GitHub takes 65,536 characters of a comment and 1 MiB of a job summary), and how many mentions of
# people and references to issues or commits GitHub would find in it. Ends with 3 if there are any.
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
