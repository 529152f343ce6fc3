#!/bin/sh
# Renders what is written for GitHub to HTML as GitHub does, and takes a picture of each in light and dark, wide and narrow, to be looked at.
#
# Usage: scripts/look-at-comments.sh DIR [FILE.md ...]     the golden files of the tests unless told; needs cmark-gfm and chromium
#
# Prints the size of each in bytes; GitHub takes 65,536 characters of a comment and 1 MiB of a job summary.
set -eu
root=$(cd "$(dirname -- "$0")/.." && pwd)
[ $# -gt 0 ] || { echo "usage: scripts/look-at-comments.sh DIR [FILE.md ...]" >&2; exit 2; }
mkdir -p "$1"
into=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- "$root"/engine/src/test/resources/dev/clnrm/bench/render/github/*.md

for file in "$@"; do
    name=$(basename "$file" .md)
    printf '%-20s %8d bytes\n' "$name" "$(wc -c <"$file")"
    for theme in light dark; do
        if [ $theme = light ]; then colors='#fff #1f2328 #d1d9e0 #f6f8fa'; else colors='#0d1117 #f0f6fc #3d444d #151b23'; fi
        # shellcheck disable=SC2086
        set_colors() { paper=$1 ink=$2 line=$3 code=$4; }
        # shellcheck disable=SC2086
        set_colors $colors
        {
            cat <<HTML
<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>$name</title>
<style>
body { font: 14px/1.5 "Noto Sans", Helvetica, Arial, sans-serif; background: $paper; color: $ink; margin: 16px; max-width: 880px; overflow-wrap: break-word }
table { border-collapse: collapse; display: block; max-width: 100%; width: max-content; overflow: auto; margin-bottom: 16px }
th, td { border: 1px solid $line; padding: 6px 13px } tr:nth-child(2n) { background: $code }
code, pre { font: 85% monospace; background: $code; border-radius: 6px } code { padding: .2em .4em } pre { padding: 16px; overflow: auto }
summary { cursor: pointer } a { color: #4493f8 }
</style>
HTML
            # Raw HTML passes as on GitHub, which then takes out what could do harm.
            cmark-gfm --unsafe -e table -e autolink -e strikethrough -e tagfilter -e tasklist "$file" | sed 's/<details>/<details open>/'
        } >"$into/$name-$theme.html"
        for width in 1280 390; do
            chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=$width,1600 \
                --screenshot="$into/$name-$theme-$width.png" "file://$into/$name-$theme.html" >/dev/null 2>&1
        done
    done
done
echo "pictures are in $into"
