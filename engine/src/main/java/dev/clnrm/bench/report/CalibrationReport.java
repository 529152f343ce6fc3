package dev.clnrm.bench.report;

import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.calibrate.Share;
import java.util.List;
import java.util.Locale;

/** What a live calibration found, for people and for programs. */
public final class CalibrationReport {
    private static final String HOW = """

            Both sides were the same code, in turns, so whatever is called slower is a false alarm. Dealt anew: a coin says for every
            block of two forks which is called head. A slowdown is put in by multiplying the measured times of one case's head; the code
            itself is not made slower. All deals share the same forks, so another measurement would differ by more than ± says.
            """;

    private CalibrationReport() {}

    /**
     * How it was measured.
     *
     * @param seconds how long that took
     * @param forks of both sides
     * @param mostForks of each side and case
     * @param level how many suites of same code may be called slower: 0.05 is 1 of 20
     * @param notes what else is worth knowing, one clause each
     */
    public record Measured(double seconds, int forks, int mostForks, double level, List<String> notes) {
        public Measured {
            notes = List.copyOf(notes);
        }

        /** How long a check of the same cases takes, which stops where a case is decided. */
        private double check(Calibration calibration) {
            return mostForks == 0 ? 0 : seconds * calibration.forks() / mostForks;
        }
    }

    /** For a terminal. */
    public static String text(Calibration calibration, Measured measured) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "same code on both sides: %s, %d forks, %s",
                Numbers.count(calibration.cases(), "case"),
                measured.forks,
                Numbers.duration(measured.seconds));
        line(out, "");
        line(
                out,
                "  false alarms    as measured  %d of %d cases called slower",
                calibration.slower().size(),
                calibration.cases());
        calibration.slower().forEach(name -> line(out, "                               %s", Inert.name(name)));
        line(
                out,
                "                  dealt anew   %s of suites (promised: at most %s), %s of cases; %d deals",
                share(calibration.same().suites()),
                Numbers.level(measured.level),
                share(calibration.same().cases()),
                calibration.deals());
        line(
                out,
                "  forks a side    as measured  %.2f of %d: a check stops where a case is decided, and takes about %s",
                calibration.forks(),
                measured.mostForks,
                Numbers.duration(measured.check(calibration)));
        line(out, "                  dealt anew   %.2f", calibration.same().forksUsed());
        if (!calibration.found().isEmpty()) {
            line(out, "");
            line(out, "  put in    found as measured    found dealt anew");
        }
        for (Calibration.Found found : calibration.found()) {
            line(
                    out,
                    "  %-9s %-20s %s",
                    Numbers.change(found.factor() - 1),
                    found.asMeasured().yes() + " of " + found.asMeasured().of() + " cases",
                    share(found.dealt()));
        }
        out.append(HOW);
        measured.notes.forEach(note -> line(out, "note: %s", Inert.sentence(note)));
        return out.toString();
    }

    private static void line(StringBuilder out, String format, Object... of) {
        out.append(String.format(Locale.ROOT, format, of)).append('\n');
    }

    private static String share(Share share) {
        return String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * share.value(), 100 * share.error());
    }

    /** For programs. */
    public static String json(Calibration calibration, Measured measured) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeNumberField("cases", calibration.cases());
            json.writeNumberField("seconds", measured.seconds);
            json.writeNumberField("forks", measured.forks);
            json.writeNumberField("deals", calibration.deals());
            json.writeNumberField("alpha", measured.level);
            json.writeObjectFieldStart("falseAlarms");
            Json.strings(
                    json,
                    "asMeasured",
                    calibration.slower().stream().map(Object::toString).toList());
            json.writeNumberField("perSuite", calibration.same().suites().value());
            json.writeNumberField("perCase", calibration.same().cases().value());
            json.writeEndObject();
            json.writeNumberField("forksUsed", calibration.same().forksUsed());
            json.writeStringField("injectedBy", "multiplying measured times");
            json.writeArrayFieldStart("found");
            for (Calibration.Found found : calibration.found()) {
                json.writeStartObject();
                json.writeNumberField("factor", found.factor());
                json.writeNumberField("asMeasured", found.asMeasured().yes());
                json.writeNumberField("of", found.asMeasured().of());
                json.writeNumberField("dealt", found.dealt().value());
                json.writeNumberField("standardError", found.dealt().error());
                json.writeEndObject();
            }
            json.writeEndArray();
            Json.strings(json, "notes", measured.notes);
            json.writeEndObject();
        });
    }
}
