package dev.clnrm.cleanroom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A hermetic environment for tests: it starts and stops their services, shares containers among them by name, executes
 * them, and knows afterwards what was done.
 *
 * <pre>{@code
 * try (CleanroomEnvironment environment = CleanroomEnvironment.open()) {
 *     environment.register(database);
 *     ServiceHandle handle = environment.start("database");
 *     Container files = environment.getOrCreateContainer("files", this::createFiles);
 *     environment.executeTest("orders are kept", () -> orders(handle, files));
 * }
 * }</pre>
 *
 * <p>Safe for concurrent use by any number of threads. A call that needs a start, a stop or a creation which another
 * thread carries out waits for it, and interruption does not end that wait; plugins and factories that wait for each
 * other in a circle, on different threads, wait for ever.
 *
 * <p>Once {@link #close()} has begun, every method that acts or asks fails with {@link EnvironmentClosedException}; the
 * session id and the counts ({@link #metrics()} and the statistics) stay readable.
 */
public final class CleanroomEnvironment implements AutoCloseable {
    private final Session session = new Session();
    private final ContainerRegistry containers = new ContainerRegistry(session);
    private final ServiceRegistry services = new ServiceRegistry(session);
    private final OngoingSet ongoing = new OngoingSet(session);
    private final Map<String, TestTally> testsByName = new ConcurrentHashMap<>();
    private final TestTally tests = new TestTally();
    private final Workers workers;

    private CleanroomEnvironment(@Nullable Executor executor) {
        workers = new Workers(session, executor);
    }

    /** Opens an environment. It makes threads only when something asynchronous is asked of it, and ends them itself. */
    public static CleanroomEnvironment open() {
        return new CleanroomEnvironment(null);
    }

    /** Opens an environment that does asynchronous work on the given executor, and leaves closing it to the caller. */
    public static CleanroomEnvironment openWith(Executor executor) {
        return new CleanroomEnvironment(executor);
    }

    /** Tells this environment from all others. An identifier, not a secret: the next one can be guessed. */
    public String sessionId() {
        return session.id();
    }

    /** Whether {@link #close()} has not begun. */
    public boolean isOpen() {
        return !session.isClosed();
    }

    /**
     * The container of that name; the first request creates it, and the factory runs once even when many threads make
     * that request at the same time.
     *
     * @throws NameException if the name is blank
     * @throws ContainerException if the factory fails, here or in the thread waited for, or asks for its own container;
     *     nothing is kept then, and a later call tries again
     * @throws EnvironmentClosedException if the environment is closed before the container is ready; it is released then
     */
    public Container getOrCreateContainer(String name, ContainerFactory factory) {
        return containers.getOrCreate(name, factory);
    }

    /**
     * Whether a container of that name has been created.
     *
     * @throws EnvironmentClosedException after closing
     */
    public boolean hasContainer(String name) {
        return containers.has(name);
    }

    /** How containers have been used until now. */
    public ContainerStatistics containerStatistics() {
        return containers.statistics();
    }

    /**
     * Makes a service known, without starting it.
     *
     * @return this environment
     * @throws NameException if the service's name is blank or taken
     * @throws EnvironmentClosedException after closing
     */
    public CleanroomEnvironment register(ServicePlugin plugin) {
        services.register(plugin);
        return this;
    }

    /**
     * Whether a service of that name is registered.
     *
     * @throws EnvironmentClosedException after closing
     */
    public boolean hasService(String name) {
        return services.has(name);
    }

    /**
     * Starts a service on this thread. A service that runs is not started again: the answer is its handle.
     *
     * @throws NameException if no such service is registered
     * @throws ServiceException if the plugin fails, here or in the thread waited for; the service is not running then
     * @throws EnvironmentClosedException if the environment is closed before the service is ready; it is stopped then
     */
    public ServiceHandle start(String name) {
        return services.start(name);
    }

    /**
     * Stops a service, on this thread.
     *
     * @return whether this call stopped it; false where it did not run
     * @throws NameException if no such service is registered
     * @throws ServiceException if the plugin fails; the service counts as running then, and closing tries again
     * @throws EnvironmentClosedException after closing
     */
    public boolean stop(String name) {
        return services.stop(name);
    }

    /**
     * Starts every registered service, side by side; see {@link #startAll(Collection)}.
     *
     * @throws EnvironmentClosedException after closing
     */
    public CompletionStage<List<ServiceHandle>> startAll() {
        return services.startAll(workers);
    }

    /**
     * Starts services side by side, on the environment's executor; an {@link AsyncServicePlugin} waits without a thread.
     *
     * <p>The stage completes on the executor, after the last start has succeeded or failed, with the handles in the order
     * asked. It fails with what {@link #start} would throw, and where several fail with a {@link ServiceException} that
     * has all of them suppressed. Services that did start keep running.
     *
     * @throws NameException if a name is not registered; nothing is started then
     * @throws EnvironmentClosedException after closing
     */
    public CompletionStage<List<ServiceHandle>> startAll(Collection<String> names) {
        return services.startAll(names, workers);
    }

    /**
     * Stops every running service on this thread, the one started last first, also after one has failed.
     *
     * @return how many this call stopped
     * @throws ServiceException if plugins fail; where several do, all of them are suppressed in it
     * @throws EnvironmentClosedException after closing
     */
    public int stopAll() {
        return services.stopAll();
    }

    /**
     * Asks every registered service how it is, one after the other on this thread.
     *
     * @throws EnvironmentClosedException after closing
     */
    public HealthReport checkHealth() {
        return services.health();
    }

    /**
     * Runs a test on this thread and counts it. Closing does not wait for it.
     *
     * @return what the body returns
     * @throws E what the body throws, unchanged
     * @throws EnvironmentClosedException after closing, without running the body
     */
    public <T extends @Nullable Object, E extends Exception> T executeTest(String name, TestBody<T, E> body) throws E {
        session.requireOpen();
        TestTally named = tally(name);
        boolean passed = false;
        long from = System.nanoTime();
        try {
            T result = body.run();
            passed = true;
            return result;
        } finally {
            long took = System.nanoTime() - from;
            tests.add(took, passed);
            named.add(took, passed);
        }
    }

    /**
     * Runs a test on the environment's executor and counts it. The stage fails with what the body throws, or, where the
     * environment closes before the body's turn, with {@link EnvironmentClosedException}.
     *
     * @throws EnvironmentClosedException after closing
     */
    public <T extends @Nullable Object> CompletionStage<T> executeTestAsync(
            String name, TestBody<T, ? extends Exception> body) {
        session.requireOpen();
        CompletableFuture<T> result = new CompletableFuture<>();
        workers.execute(() -> {
            try {
                result.complete(executeTest(name, body));
            } catch (Throwable failure) {
                ForeignFailure.keepInterruption(failure);
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    /**
     * What asynchronous work of this environment runs on. After closing, a task runs on the thread that hands it over, so
     * that nobody waits for it in vain; it has to look for itself whether the environment is open.
     */
    public Executor executor() {
        return workers;
    }

    /**
     * Enters something that closing has to end, until {@link #detach}.
     *
     * @throws EnvironmentClosedException after closing; it is not entered then
     */
    public void attach(Ongoing activity) {
        ongoing.add(activity);
    }

    /** Takes out what has ended by itself; nothing happens where it is not in. */
    public void detach(Ongoing activity) {
        ongoing.remove(activity);
    }

    /** The tests executed under that name; {@link TestStatistics#NONE} where there were none. */
    public TestStatistics testStatistics(String name) {
        TestTally tally = testsByName.get(name);
        return tally == null ? TestStatistics.NONE : tally.statistics();
    }

    /** The containers and their counts as they are, without a copy; their counts stay readable after closing. */
    public ContainersView containers() {
        return containers;
    }

    /** The services and their counts as they are, without a copy; their counts stay readable after closing. */
    public ServicesView services() {
        return services;
    }

    /** The counts of all executed tests as they are, without a copy; they stay readable after closing. */
    public TestsView tests() {
        return tests;
    }

    /** What was done until now: a copy, which does not change any more. Its cost does not grow with the number of containers, services or tests. */
    public EnvironmentMetrics metrics() {
        return new EnvironmentMetrics(session.id(), containers.statistics(), services.statistics(), tests.statistics());
    }

    /**
     * Ends everything: what is attached ends first, then services stop, the one started last first, then containers are
     * released, the youngest first.
     * Starts and creations under way on other threads are waited for; those that this very thread is in the middle of,
     * because a plugin or factory closes the environment, are ended as soon as they come back.
     *
     * <p>The first call does this; any other returns at once and does nothing.
     *
     * @throws CloseException if something failed to end; everything else has been ended all the same, and the suppressed
     *     exceptions are all the failures
     */
    @Override
    public void close() {
        if (!session.beginClose()) {
            return;
        }
        List<CleanroomException> failures = new ArrayList<>(0);
        try {
            ongoing.close(failures);
        } finally {
            try {
                services.close(failures);
            } finally {
                try {
                    containers.close(failures);
                } finally {
                    workers.close();
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new CloseException(session, failures);
        }
    }

    private TestTally tally(String name) {
        TestTally known = testsByName.get(name);
        return known != null ? known : testsByName.computeIfAbsent(name, unknown -> new TestTally());
    }
}
