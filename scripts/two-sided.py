#!/usr/bin/env python3
"""Counts what comparisons of scripts/two-commits.sh found.

usage: scripts/two-sided.py verdicts CHANGED RESULT.json RUN SECONDS   a comparison of two sides measured in turns
       scripts/two-sided.py sequential CHANGED BASE-RUN HEAD-RUN SECONDS   one side after the other, judged as peers do
       scripts/two-sided.py sum ROW...   rows written by the two above, added up

CHANGED is `two` for the repository with three slower cases and a faster one, `same` for the one where nothing changed. A row is
NAME=NUMBER words: found, missed, alarms, ok, inconclusive, forks, replaced, seconds.
"""
import json
import math
import os
import sys

KNOWN = {"two": {"case_3": 1, "case_8": 1, "case_13": 1, "case_17": -1}, "same": {}}


def records(run):
    """All finished forks of a run folder."""
    rows = []
    with open(os.path.join(run, "samples.ndjson"), encoding="utf-8") as lines:
        for line in lines:
            try:
                row = json.loads(line)
            except ValueError:
                continue
            if row.get("values"):
                rows.append(row)
    return rows


def verdicts(changed, result, run, seconds):
    known = KNOWN[changed]
    with open(result, encoding="utf-8") as file:
        judged = json.load(file)["verdicts"]
    row = dict.fromkeys(("found", "missed", "alarms", "faster", "ok", "inconclusive"), 0)
    for one in judged:
        name = one["benchmark"].split("/")[-1]
        direction = {"regressed": 1, "improved": -1}.get(one["verdict"], 0)
        if one["metric"] == "time" and name in known:
            row["found" if direction == known[name] else "missed"] += 1
        elif direction > 0:
            row["alarms"] += 1
        elif direction < 0:
            row["faster"] += 1
        elif one["metric"] == "time":
            row["ok" if one["verdict"] == "ok" else "inconclusive"] += 1
    forks = records(run)
    counted = {(r["side"], json.dumps(r["case"], sort_keys=True), r["fork"]) for r in forks}
    cases = {c for _, c, _ in counted}
    row["forks"] = round(len(counted) / 2 / max(1, len(cases)), 2)
    row["replaced"] = len(forks) - len(counted)
    row["disturbed"] = sum(disturbed(r) for r in forks)
    return show(row, seconds)


def disturbed(record):
    found = record.get("disturbance")
    if not found:
        return False
    low = sum(share < 0.9 for share in found["cpuShare"])
    return found["throttled"] or found["steal"] > 0.05 or found["others"] > 0.2 or low > len(found["cpuShare"]) / 4


def sequential(changed, base, head, seconds):
    """The rank-sum test over all iterations at 5 %, where medians differ by more than 5 %: two-sided, normal, ties corrected."""
    known = KNOWN[changed]
    sides = []
    forks = 0
    for run in (base, head):
        cases = {}
        for record in records(run):
            cases.setdefault(record["case"]["benchmark"], []).extend(record["values"])
            forks += 1
        sides.append(cases)
    row = dict.fromkeys(("found", "missed", "alarms", "faster"), 0)
    for name, before in sides[0].items():
        after = sides[1].get(name, [])
        change = median(after) / median(before)
        called = abs(change - 1) > 0.05 and rank_sum(before, after) < 0.05
        direction = (1 if change > 1 else -1) if called else 0
        if name in known:
            row["found" if direction == known[name] else "missed"] += 1
        elif direction:
            row["alarms" if direction > 0 else "faster"] += 1
    row["forks"] = round(forks / 2 / max(1, len(sides[0])), 2)
    return show(row, seconds)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def rank_sum(base, head):
    ordered = sorted([(v, 0) for v in base] + [(v, 1) for v in head])
    n, m, total = len(base), len(head), len(ordered)
    ranks, ties, at = 0.0, 0.0, 0
    while at < total:
        end = at
        while end < total and ordered[end][0] == ordered[at][0]:
            end += 1
        rank = (at + 1 + end) / 2
        ranks += rank * sum(side for _, side in ordered[at:end])
        ties += (end - at) ** 3 - (end - at)
        at = end
    u = ranks - m * (m + 1) / 2
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    z = max(0.0, abs(u - n * m / 2) - 0.5) / math.sqrt(variance) if variance > 0 else 0.0
    return math.erfc(z / math.sqrt(2))


def show(row, seconds):
    row["seconds"] = round(float(seconds))
    return " ".join(f"{name}={value:g}" for name, value in row.items())


def add(rows):
    """The sum of each number, but the mean of forks per case and side."""
    sums = {}
    for row in rows:
        for word in row.split():
            name, _, number = word.partition("=")
            sums[name] = sums.get(name, 0) + float(number)
    if "forks" in sums:
        sums["forks"] = round(sums["forks"] / len(rows), 2)
    return f"runs={len(rows)} " + " ".join(f"{name}={value:g}" for name, value in sums.items())


def main(words):
    kind, rest = (words[0], words[1:]) if words else ("", [])
    if kind == "verdicts" and len(rest) == 4:
        print(verdicts(*rest))
    elif kind == "sequential" and len(rest) == 4:
        print(sequential(*rest))
    elif kind == "sum" and rest:
        print(add(rest))
    else:
        sys.exit(__doc__.strip())


if __name__ == "__main__":
    main(sys.argv[1:])
