#!/usr/bin/env python3
"""Computes with NumPy and SciPy what the tests of series expect: chained ratios, ramps, change points on several platforms, forecasts.

Usage: scripts/series-reference.py
"""
import numpy as np
import scipy
from scipy import stats

print("NumPy", np.__version__, "SciPy", scipy.__version__)

# The product of two ratios: Zou & Donner 2008, equation 5, on the log scale.
a, b = np.log([1.05, 1.10, 1.16]), np.log([0.93, 0.95, 0.97])
low = a[1] + b[1] - np.hypot(a[1] - a[0], b[1] - b[0])
high = a[1] + b[1] + np.hypot(a[2] - a[1], b[2] - b[1])
print("chained", *["%.12f" % x for x in np.exp([low, a[1] + b[1], high])])

# How often the product of k Student intervals of 5 v 5 forks holds the truth.
random = np.random.default_rng(1)
tries = 200_000
for k in (1, 2, 4):
    sum_, square = np.zeros(tries), np.zeros(tries)
    for link in range(k):
        spread = 0.02 * (link + 1)
        base, head = random.normal(0, spread, (2, tries, 5))
        error = np.sqrt((base.var(axis=1, ddof=1) + head.var(axis=1, ddof=1)) / 5)
        sum_ += head.mean(axis=1) - base.mean(axis=1)
        square += (stats.t.ppf(0.975, 8) * error) ** 2
    print("coverage of", k, "%.4f" % np.mean(np.abs(sum_) <= np.sqrt(square)))

# The best ramp of a series, by trying all ends.
y = np.array([0.00, 0.01, -0.01, 0.02, 0.05, 0.06, 0.09, 0.10, 0.13, 0.12, 0.13])
n = len(y)
best = min(((a, b) for a in range(n) for b in range(a + 4, n)), key=lambda ends: np.linalg.lstsq(
    np.column_stack([np.ones(n), np.clip((np.arange(n) - ends[0]) / (ends[1] - ends[0]), 0, 1)]), y, rcond=None)[1][0])
design = np.column_stack([np.ones(n), np.clip((np.arange(n) - best[0]) / (best[1] - best[0]), 0, 1)])
fit, squares, _, _ = np.linalg.lstsq(design, y, rcond=None)
print("ramp", best, "growth %.12f" % fit[1], "squares %.12f" % squares[0])

# A step on two platforms: the coefficient of the side in platform + side, with the variance inside cells.
platform = np.array([0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1])
side = np.array([0] * 6 + [1] * 6)
y = np.array([1.00, 2.03, 1.01, 0.98, 1.99, 1.02, 2.11, 1.12, 2.09, 2.12, 1.08, 2.13])
fit = np.linalg.lstsq(np.column_stack([platform == 0, platform == 1, side]).astype(float), y, rcond=None)[0]
cells = [y[(platform == p) & (side == s)] for p in (0, 1) for s in (0, 1)]
df = sum(len(c) - 1 for c in cells)
variance = sum(((c - c.mean()) ** 2).sum() for c in cells) / df
weights = sum(len(cells[i]) * len(cells[i + 1]) / (len(cells[i]) + len(cells[i + 1])) for i in (0, 2))
print("platforms %.12f p %.12e" % (fit[2], 2 * stats.t.sf(fit[2] / np.sqrt(variance / weights), df)))

# The next value after a step, with the spread of both stretches and a tail of four degrees of freedom.
first, last = np.log([1.00, 1.02, 0.99, 1.01]), np.log([1.21, 1.19, 1.22])
df = len(first) + len(last) - 2
s = np.sqrt((((first - first.mean()) ** 2).sum() + ((last - last.mean()) ** 2).sum()) / df)
half = stats.t.ppf(0.975, min(df, 4)) * s * np.sqrt(1 + 1 / len(last))
print("next", *["%.12f" % x for x in np.exp(last.mean() + half * np.array([-1, 0, 1]))])
