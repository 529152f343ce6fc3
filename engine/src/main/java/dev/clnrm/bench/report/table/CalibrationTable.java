package dev.clnrm.bench.report.table;

import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.report.CalibrationFacts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report of a live calibration, for people. */
public final class CalibrationTable {
    private CalibrationTable() {}

    /** The text for a terminal. Cases called slower, found slowdowns and notes have lines of their own. */
    public static String render(Calibration calibration, CalibrationFacts measured) {
        return String.format(
                Locale.ROOT,
                """
                    same code on both sides: %s, %d forks, %s

                      false alarms    as measured  %d of %d cases called slower
                    %s                  resampled    %s of suites (promised: at most %s), %s of cases; %d resamples
                      forks a side    as measured  %.2f of %d: a check stops when a case is decided, and takes about %s
                                      resampled    %.2f
                    %s
                    Both sides are the same code and took turns, so every case called slower is a false alarm. Resampled: for every block of
                    two forks, a coin decides which one is the head. A slowdown is injected by multiplying the measured times of one case's head;
                    the code itself is not slower. All resamples share the same forks, so another measurement would differ by more than ± says.
                    %s""",
                Counts.count(calibration.cases(), "case"),
                measured.forks(),
                Counts.duration(measured.seconds()),
                calibration.slower().size(),
                calibration.cases(),
                lines(calibration.slower(), name -> " ".repeat(31) + Inert.name(name)),
                share(calibration.same().suites()),
                Percents.level(measured.level()),
                share(calibration.same().cases()),
                calibration.deals(),
                calibration.forks(),
                measured.mostForks(),
                Counts.duration(measured.check(calibration)),
                calibration.same().forksUsed(),
                calibration.found().isEmpty()
                        ? ""
                        : "\n  injected  found as measured    found after resampling\n"
                                + lines(calibration.found(), CalibrationTable::line),
                lines(measured.notes(), note -> "note: " + Inert.sentence(note)));
    }

    private static String line(Calibration.Found found) {
        return String.format(
                Locale.ROOT,
                "  %-9s %-20s %s",
                Percents.change(found.factor() - 1),
                found.asMeasured().yes() + " of " + found.asMeasured().of() + " cases",
                share(found.dealt()));
    }

    private static <T> String lines(List<T> all, Function<T, String> line) {
        return all.stream().map(one -> line.apply(one) + "\n").collect(Collectors.joining());
    }

    private static String share(Share share) {
        return String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * share.value(), 100 * share.error());
    }
}
