package dev.clnrm.cleanroom.intelligence;

import dev.clnrm.cleanroom.HealthStatus;
import dev.clnrm.cleanroom.IntelligenceException;
import dev.clnrm.cleanroom.IntelligenceException.Reason;
import dev.clnrm.cleanroom.ServiceHandle;
import dev.clnrm.cleanroom.ServicePlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A service that stores executions of tests in a database file and analyses them: how probable a failure is, which tests are
 * flaky, whether durations and memory increase.
 *
 * <pre>{@code
 * AiIntelligenceService intelligence = AiIntelligenceService.at(Path.of("executions.db"));
 * environment.register(intelligence).start(AiIntelligenceService.NAME);
 * intelligence.store(TestExecution.passed("orders are kept", began, took, ResourceUsage.NONE));
 * intelligence.failurePrediction("orders are kept").ifPresent(System.out::println);
 * }</pre>
 *
 * <p>Analyses use the latest {@value #WINDOW} executions of a test, in the order of their times; executions with equal times are
 * in the order in which they were stored.
 *
 * <p>Safe for concurrent use by any number of threads, and by several processes on one file. When a call that stores returns, its
 * data is on the disk and survives any end of the process. Every method that stores or reads throws {@link IntelligenceException}
 * if the service is not running or the database fails.
 */
public final class AiIntelligenceService implements ServicePlugin {
    /** The name with which it is registered. */
    public static final String NAME = "ai-intelligence";

    /** The most executions of one batch: a transaction of some 15 ms, for which others must wait. */
    public static final int MOST_IN_BATCH = 1_000;

    /**
     * The number of executions of a test that are analysed. Code changes: a thousand executions ago the test was different. Two
     * hundred executions give a probability of 5 % with a precision of about 3 percentage points.
     */
    public static final int WINDOW = 200;

    private final Path file;
    private final LanguageModel model;
    private final Object starting = new Object();
    private final AtomicReference<@Nullable ExecutionStore> running = new AtomicReference<>();

    private AiIntelligenceService(Path file, LanguageModel model) {
        this.file = file;
        this.model = model;
    }

    /** A service that stores its executions in this file, which its start creates if it does not exist; without a language model. */
    public static AiIntelligenceService at(Path file) {
        return new AiIntelligenceService(file.toAbsolutePath(), LanguageModel.NONE);
    }

    /** A service with the same file and this language model, not started. */
    public AiIntelligenceService withLanguageModel(LanguageModel chosen) {
        return new AiIntelligenceService(file, chosen);
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Opens the database, and creates or upgrades it to the version of this library. The handle contains its file with the key
     * {@code database} and its version with the key {@code schema}.
     *
     * @throws IntelligenceException if it already runs, or the file cannot be used; then nothing is left open
     */
    @Override
    public ServiceHandle start() {
        synchronized (starting) {
            if (running.get() != null) {
                throw alreadyRunning();
            }
            running.set(ExecutionStore.open(file));
        }
        return ServiceHandle.of(NAME, Map.of("database", file.toString(), "schema", Integer.toString(Schema.VERSION)));
    }

    /** Waits for current calls, and closes the database. */
    @Override
    public void stop(ServiceHandle handle) {
        ExecutionStore store = running.getAndSet(null);
        if (store == null) {
            throw notRunning();
        }
        close(store);
    }

    /** Reads the newest execution from the database, and checks whether its file still exists. */
    @Override
    public HealthStatus health(ServiceHandle handle) {
        if (!Files.exists(file)) {
            return HealthStatus.unhealthy("the database file is missing: " + file);
        }
        try {
            long newest = ask("a health check", store -> store.reader().newestId());
            return newest >= 0 ? HealthStatus.healthy() : HealthStatus.unhealthy("the newest execution is " + newest);
        } catch (IntelligenceException e) {
            return HealthStatus.unhealthy(e.what());
        }
    }

    /** Stores one execution, and returns when it is on the disk. */
    public void store(TestExecution execution) {
        write(List.of(execution));
    }

    /**
     * Stores a batch in one transaction, and returns when it is on the disk: either all of it is stored or nothing.
     *
     * @param executions up to {@value #MOST_IN_BATCH}
     * @throws IntelligenceException if there are more; then none is stored
     */
    public void storeAll(List<TestExecution> executions) {
        List<TestExecution> batch = List.copyOf(executions);
        if (batch.size() > MOST_IN_BATCH) {
            throw new IntelligenceException(
                    Reason.BATCH_TOO_LARGE,
                    Database.place(file),
                    "a batch of " + batch.size() + " executions; one takes up to " + MOST_IN_BATCH,
                    "store them in several batches",
                    null);
        }
        write(batch);
    }

    /** The number of stored executions. */
    public long count() {
        return ask("counting", store -> store.reader().count());
    }

    /**
     * The latest executions of a test, the oldest of them first; empty if the test is unknown.
     *
     * @param limit the most executions, from 1
     */
    public List<TestExecution> latest(String test, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " executions; it is at least 1");
        }
        return ask("reading", store -> store.reader().latest(test, limit));
    }

    /** The probability that the next execution of a test fails; empty if the test is unknown. */
    public Optional<FailurePrediction> failurePrediction(String test) {
        return FailurePrediction.of(test, ask("reading", store -> store.reader().outcomes(test, WINDOW)));
    }

    /** The tests that are proven to be flaky, the worst first: their flips cannot be explained by changes of the code. */
    public List<FlakyTest> flakyTests() {
        return ask("reading", store -> store.reader().flipped(WINDOW, FlakyTest.LEAST_FLIPS)).stream()
                .filter(FlakyTest::isProven)
                .sorted(Comparator.<FlakyTest>comparingDouble(
                                test -> test.flipRate().low())
                        .reversed()
                        .thenComparing(FlakyTest::test))
                .toList();
    }

    /** The trend of a test's duration, in seconds; empty if there are fewer than {@value Trend#LEAST} executions. */
    public Optional<Trend> durationTrend(String test) {
        return durationTrend(test, latest(test, WINDOW));
    }

    /** The trend of a test's peak memory, in bytes; empty if there are fewer than {@value Trend#LEAST} executions. */
    public Optional<Trend> memoryTrend(String test) {
        return memoryTrend(test, latest(test, WINDOW));
    }

    /**
     * All analyses of a test; empty if the test is unknown. The language model, if there is one, gets the test's name and numbers
     * and explains them. If it is missing, slow or wrong, nothing else changes.
     */
    public Optional<Insight> insight(String test) {
        List<TestExecution> executions = latest(test, WINDOW);
        List<Boolean> outcomes = executions.stream().map(TestExecution::success).toList();
        return FailurePrediction.of(test, outcomes)
                .map(prediction ->
                        Insight.of(prediction, durationTrend(test, executions), memoryTrend(test, executions), model));
    }

    private static Optional<Trend> durationTrend(String test, List<TestExecution> executions) {
        return trend(test, executions, execution -> Nanos.of(execution.duration()) / 1e9);
    }

    private static Optional<Trend> memoryTrend(String test, List<TestExecution> executions) {
        return trend(test, executions, execution -> execution.usage().memory());
    }

    private static Optional<Trend> trend(
            String test, List<TestExecution> executions, ToDoubleFunction<TestExecution> figure) {
        return Trend.of(test, executions.stream().mapToDouble(figure).toArray());
    }

    private void write(List<TestExecution> executions) {
        ask("storing", store -> {
            store.writer().write(executions);
            return executions.size();
        });
    }

    private <T> T ask(String doing, Question<T> question) {
        ExecutionStore store = running.get();
        if (store == null) {
            throw notRunning();
        }
        try {
            return question.ask(store);
        } catch (SQLException e) {
            throw running.get() == store ? Database.failure(file, doing, e) : notRunning();
        }
    }

    private void close(ExecutionStore store) {
        try {
            store.close();
        } catch (SQLException e) {
            throw Database.failure(file, "closing", e);
        }
    }

    private IntelligenceException notRunning() {
        return new IntelligenceException(
                Reason.NOT_RUNNING,
                Database.place(file),
                "the service is not running",
                "start it first, with environment.start(\"" + NAME + "\")",
                null);
    }

    private IntelligenceException alreadyRunning() {
        return new IntelligenceException(
                Reason.ALREADY_RUNNING,
                Database.place(file),
                "the service is running already",
                "stop it first, or make a second service on the same file",
                null);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask(ExecutionStore store) throws SQLException;
    }
}
