#!/usr/bin/env python3
"""Runs JMH and prints two times in microseconds: from its start to its first iteration, and to its end.

usage: scripts/first-iteration.py COMMAND...
"""
import os
import subprocess
import sys
import time

started = time.monotonic_ns()
first = 0
seen = b""
with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as jmh:
    # JMH writes `# Warmup Iteration   1: ` when it begins, and the rest of the line when it has the score.
    while chunk := os.read(jmh.stdout.fileno(), 65536):
        seen = (seen + chunk)[-70000:]
        if not first and b"Iteration " in seen:
            first = time.monotonic_ns()
ended = time.monotonic_ns()
if jmh.returncode or not first:
    sys.exit(f"{sys.argv[1]} ended with status {jmh.returncode}, its first iteration was {'' if first else 'not '}seen")
print((first - started) // 1000, (ended - started) // 1000)
