package dev.clnrm.bench.cli;

import dev.clnrm.bench.calibrate.ForksFile;
import dev.clnrm.bench.calibrate.SameCode;
import dev.clnrm.bench.calibrate.Table;
import dev.clnrm.bench.calibrate.TableText;
import dev.clnrm.bench.calibrate.Window;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how often the rule is right. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Measures how often a slowdown is found, and how often one is called where there is none.",
            "Forks of the same code are dealt at random to two sides and judged by the rule of this program and by",
            "those of others, with and without a change put in."
        },
        footer = {
            "",
            "Example:",
            "  clnrm-bench calibrate --data same-code     a folder with forks-100ms.csv.gz and forks-1s.csv.gz"
        })
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            required = true,
            description = "folder with measurements of the same code: forks-100ms.csv.gz, forks-1s.csv.gz")
    private Path data = Path.of("");

    @Option(
            names = "--splits",
            paramLabel = "N",
            defaultValue = "40",
            description = "how often every suite is dealt (default: ${DEFAULT-VALUE})")
    private int splits;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed deals the same (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() {
        Path tenths = data.resolve("forks-100ms.csv.gz");
        Path seconds = data.resolve("forks-1s.csv.gz");
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.exists(tenths) || !Files.exists(seconds)) {
            out.println("skipped: " + data + " holds no forks-100ms.csv.gz and forks-1s.csv.gz");
            return ExitStatus.WITHIN_BUDGET;
        }
        if (splits < 1) {
            throw new UserException("clnrm-bench: error: --splits is at least 1, but this is " + splits, "");
        }
        List<SameCode> benchmarks = ForksFile.read(tenths);
        List<String> projects =
                benchmarks.stream().map(SameCode::project).distinct().sorted().toList();
        print("all projects", benchmarks, new Window(0.1, 10, 20), true);
        for (int part = 0; part < 2; part++) {
            int odd = part;
            List<SameCode> some = benchmarks.stream()
                    .filter(one -> projects.indexOf(one.project()) % 2 == odd)
                    .toList();
            print(part == 0 ? "chosen on" : "checked on", some, new Window(0.1, 10, 20), false);
        }
        print("shorter", benchmarks, new Window(0.1, 5, 5), false);
        print("longer", benchmarks, new Window(0.1, 20, 20), false);
        print("iterations of 1 s", ForksFile.read(seconds), new Window(1, 5, 5), true);
        return ExitStatus.WITHIN_BUDGET;
    }

    private void print(String title, List<SameCode> benchmarks, Window window, boolean peers) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(TableText.of(title, Table.of(benchmarks, window, splits, seed, peers)));
        out.flush();
    }
}
