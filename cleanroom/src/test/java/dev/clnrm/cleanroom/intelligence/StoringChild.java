package dev.clnrm.cleanroom.intelligence;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that stores until it is killed, and prints a line for each call that has returned. */
final class StoringChild {
    static final int BATCH = 1_000;

    /** The end of each line; a line without it was cut off by the kill. */
    static final String WHOLE = ";";

    private StoringChild() {}

    /**
     * {@code flood FILE}: batches and single executions in turns, without end. {@code halfway FILE}: one batch, then half of a
     * second one; it waits in the middle of that transaction.
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path file = Path.of(arguments[1]);
        if ("flood".equals(arguments[0])) {
            flood(file, out);
        } else {
            halfway(file, out);
        }
    }

    private static void flood(Path file, PrintStream out) {
        AiIntelligenceService service = AiIntelligenceService.at(file);
        service.start();
        for (int i = 0; ; i++) {
            service.storeAll(Given.batch("batch-" + i, BATCH));
            out.println("batch-" + i + WHOLE);
            service.store(Given.passed("single-" + i, i));
            out.println("single-" + i + WHOLE);
        }
    }

    private static void halfway(Path file, PrintStream out) throws Exception {
        try (ExecutionStore store = ExecutionStore.open(file)) {
            store.writer().write(Given.batch("first", BATCH));
            List<TestExecution> half = Given.batch("second", BATCH / 2);
            store.writer().write(() -> new Endless(half.iterator(), out));
        }
    }

    /** Returns the given executions, prints a line, and then waits forever. */
    private record Endless(Iterator<TestExecution> given, PrintStream out) implements Iterator<TestExecution> {
        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public TestExecution next() {
            if (given.hasNext()) {
                return given.next();
            }
            out.println("halfway" + WHOLE);
            while (true) {
                LockSupport.park();
            }
        }
    }
}
