# The reference values that SciPy computes; see reference-values.R.
import numpy as np
import scipy
from scipy import optimize, stats

by = "SciPy " + scipy.__version__ + " "


def line(case, value, command):
    print("%s\t%.17g\t%s" % (case, value, by + command))


def permuted(statistic, head, base, alternative="greater"):
    return stats.permutation_test((np.array(head), np.array(base)), statistic, alternative=alternative, n_resamples=np.inf).pvalue


def ranks(head, base, axis=-1):
    return stats.rankdata(np.concatenate((head, base), axis=axis), axis=axis)[..., : head.shape[-1]].sum(axis=axis)


def means(head, base, axis=-1):
    return np.mean(head, axis=axis) - np.mean(base, axis=axis)


base, head = [1.00, 1.10, 0.95, 1.05], [1.20, 1.15, 1.30, 1.25]
line("rank sum with ties, 6 v 6", permuted(ranks, [2, 3, 3, 4, 4, 5], [1, 2, 2, 3, 3, 3]), "permutation_test of rank sums")
line("rank sum, all equal", permuted(ranks, [1, 1, 1], [1, 1, 1]), "permutation_test of rank sums")
line("permutation, 4 v 4", permuted(means, head, base), "permutation_test of means")
line("permutation, 3 v 5 with ties", permuted(means, [2, 3, 3, 4, 1], [1, 2, 2]), "permutation_test of means")
line("permutation, 3 v 3 apart", permuted(means, [4, 5, 6], [1, 2, 3]), "permutation_test of means")
line("permutation, no spread", permuted(means, [1, 1, 1], [1, 1, 1]), "permutation_test of means")

# All ratios that Student's test of head - ratio * base does not exclude: Fieller 1954, by root finding.
bytes_of_base, bytes_of_head = np.array([100.0, 104, 108]), np.array([110.0, 113, 118, 121])


def missed(ratio):
    n, m = len(bytes_of_base), len(bytes_of_head)
    squares = ((bytes_of_base - bytes_of_base.mean()) ** 2).sum() + ((bytes_of_head - bytes_of_head.mean()) ** 2).sum()
    error = np.sqrt(squares / (n + m - 2) * (1 / m + ratio**2 / n))
    return np.abs(bytes_of_head.mean() - ratio * bytes_of_base.mean()) / error - stats.t.ppf(0.975, n + m - 2)


middle = bytes_of_head.mean() / bytes_of_base.mean()
for end, far in (("lower", 0.5), ("upper", 2)):
    line("ratio of allocation, 3 v 4, " + end, optimize.brentq(missed, min(middle, far), max(middle, far), xtol=1e-15, rtol=1e-14), "stats.t and optimize.brentq")
