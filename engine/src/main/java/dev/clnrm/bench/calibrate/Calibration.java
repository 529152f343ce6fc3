package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.calibrate.Rates.Share;
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
public record Calibration(int cases, int deals, List<CaseName> slower, double forks, Rates same, List<Found> found) {
    public Calibration {
        slower = List.copyOf(slower);
        found = List.copyOf(found);
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
