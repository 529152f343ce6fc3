package dev.clnrm.bench.report.json;

import dev.clnrm.bench.calibrate.Calibration;
import dev.clnrm.bench.report.CalibrationFacts;

/** The report of a live calibration, for programs. */
public final class CalibrationJson {
    private CalibrationJson() {}

    public static String render(Calibration calibration, CalibrationFacts measured) {
        return JsonText.lines(new Fields()
                .with("format", 1)
                .with("cases", calibration.cases())
                .with("seconds", measured.seconds())
                .with("forks", measured.forks())
                .with("deals", calibration.deals())
                .with("alpha", measured.level())
                .with(
                        "falseAlarms",
                        new Fields()
                                .each("asMeasured", calibration.slower(), Object::toString)
                                .with("perSuite", calibration.same().suites().value())
                                .with("perCase", calibration.same().cases().value()))
                .with("forksUsed", calibration.same().forksUsed())
                .with("injectedBy", "multiplying measured times")
                .each("found", calibration.found(), CalibrationJson::found)
                .with("notes", measured.notes()));
    }

    private static Fields found(Calibration.Found found) {
        return new Fields()
                .with("factor", found.factor())
                .with("asMeasured", found.asMeasured().yes())
                .with("of", found.asMeasured().of())
                .with("dealt", found.dealt().value())
                .with("standardError", found.dealt().error());
    }
}
