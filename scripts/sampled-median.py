#!/usr/bin/env python3
"""Prints the median of single times, in seconds, of each fork in sample mode.

usage: scripts/sampled-median.py RUN/samples.ndjson
"""
import json
import sys

with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        iterations = json.loads(line).get("histograms")
        if not iterations:
            continue
        counts = {}
        for histogram in iterations:
            for seconds, count in zip(histogram["seconds"], histogram["counts"]):
                counts[seconds] = counts.get(seconds, 0) + count
        half = sum(counts.values()) / 2
        for seconds in sorted(counts):
            half -= counts[seconds]
            if half <= 0:
                print(seconds)
                break
