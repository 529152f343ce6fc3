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
 * A hermetic environment for tests. It starts and stops services, shares containers between tests by name, executes tests, and
 * counts everything that was done.
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
 * <p>Safe for concurrent use by any number of threads. If another thread already performs a start, a stop or a creation, a call
 * that needs it waits for that thread, and interruption does not end this wait. Plugins and factories that wait for each other in
 * a circle, on different threads, deadlock.
 *
 * <p>After {@link #close()} has begun, every method that acts or queries throws {@link EnvironmentClosedException}; the session
 * id and the counts ({@link #metrics()} and the statistics) stay readable.
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

    /** Opens an environment. It creates threads only for asynchronous requests, and ends them itself. */
    public static CleanroomEnvironment open() {
        return new CleanroomEnvironment(null);
    }

    /** Opens an environment that does asynchronous work on the given executor. The caller must close the executor. */
    public static CleanroomEnvironment openWith(Executor executor) {
        return new CleanroomEnvironment(executor);
    }

    /** Identifies this environment. It is not a secret: the next one can be guessed. */
    public String sessionId() {
        return session.id();
    }

    /** Whether {@link #close()} has not begun. */
    public boolean isOpen() {
        return !session.isClosed();
    }

    /**
     * The container with this name. The first request creates it; the factory runs only once even if many threads make the first
     * request at the same time.
     *
     * @throws NameException if the name is blank
     * @throws ContainerException if the factory fails, here or in another thread, or requests its own container; then nothing is
     *     kept, and a later call tries again
     * @throws EnvironmentClosedException if the environment is closed before the container is ready; the container is then
     *     released
     */
    public Container getOrCreateContainer(String name, ContainerFactory factory) {
        return containers.getOrCreate(name, factory);
    }

    /**
     * Whether a container with this name has been created.
     *
     * @throws EnvironmentClosedException after closing
     */
    public boolean hasContainer(String name) {
        return containers.has(name);
    }

    /** The use of containers so far. */
    public ContainerStatistics containerStatistics() {
        return containers.statistics();
    }

    /**
     * Registers a service without starting it.
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
     * Whether a service with this name is registered.
     *
     * @throws EnvironmentClosedException after closing
     */
    public boolean hasService(String name) {
        return services.has(name);
    }

    /**
     * Starts a service on this thread. A running service is not started again; its existing handle is returned.
     *
     * @throws NameException if no such service is registered
     * @throws ServiceException if the plugin fails, here or in another thread; then the service is not running
     * @throws EnvironmentClosedException if the environment is closed before the service is ready; the service is then stopped
     */
    public ServiceHandle start(String name) {
        return services.start(name);
    }

    /**
     * Stops a service, on this thread.
     *
     * @return whether this call stopped it; false if it was not running
     * @throws NameException if no such service is registered
     * @throws ServiceException if the plugin fails; the service then counts as running, and closing tries again
     * @throws EnvironmentClosedException after closing
     */
    public boolean stop(String name) {
        return services.stop(name);
    }

    /**
     * Starts all registered services concurrently; see {@link #startAll(Collection)}.
     *
     * @throws EnvironmentClosedException after closing
     */
    public CompletionStage<List<ServiceHandle>> startAll() {
        return services.startAll(workers);
    }

    /**
     * Starts services concurrently, on the environment's executor; an {@link AsyncServicePlugin} waits without a thread.
     *
     * <p>The stage completes on the executor, after the last start has succeeded or failed, with the handles in the order
     * requested. A thread that waits for the stage by {@code toCompletableFuture().join()} or {@code get()} performs the starts
     * that have not begun itself. Do not wait in another way on a thread of the executor: if all its threads wait, no start
     * begins until the environment closes.
     *
     * <p>If one start fails, the stage fails with the exception of {@link #start}. If several fail, it fails with a
     * {@link ServiceException} whose suppressed exceptions are all failures. Services that did start keep running.
     *
     * @throws NameException if a name is not registered; then nothing is started
     * @throws EnvironmentClosedException after closing
     */
    public CompletionStage<List<ServiceHandle>> startAll(Collection<String> names) {
        return services.startAll(names, workers);
    }

    /**
     * Stops all running services on this thread, in reverse order of their starts. A failure does not prevent the others from
     * being stopped.
     *
     * @return how many this call stopped
     * @throws ServiceException if plugins fail; if several fail, its suppressed exceptions are all failures
     * @throws EnvironmentClosedException after closing
     */
    public int stopAll() {
        return services.stopAll();
    }

    /**
     * Checks the health of all registered services, one after the other on this thread.
     *
     * @throws EnvironmentClosedException after closing
     */
    public HealthReport checkHealth() {
        return services.health();
    }

    /**
     * Runs a test on this thread and counts it. Closing does not wait for it.
     *
     * @return the result of the body
     * @throws E the exception of the body, unchanged
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
     * Runs a test on the environment's executor and counts it. The stage fails with the exception of the body, or with
     * {@link EnvironmentClosedException} if the environment closes before the body runs.
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
     * The executor of this environment's asynchronous work. After closing, a task runs on the thread that submits it, so that
     * nobody waits forever; the task itself must check whether the environment is open.
     */
    public Executor executor() {
        return workers;
    }

    /**
     * Registers an activity that closing must end, until {@link #detach}.
     *
     * @throws EnvironmentClosedException after closing; then it is not registered
     */
    public void attach(Ongoing activity) {
        ongoing.add(activity);
    }

    /** Removes an activity that has ended by itself; does nothing if it is not registered. */
    public void detach(Ongoing activity) {
        ongoing.remove(activity);
    }

    /** The tests executed with this name; {@link TestStatistics#NONE} if there are none. */
    public TestStatistics testStatistics(String name) {
        TestTally tally = testsByName.get(name);
        return tally == null ? TestStatistics.NONE : tally.statistics();
    }

    /** A live view of the containers and their counts; the counts stay readable after closing. */
    public ContainersView containers() {
        return containers;
    }

    /** A live view of the services and their counts; the counts stay readable after closing. */
    public ServicesView services() {
        return services;
    }

    /** A live view of the counts of all executed tests; they stay readable after closing. */
    public TestsView tests() {
        return tests;
    }

    /**
     * A snapshot of everything done so far, which does not change any more. Its cost does not grow with the number of containers,
     * services or tests.
     */
    public EnvironmentMetrics metrics() {
        return new EnvironmentMetrics(session.id(), containers.statistics(), services.statistics(), tests.statistics());
    }

    /**
     * Ends everything. Attached activities end first. Then services stop, the last started one first, and containers are
     * released, the newest first. Closing waits for starts and creations on other threads. If a plugin or factory closes the
     * environment, what its own thread is starting or creating ends as soon as the plugin or factory returns.
     *
     * <p>Only the first call does this; later calls return immediately and do nothing.
     *
     * @throws CloseException if something failed to end; everything else has been ended, and the suppressed exceptions are all
     *     failures
     */
    @Override
    public void close() {
        if (!session.beginClose()) {
            return;
        }
        List<Throwable> failures = new ArrayList<>(0);
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
