#!/usr/bin/env python3
"""Prints p of `slower` for twelve cases of a made-up suite, alone and after Holm: the whole rule of docs/statistics.md by NumPy and SciPy.

usage: scripts/reference-suite.py     WholeRuleTest makes the same suite and compares the program with this output
"""
import importlib.util
import os

import numpy as np
from scipy.stats import t as student

where = os.path.join(os.path.dirname(os.path.abspath(__file__)), "try-looks.py")
spec = importlib.util.spec_from_file_location("try_looks", where)
rule = importlib.util.module_from_spec(spec)
spec.loader.exec_module(rule)

CASES, FORKS, ITERATIONS, SHARES = 12, 5, 20, 1.5
LOOKS = ((rule.fast(0.1), 0.65), (rule.between(0.5, 0.1), 0.25), (rule.slow(0.1), 0.10))


def times(side):
    case, fork, iteration = np.meshgrid(np.arange(CASES), np.arange(FORKS), np.arange(ITERATIONS), indexing="ij")
    of_fork = 0.004 * (1 + case % 5) * np.sin(7.3 * case + 3.1 * fork + 1.9 * side)
    of_iteration = 0.02 * (1 + case % 3) * np.abs(np.sin(3.7 * case + 1.1 * fork + 0.5 * side + 0.3 * iteration * iteration))
    slower = np.where((side == 1) & (case == 3), 1.05, 1.0)
    return np.sort(1e-6 * np.exp(of_fork + of_iteration) * slower, -1)


base, head = times(0), times(1)
degrees = 2 * FORKS - 2
within = (np.log(base).var(-1, ddof=1).mean(-1) + np.log(head).var(-1, ddof=1).mean(-1)) / 2
covariate = np.log(within + rule.LEAST)[None]
least = np.full(CASES, np.inf)
for look, share in LOOKS:
    b, h = np.log(look(base)), np.log(look(head))
    own = rule.variance(b, h)[None] + rule.LEAST
    d0, s0 = rule.prior(own, degrees, covariate)
    error = np.sqrt((d0 * s0 + degrees * own) / (d0 + degrees) * 2 / FORKS)
    p = student.sf((h.mean(-1) - b.mean(-1))[None] / error, d0 + degrees) / (share * SHARES)
    least = np.minimum(least, p[0])
least = np.minimum(least, 1)
adjusted = np.empty(CASES)
highest = 0.0
for rank, case in enumerate(np.argsort(least)):
    highest = max(highest, min(1.0, (CASES - rank) * least[case]))
    adjusted[case] = highest
for alone, holm in zip(least, adjusted):
    print(f"{alone:.12e}, {holm:.12e}")
