package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.LiveCalibration;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.json.CalibrationJson;
import dev.clnrm.bench.report.table.CalibrationTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how often the judgement is right. */
@Command(
        name = "calibrate",
        description = "Measures how often a slowdown is found on this machine, and how often there is a false alarm: it"
                + " measures the same code on both sides in turns and judges as `check` does, with and without added"
                + " slowdowns. A slowdown is added by multiplying measured times.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench calibrate                                false alarms, and what is found of +5, +10, +20 %%",
            "  clnrm-bench calibrate --suite cleanroom --inject 1.10    one suite, one slowdown",
            "  clnrm-bench calibrate --inject 1.00 --format json    false alarms alone, for a program",
            "  clnrm-bench calibrate --resume                       continue a calibration that was killed",
            "",
            "Exit status: 0 for any result, 3 if it could not measure."
        })
final class CalibrateCommand extends Subcommand {
    private static final List<Double> USUAL = List.of(1.05, 1.10, 1.20);

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names contain one of these words; * matches anything.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--inject",
            paramLabel = "FACTOR",
            split = ",",
            description = "Slowdowns to add, as in `1.10` or `1.05,1.10`; 1.00 adds none (default: 1.05,1.10,1.20).")
    private List<Double> inject = new ArrayList<>();

    @Option(
            names = "--deals",
            paramLabel = "N",
            defaultValue = "200",
            description = "How often the forks measured are dealt anew (default: ${DEFAULT-VALUE}).")
    private int deals;

    @Mixin
    private MeasureOptions options = new MeasureOptions();

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws DeclarationException {
        if (deals < 1) {
            throw new UserException("--deals is at least 1", "leave it out for 200");
        }
        if (output.format != Format.TABLE && output.format != Format.JSON) {
            throw new UserException("a calibration supports the formats table and json", "choose one with --format");
        }
        if (options.keeping.resume == null) {
            return run(Optional.empty());
        }
        Resumed.refuse(!filters.isEmpty() || !options.isUsual());
        Resumed resumed = Resumed.of(options.keeping, file.file, "calibrate");
        CalibrateCommand before = resumed.into(new CalibrateCommand(), context);
        before.options.keptAs(options);
        before.output = output;
        return before.run(Optional.of(resumed.folder()));
    }

    private int run(Optional<Path> resumed) throws DeclarationException {
        Request request = options.request(filters);
        Asked asked = options.shared.asked(
                context, file.file, request, options.keeping, "calibrate", List.of(), resumed, output);
        return new LiveCalibration(asked, factors(), deals).run(outcome -> asked.terminal()
                .print(
                        output.format == Format.JSON
                                ? CalibrationJson.render(outcome.calibration(), outcome.measured())
                                : CalibrationTable.render(outcome.calibration(), outcome.measured())));
    }

    private List<Double> factors() {
        for (double factor : inject) {
            if (!(factor >= 1) || Double.isInfinite(factor)) {
                throw new UserException(
                        "--inject is a factor of at least 1.00, but this is " + factor, "1.10 is 10 % slower");
            }
        }
        return inject.isEmpty()
                ? USUAL
                : inject.stream().filter(factor -> factor > 1).toList();
    }
}
