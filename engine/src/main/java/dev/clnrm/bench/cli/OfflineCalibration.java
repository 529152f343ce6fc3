package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.calibrate.Coverage;
import dev.clnrm.bench.calibrate.ForksFile;
import dev.clnrm.bench.calibrate.SameCode;
import dev.clnrm.bench.calibrate.Table;
import dev.clnrm.bench.calibrate.TableText;
import dev.clnrm.bench.calibrate.Window;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The rule beside those of others, on measurements of the same code made elsewhere.
 *
 * @param data a folder with {@code forks-100ms.csv.gz} and {@code forks-1s.csv.gz}
 * @param splits how often every suite is dealt
 * @param seed the same seed deals the same
 */
record OfflineCalibration(Path data, int splits, long seed, PrintWriter out) {
    int run() {
        Path tenths = data.resolve("forks-100ms.csv.gz");
        Path seconds = data.resolve("forks-1s.csv.gz");
        if (!Files.exists(tenths) || !Files.exists(seconds)) {
            out.println("skipped: " + data + " holds no forks-100ms.csv.gz and forks-1s.csv.gz");
            return ExitStatus.WITHIN_BUDGET;
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
        out.println(TableText.of(title, Table.of(benchmarks, window, splits, seed, peers)));
        out.println(TableText.of(title, Coverage.of(benchmarks, window, splits, seed)));
        out.flush();
    }
}
