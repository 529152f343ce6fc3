package dev.clnrm.benches;

import dev.clnrm.cleanroom.intelligence.AiIntelligenceService;
import dev.clnrm.cleanroom.intelligence.FailurePrediction;
import dev.clnrm.cleanroom.intelligence.FlakyTest;
import dev.clnrm.cleanroom.intelligence.Proportion;
import dev.clnrm.cleanroom.intelligence.Trend;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the speed of the intelligence service, its answers, and what remains of its data after a kill. */
final class IntelligenceReport {
    private static final int ONE_BY_ONE = 2_000;
    private static final int ALL = 100_000;
    private static final int BATCH = AiIntelligenceService.MOST_IN_BATCH;
    private static final int BATCHES_BEFORE_KILL = 20;
    private static final int KILLS = 5;

    private IntelligenceReport() {}

    /**
     * Prints the report if there are no arguments. With {@code store FILE}, stores batches without end, and prints a line for
     * each stored batch.
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && "store".equals(arguments[0])) {
            storeWithoutEnd(Path.of(arguments[1]));
        } else {
            report();
        }
    }

    private static void report() throws Exception {
        try (Store store = Store.empty()) {
            store.start();
            rates(store);
            answers(store.service());
        }
        for (int kill = 0; kill < KILLS; kill++) {
            try (Store store = Store.empty()) {
                kill(store, BATCHES_BEFORE_KILL + kill);
            }
        }
    }

    private static void rates(Store store) {
        double batches = 0;
        double single = 0;
        // In turns, so that both see the same disk and equally large databases.
        int parts = 10;
        for (int part = 0; part < parts; part++) {
            long from = System.nanoTime();
            for (int i = 0; i < ONE_BY_ONE / parts; i++) {
                store.storeOne();
            }
            long between = System.nanoTime();
            for (int stored = ONE_BY_ONE / parts; stored < ALL / parts; ) {
                int size = Math.min(BATCH, ALL / parts - stored);
                store.storeBatch(size);
                stored += size;
            }
            single += (between - from) / 1e9;
            batches += (System.nanoTime() - between) / 1e9;
        }
        double rateOfBatches = (ALL - ONE_BY_ONE) / batches;
        double rateOfSingle = ONE_BY_ONE / single;
        print("stored          %,d executions of %d tests", store.service().count(), Executions.TESTS);
        print("one by one      %,.0f a second (%,d of them)", rateOfSingle, ONE_BY_ONE);
        print(
                "batches         %,.0f a second (%,d of them, up to %,d a batch)",
                rateOfBatches, ALL - ONE_BY_ONE, BATCH);
        print("ratio           %.1f", rateOfBatches / rateOfSingle);
    }

    private static void answers(AiIntelligenceService service) {
        long from = System.nanoTime();
        List<FlakyTest> flaky = service.flakyTests();
        double took = (System.nanoTime() - from) / 1e6;
        long right =
                flaky.stream().filter(test -> Executions.isFlaky(test.test())).count();
        print("flaky tests     %d found in %.0f ms, %d of them made so", flaky.size(), took, right);
        for (FlakyTest test : flaky) {
            print(
                    "                %s  %d flips, %d failures in %d executions, flip rate %s",
                    test.test(), test.flips(), test.failures(), test.executions(), words(test.flipRate()));
        }
        if (!flaky.isEmpty()) {
            prediction(service, flaky.get(0).test());
        }
        prediction(service, Executions.slowing());
        service.durationTrend(Executions.slowing()).ifPresent(IntelligenceReport::trend);
    }

    private static void prediction(AiIntelligenceService service, String test) {
        FailurePrediction prediction = service.failurePrediction(test).orElseThrow();
        print(
                "prediction      %s  last %s, next fails with %s",
                test, prediction.lastFailed() ? "failed" : "passed", words(prediction.next()));
    }

    private static void trend(Trend trend) {
        print(
                "duration        %s  %s, %+.3f ms an execution, 95 %% %+.3f … %+.3f, p = %.2g",
                trend.test(),
                trend.direction().name().toLowerCase(Locale.ROOT),
                trend.slope() * 1e3,
                trend.low() * 1e3,
                trend.high() * 1e3,
                trend.p());
    }

    /** Lets another process store, kills it after this many batches, in the middle of a later one, and checks what remains. */
    private static void kill(Store store, int batches) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + store.folder(), // a killed process leaves its unpacked library
                        "-cp",
                        System.getProperty("java.class.path"),
                        IntelligenceReport.class.getName(),
                        "store",
                        store.file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long acknowledged = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged += line.equals("stored.") ? 1 : 0;
                if (acknowledged == batches) {
                    child.toHandle().destroyForcibly(); // keeps its output readable
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        long log = Files.exists(store.log()) ? Files.size(store.log()) : 0;
        store.start();
        long found = store.service().count();
        print(
                "killed          %,d acknowledged, log of %,d bytes left; reopened: %,d there, lost %,d, half batches %d",
                acknowledged * BATCH,
                log,
                found,
                Math.max(0, acknowledged * BATCH - found),
                found % BATCH == 0 ? 0 : 1);
        if (found < acknowledged * BATCH || found % BATCH != 0) {
            throw new IllegalStateException("stored executions are not there as acknowledged");
        }
    }

    private static void storeWithoutEnd(Path file) {
        AiIntelligenceService service = AiIntelligenceService.at(file);
        service.start();
        Executions executions = new Executions();
        while (true) {
            service.storeAll(executions.next(BATCH));
            print("stored.");
        }
    }

    private static String words(Proportion proportion) {
        return String.format(
                Locale.ROOT,
                "%.1f %%, 95 %% %.1f … %.1f",
                proportion.mean() * 100,
                proportion.low() * 100,
                proportion.high() * 100);
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
