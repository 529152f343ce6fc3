#!/bin/sh
# Writes what shells and `man` need to know of the program, as it tells it itself: share/bash-completion and share/man.
# Usage: share.sh FOLDER     with the program in FOLDER/bin
set -eu
program=$1/bin/clnrm-bench
completion=$1/share/bash-completion/completions
manual=$1/share/man/man1
mkdir -p "$completion" "$manual"

bench() { sh "$program" "$@"; }

# Text as it is, also a line that begins with a dot or holds a backslash.
verbatim() {
    echo .nf
    sed 's/\\/\\e/g; s/-/\\-/g; s/^\([.'\'']\)/\\\&\1/'
    echo .fi
}

bench generate-completion >"$completion/clnrm-bench"

help=$(bench --help)
{
    echo '.TH CLNRM-BENCH 1'
    echo '.SH NAME'
    printf 'clnrm\\-bench \\- %s\n' "$(printf '%s\n' "$help" | sed -n 2p)"
    echo '.SH DESCRIPTION'
    printf '%s\n' "$help" | verbatim
    printf '%s\n' "$help" | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\)  .*/\1/p' | while read -r command; do
        printf '.SH %s\n' "$command" | tr '[:lower:]' '[:upper:]'
        bench "$command" --help </dev/null | verbatim
    done
} >"$manual/clnrm-bench.1"
