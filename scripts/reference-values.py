# The reference values that SciPy computes; see reference-values.R.
import numpy as np
import scipy
from scipy import stats

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
