package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Fault;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the laws of a suite, apart from the names of their cases. */
final class LawChecks {
    private LawChecks() {}

    static List<Fault> of(List<Law> laws) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Law law : laws) {
            if (law.name().isBlank()) {
                faults.add(new Fault(law.place(), "the label of a law is blank", ""));
            }
            Place earlier = seen.putIfAbsent(law.name(), law.place());
            if (earlier != null) {
                faults.add(new Fault(
                        law.place(),
                        "two laws have the label `" + law.name() + "`",
                        "the first is at " + earlier.toLine() + "; give one of them another with .label(…)"));
            }
            String wrong = wrong(law);
            if (!wrong.isEmpty()) {
                faults.add(new Fault(law.place(), "the law `" + law.name() + "` " + wrong, ""));
            }
        }
        return faults;
    }

    private static String wrong(Law law) {
        if (law instanceof Law.Ratio ratio) {
            return isFromZero(ratio.atLeast()) ? "" : "needs a ratio of at least 0, but this is " + ratio.atLeast();
        }
        if (law instanceof Law.Exponent exponent) {
            return Double.isFinite(exponent.low())
                            && Double.isFinite(exponent.high())
                            && exponent.low() <= exponent.high()
                    ? ""
                    : "needs a range whose end is not below its start, but this is " + exponent.low() + " to "
                            + exponent.high();
        }
        if (law instanceof Law.Efficiency efficiency) {
            return Double.isFinite(efficiency.at()) && isFromZero(efficiency.atLeast())
                    ? ""
                    : "needs a share of at least 0 % at a value, but this is " + efficiency.atLeast() * 100 + " % at "
                            + efficiency.at();
        }
        if (law instanceof Law.Overhead overhead) {
            return isFromZero(overhead.atMost())
                    ? ""
                    : "needs a share of at least 0 %, but this is " + overhead.atMost() * 100 + " %";
        }
        throw new IllegalStateException("not a law: " + law);
    }

    private static boolean isFromZero(double number) {
        return number >= 0 && Double.isFinite(number);
    }
}
