#!/usr/bin/env python3
"""Tests other statistics of a fork: a second program for the rule of docs/statistics.md, in NumPy and SciPy.

usage: scripts/try-looks.py FORKS.csv.gz [DEALS [FORKS-A-SIDE [SHARE]]]   default: 300 deals of a suite, 5 forks per side, shares of 1.5

FORKS.csv.gz has lines of "project#benchmark#parameters",fork,it0,it1,... in seconds per operation, iterations of 100 ms, ten forks of the
same code each; the benchmarks of a project are a suite. Every deal splits the forks at random. For every candidate and window it prints, in
per cent, for all projects, for every second one in alphabetical order (on which candidates are chosen) and for the others (on which they are
checked): suites of unchanged code in which a case is called slower, and how often one case that was made slower is called: by 3, 5, 10, 20 %,
and in every tenth iteration by 100 %. Every case of a suite is made slower in turn. `level` is the sum of shares at which 5 % of all suites
would be called. All candidates get the same deals.
"""
import csv
import gzip
import sys

import numpy as np
from scipy.special import digamma, polygamma
from scipy.stats import t as student

LEAST = 0.005**2
SHIFTS = (0.03, 0.05, 0.10, 0.20)
WINDOWS = ((10, 20), (5, 5), (20, 20))


def fast(share):
    return lambda x: x[..., : max(1, int(np.ceil(x.shape[-1] * share)))].mean(-1)


def slow(share):
    return lambda x: x[..., x.shape[-1] - max(1, int(np.ceil(x.shape[-1] * share))) :].mean(-1)


def between(low, high):
    """Without the fastest share and the slowest, of which at least one iteration is left out."""

    def look(x):
        n = x.shape[-1]
        return x[..., int(n * low) : n - max(1, int(n * high))].mean(-1)

    return look


def mean(x):
    return x.mean(-1)


CANDIDATES = {
    "mean": ((fast(0.1), 0.75), (mean, 0.15), (slow(0.1), 0.10)),
    "median": ((fast(0.1), 0.75), (lambda x: np.median(x, -1), 0.15), (slow(0.1), 0.10)),
    "all but slow tenth": ((fast(0.1), 0.65), (between(0, 0.1), 0.25), (slow(0.1), 0.10)),
    "middle half": ((fast(0.1), 0.65), (between(0.25, 0.25), 0.25), (slow(0.1), 0.10)),
    "slower half, 75 %": ((fast(0.1), 0.75), (between(0.5, 0.1), 0.15), (slow(0.1), 0.10)),
    "slower half, 65 %": ((fast(0.1), 0.65), (between(0.5, 0.1), 0.25), (slow(0.1), 0.10)),
    "slower half, 45 %": ((fast(0.1), 0.45), (between(0.5, 0.1), 0.45), (slow(0.1), 0.10)),
    "and the mean": ((fast(0.1), 0.60), (between(0.5, 0.1), 0.20), (mean, 0.10), (slow(0.1), 0.10)),
}


def suites(path):
    """By project an array of cases, forks, iterations."""
    cases = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = csv.reader(lines)
        next(rows)
        for row in rows:
            cases.setdefault(row[0], []).append(np.array(row[2:], float))
    projects = {}
    for name, forks in cases.items():
        projects.setdefault(name.split("#")[0], []).append(forks)
    return {project: np.array(projects[project]) for project in sorted(projects)}


def inverse_trigamma(y):
    """Newton's method of Smyth 2004, appendix."""
    x = 0.5 + 1 / y
    for _ in range(40):
        value = polygamma(1, x)
        x = x + value * (1 - value / y) / polygamma(2, x)
    return x


def prior(variances, degrees, covariate):
    """d0 and s0^2 of Smyth 2004 with a straight trend on the covariate; a row is a deal, a column a case."""
    e = np.log(variances) - digamma(degrees / 2) + np.log(degrees / 2)
    x = covariate - covariate.mean(1, keepdims=True)
    level = e.mean(1, keepdims=True)
    slope = (x * (e - level)).sum(1, keepdims=True) / (x**2).sum(1, keepdims=True)
    fitted = level + slope * x
    excess = ((e - fitted) ** 2).sum(1, keepdims=True) / (e.shape[1] - 2) - polygamma(1, degrees / 2)
    d0 = np.where(excess > 0, 2 * inverse_trigamma(np.where(excess > 0, excess, 1)), 1e6)
    return d0, np.exp(fitted + digamma(d0 / 2) - np.log(d0 / 2))


def dealt(values, deal, forks):
    """Logarithms of both sides by deal, case, fork."""
    all_forks = np.take_along_axis(np.broadcast_to(values, (len(deal),) + values.shape), deal, 2)
    return all_forks[..., :forks], all_forks[..., forks:]


def variance(base, head):
    return (base.var(-1, ddof=1) + head.var(-1, ddof=1)) / 2


def tried(suite, window, forks, deals, seed):
    """By candidate the least p of a suite of same code, and the p of each case made slower; all times the number of cases."""
    warmup, measured = window
    times = suite[:, :, warmup : warmup + measured]
    factors = np.where(np.arange(warmup, warmup + measured) % 10 == 9, 2.0, 1.0)
    plain, disturbed = np.sort(times, -1), np.sort(times * factors, -1)
    random = np.random.default_rng(seed)
    deal = np.argsort(random.random((deals,) + suite.shape[:2]), -1)[..., : 2 * forks]
    within = np.log(plain).var(-1, ddof=1)
    covariate = np.log(np.concatenate(dealt(within, deal, forks), -1).mean(-1) + LEAST)
    degrees = 2 * forks - 2
    scale = np.sqrt(2 / forks)
    found = {}
    for name, looks in CANDIDATES.items():
        least = [np.full(deal.shape[:2], np.inf) for _ in range(len(SHIFTS) + 2)]
        for look, share in looks:
            base, head = dealt(np.log(look(plain)), deal, forks)
            d0, s0 = prior(variance(base, head) + LEAST, degrees, covariate)

            def p(difference, own):
                moderated = (d0 * s0 + degrees * (own + LEAST)) / (d0 + degrees)
                return student.sf(difference / (np.sqrt(moderated) * scale), d0 + degrees) / share

            difference = head.mean(-1) - base.mean(-1)
            own = variance(base, head)
            for i, shift in enumerate((0,) + SHIFTS):
                least[i] = np.minimum(least[i], p(difference + np.log1p(shift), own))
            slower = dealt(np.log(look(disturbed)), deal, forks)[1]
            least[-1] = np.minimum(least[-1], p(slower.mean(-1) - base.mean(-1), variance(base, slower)))
        cases = deal.shape[1]
        found[name] = [least[0].min(1) * cases] + [one * cases for one in least[1:]]
    return found


def main():
    given = sys.argv[2:]
    deals = int(given[0]) if given else 300
    forks = int(given[1]) if len(given) > 1 else 5
    share = float(given[2]) if len(given) > 2 else 1.5
    projects = suites(sys.argv[1])
    every = range(len(projects))
    parts = {"all": every, "chosen on": every[::2], "checked on": every[1::2]}
    for window in WINDOWS:
        results = [tried(suite, window, forks, deals, i) for i, suite in enumerate(projects.values())]
        print(f"{window[0]} + {window[1]} iterations of 100 ms, {forks} forks a side, shares of {share}, {deals} deals a suite")
        print(f"{'':20}" + "".join(f"   {part:>10}: false   +3   +5  +10  +20 10th" for part in parts) + "  level")
        for name in CANDIDATES:
            cells = []
            for chosen in parts.values():
                rates = [np.mean([np.mean(results[i][name][k] <= 0.05 * share) for i in chosen]) * 100 for k in range(len(SHIFTS) + 2)]
                cells.append(f"{'':14} {rates[0]:5.1f} " + " ".join(f"{rate:4.1f}" for rate in rates[1:]))
            level = np.quantile(np.concatenate([result[name][0] for result in results]), 0.05) / 0.05
            print(f"{name:20}" + "".join(cells) + f"  {level:5.2f}")
        print()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] in ("-h", "--help"):
        print(__doc__)
        sys.exit(0 if len(sys.argv) > 1 else 2)
    main()
