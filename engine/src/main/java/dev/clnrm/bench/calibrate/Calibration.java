package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.model.CaseName;
import java.util.List;

/**
 * The error rates of the rule on this machine, from a measurement of the same code on both sides.
 *
 * @param cases the number of cases
 * @param deals how often their forks were dealt again
 * @param slower the cases called slower as they were measured; all of these calls are false
 * @param forks the forks per side that a check would have used as they were measured, the mean over the cases
 * @param same how often the same code was called slower after dealing again
 * @param found the added slowdowns that were found, in the order given
 */
public record Calibration(int cases, int deals, List<CaseName> slower, double forks, Same same, List<Found> found) {
    public Calibration {
        slower = List.copyOf(slower);
        found = List.copyOf(found);
    }

    /**
     * The false alarms on the same code, over all deals.
     *
     * @param suites the suites with at least one case called slower
     * @param cases the cases called slower
     * @param forks the forks per side that were used, added up over the deals
     */
    public record Same(Share suites, Share cases, double forks) {
        static final Same NONE = new Same(Share.NONE, Share.NONE, 0);

        static Same of(Called called) {
            long alarms = called.slower().stream().filter(slower -> slower).count();
            return new Same(
                    Share.of(alarms > 0), new Share(alarms, called.slower().size()), called.forks());
        }

        Same plus(Same other) {
            return new Same(suites.plus(other.suites), cases.plus(other.cases), forks + other.forks);
        }

        /** The mean number of forks per side and case. */
        public double forksUsed() {
            return forks / suites.of();
        }
    }

    /**
     * The calls for one suite.
     *
     * @param slower whether each case is called slower, in the order given
     * @param forks the forks per side that were used, the mean over the cases
     */
    record Called(List<Boolean> slower, double forks) {
        Called {
            slower = List.copyOf(slower);
        }
    }

    /**
     * A slowdown added to one case of the suite.
     *
     * @param factor the factor by which its times are multiplied
     * @param asMeasured in how many cases it was found, one case after the other
     * @param dealt how often it was found after dealing again, each time in a random case
     */
    public record Found(double factor, Share asMeasured, Share dealt) {}
}
