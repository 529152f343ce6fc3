package dev.clnrm.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Finds where a benchmark hangs, in the thread dump of a JVM. */
final class Stuck {
    /** JMH names the threads that run a benchmark after the benchmark, followed by this. */
    private static final String WORKER = "-jmh-worker-";

    private Stuck() {}

    /** The state and the frames of the first thread that ran the benchmark; empty if the dump has none. */
    static List<String> in(List<String> printed) {
        List<String> thread = new ArrayList<>();
        boolean inside = false;
        for (String line : printed) {
            boolean head = line.startsWith("\"");
            if (head && !thread.isEmpty()) {
                break;
            }
            inside = head ? line.contains(WORKER) : inside;
            boolean detail = line.startsWith("\t") || line.startsWith(" ");
            if (inside && !head && !detail) {
                break;
            }
            if (inside && !head && !line.strip().startsWith("- ")) {
                thread.add(line.strip());
            }
        }
        return Thrown.withoutCallers(thread);
    }
}
