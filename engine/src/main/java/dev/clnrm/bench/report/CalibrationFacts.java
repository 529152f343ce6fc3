package dev.clnrm.bench.report;

import dev.clnrm.bench.calibrate.Calibration;
import java.util.List;

/**
 * How the calibration was measured.
 *
 * @param seconds how long it took
 * @param forks the number of forks of both sides
 * @param mostForks the most forks per side and case
 * @param level the share of suites with the same code that may be called slower: 0.05 is 1 of 20
 * @param notes further notes, one clause each
 */
public record CalibrationFacts(double seconds, int forks, int mostForks, double level, List<String> notes) {
    public CalibrationFacts {
        notes = List.copyOf(notes);
    }

    /** The duration in seconds of a check of the same cases, which stops when a case is decided. */
    public double check(Calibration calibration) {
        return mostForks == 0 ? 0 : seconds * calibration.forks() / mostForks;
    }
}
