package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.model.CaseName;
import java.util.List;

/**
 * What a measurement of the same code says of the rule on this machine.
 *
 * @param cases how many there are
 * @param deals how often their forks were dealt anew
 * @param slower the cases called slower as they were measured, all of them falsely
 * @param forks how many forks a side a check would have used as they were measured, the mean over the cases
 * @param same how often same code was called slower when it was dealt anew
 * @param found the slowdowns put in, in the order given
 */
public record Calibration(int cases, int deals, List<CaseName> slower, double forks, Same same, List<Found> found) {
    public Calibration {
        slower = List.copyOf(slower);
        found = List.copyOf(found);
    }

    /**
     * How the rule did on the same code, over all deals.
     *
     * @param suites those with at least one case called slower
     * @param cases those called slower
     * @param forks how many forks a side were used, added up over the deals
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

        /** Forks a side and case. */
        public double forksUsed() {
            return forks / suites.of();
        }
    }

    /**
     * What the rule called in one suite.
     *
     * @param slower whether each case is called slower, in the order given
     * @param forks how many forks a side it used, the mean over the cases
     */
    record Called(List<Boolean> slower, double forks) {
        Called {
            slower = List.copyOf(slower);
        }
    }

    /**
     * A slowdown put into one case of the suite.
     *
     * @param factor by which its times are multiplied
     * @param asMeasured in how many cases it was found, one after the other
     * @param dealt how often it was found when the forks were dealt anew, each time in a case drawn at random
     */
    public record Found(double factor, Share asMeasured, Share dealt) {}
}
