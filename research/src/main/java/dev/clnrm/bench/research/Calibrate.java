package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.FileException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Prints the tables of docs/statistics.md; scripts/calibrate.sh builds and starts it. */
public final class Calibrate {
    private final List<SameCode> tenths;
    private final List<SameCode> seconds;
    private final int splits;
    private final PrintStream out;

    private Calibrate(Path data, int splits, PrintStream out) {
        this.tenths = ForksFile.read(data.resolve("forks-100ms.csv.gz"));
        this.seconds = ForksFile.read(data.resolve("forks-1s.csv.gz"));
        this.splits = splits;
        this.out = out;
    }

    /**
     * Reads measurements of the same code and prints how often each rule is right.
     *
     * @param args a folder with {@code forks-100ms.csv.gz} and {@code forks-1s.csv.gz}; the number of deals of every suite, 40 by
     *     default
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            new Calibrate(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 40, out).run();
        } catch (FileException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() {
        List<String> projects =
                tenths.stream().map(SameCode::project).distinct().sorted().toList();
        print("all projects", tenths, new Window(0.1, 10, 20), true);
        for (int part = 0; part < 2; part++) {
            int odd = part;
            List<SameCode> some = tenths.stream()
                    .filter(one -> projects.indexOf(one.project()) % 2 == odd)
                    .toList();
            print(part == 0 ? "chosen on" : "checked on", some, new Window(0.1, 10, 20), false);
        }
        print("shorter", tenths, new Window(0.1, 5, 5), false);
        print("longer", tenths, new Window(0.1, 20, 20), false);
        print("iterations of 1 s", seconds, new Window(1, 5, 5), true);
    }

    private void print(String title, List<SameCode> benchmarks, Window window, boolean peers) {
        out.println(TableText.of(title, Table.of(benchmarks, window, splits, 1, peers)));
        out.println(TableText.of(title, Coverage.of(benchmarks, window, splits, 1)));
    }
}
