#!/usr/bin/env bash
# Starts a temporary PostgreSQL server, runs a command with it, and removes the server.
#
# Usage: scripts/postgresql.sh COMMAND...     needs Debian's package postgresql, or PG_BIN with the server's programs
#        The command gets the variables STORE_POSTGRESQL (an address for --store), PGUSER, PGPASSWORD, and PG_STOP and PG_START: commands that
#        stop and start the server.
set -euo pipefail
[ $# -gt 0 ] || { sed -n '4,6s/^# //p' "$0" >&2; exit 2; }
bin=${PG_BIN:-$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)}
[ -x "$bin/initdb" ] || { echo "postgresql.sh: no server; install Debian's package postgresql, or set PG_BIN" >&2; exit 2; }

work=$(mktemp -d)
# The server refuses to be root.
as=()
if [ "$(id -u)" = 0 ]; then
    as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
    chown nobody:nogroup "$work"
fi
export PGUSER=bench PGPASSWORD=not-a-secret
port=$((20000 + RANDOM % 20000))
stop() { "${as[@]}" "$bin/pg_ctl" -D "$work/data" -m fast stop >/dev/null 2>&1 || true; }
trap 'stop; rm -rf "$work"' EXIT

(umask 077 && printf '%s\n' "$PGPASSWORD" >"$work/password")
[ "$(id -u)" != 0 ] || chown nobody:nogroup "$work/password"
cd "$work"
"${as[@]}" "$bin/initdb" -D "$work/data" -U "$PGUSER" --auth=scram-sha-256 --pwfile="$work/password" -E UTF8 --no-sync >/dev/null
start=("${as[@]}" "$bin/pg_ctl" -D "$work/data" -l "$work/log" -w -o "-p $port -k $work -c listen_addresses=127.0.0.1" start)
"${start[@]}" >/dev/null || { cat "$work/log" >&2; exit 1; }
cd "$OLDPWD"

export STORE_POSTGRESQL=jdbc:postgresql://127.0.0.1:$port/postgres
PG_START=$(printf '%q ' "${start[@]}")">/dev/null"
PG_STOP=$(printf '%q ' "${as[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate stop)">/dev/null"
export PG_START PG_STOP
"$@"
