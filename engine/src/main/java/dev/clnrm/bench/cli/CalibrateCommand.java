package dev.clnrm.bench.cli;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how often the rule is right. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description =
                "Measures how often a slowdown is found on this machine, and how often one is called where there is"
                        + " none: the same code on both sides, in turns, judged as `check` judges, with and without slowdowns"
                        + " put in. A slowdown is put in by multiplying measured times.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench calibrate                                false alarms, and what is found of +5, +10, +20 %%",
            "  clnrm-bench calibrate --suite cleanroom --inject 1.10    one suite, one slowdown",
            "  clnrm-bench calibrate --inject 1.00 --format json    false alarms alone, for a program",
            "  clnrm-bench calibrate --resume                       go on where a calibration was killed",
            "",
            "It ends with status 0 whatever it finds, and with 3 where it could not measure."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final List<Double> USUAL = List.of(1.05, 1.10, 1.20);

    private final Context context;

    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description = "Measure cases whose names hold one of these words; * stands for anything.")
    private List<String> filters = new ArrayList<>();

    @Option(
            names = "--inject",
            paramLabel = "FACTOR",
            split = ",",
            description =
                    "Slowdowns to put in, as in `1.10` or `1.05,1.10`; 1.00 puts in none (default: 1.05,1.10,1.20).")
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

    CalibrateCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws DeclarationException {
        if (deals < 1) {
            throw new UserException("--deals is at least 1", "leave it out for 200");
        }
        if (output.format.format != Format.TABLE && output.format.format != Format.JSON) {
            throw new UserException("a calibration has the forms table and json", "choose one by --format");
        }
        if (options.resume == null) {
            return run(Optional.empty());
        }
        Resumed resumed = Resumed.of(options, file.file, "calibrate");
        CalibrateCommand before = new CalibrateCommand(context);
        resumed.parse(new CommandLine(before));
        before.output = output;
        return before.run(Optional.of(resumed.folder()));
    }

    private int run(Optional<Path> resumed) throws DeclarationException {
        Request request = options.request(filters);
        TwoSidedMeasuring.Asked asked = new TwoSidedMeasuring.Asked(
                file.file,
                options,
                output.quiet,
                "calibrate",
                Resumed.arguments(context, request.seed(), List.of()),
                name -> "clnrm-bench calibrate " + name,
                resumed);
        return new LiveCalibration(context, output, factors(), deals).run(request, asked);
    }

    private List<Double> factors() {
        for (double factor : inject) {
            if (!(factor >= 1) || Double.isInfinite(factor)) {
                throw new UserException(
                        "--inject is a factor of time from 1.00 on, but this is " + factor, "1.10 is 10 % slower");
            }
        }
        return inject.isEmpty()
                ? USUAL
                : inject.stream().filter(factor -> factor > 1).toList();
    }
}
