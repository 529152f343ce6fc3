package dev.clnrm.benches;

import dev.clnrm.cleanroom.CleanroomEnvironment;
import dev.clnrm.cleanroom.HealthReport;
import dev.clnrm.cleanroom.ServiceHandle;
import dev.clnrm.cleanroom.intelligence.AiIntelligenceService;
import dev.clnrm.cleanroom.intelligence.TestExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An environment with an intelligence service and a database in a folder of its own, which is deleted on close. */
record Store(Path folder, AiIntelligenceService service, CleanroomEnvironment environment, Executions executions)
        implements AutoCloseable {
    /** The number of stored executions: enough for inner levels of the index, as in a store that has been used for a while. */
    private static final int STORED = 10_000;

    private static final String FILE = "executions.db";

    /** A registered service that does not run; its database exists and is empty. */
    static Store stopped() throws IOException {
        Store store = empty();
        store.start();
        store.environment.stop(AiIntelligenceService.NAME);
        return store;
    }

    /** A running service with ten thousand executions. */
    static Store running() throws IOException {
        Store store = empty();
        store.start();
        for (int stored = 0; stored < STORED; stored += AiIntelligenceService.MOST_IN_BATCH) {
            store.storeBatch(AiIntelligenceService.MOST_IN_BATCH);
        }
        return store;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /** The file to which SQLite writes first. */
    Path log() {
        return folder.resolve(FILE + "-wal");
    }

    /** A registered service that does not run and has no database yet. */
    static Store empty() throws IOException {
        Path folder = Files.createTempDirectory("clnrm-executions");
        AiIntelligenceService service = AiIntelligenceService.at(folder.resolve(FILE));
        return new Store(folder, service, CleanroomEnvironment.open().register(service), new Executions());
    }

    ServiceHandle start() {
        return environment.start(AiIntelligenceService.NAME);
    }

    /** Stores the next execution, and returns it when it is on the disk. */
    TestExecution storeOne() {
        TestExecution execution = executions.next();
        service.store(execution);
        return execution;
    }

    /** Creates a batch of the next executions, stores it, and returns it when it is on the disk. */
    List<TestExecution> storeBatch(int size) {
        List<TestExecution> batch = executions.next(size);
        service.storeAll(batch);
        return batch;
    }

    HealthReport health() {
        return environment.checkHealth();
    }

    @Override
    public void close() throws IOException {
        environment.close();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
