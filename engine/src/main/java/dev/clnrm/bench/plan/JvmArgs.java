package dev.clnrm.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Arguments of a measured JVM with nothing left to its own choice: a JVM picks its heap and collector by what the machine has free, and two
 * machines, or one on two days, would measure two things.
 */
final class JvmArgs {
    /** 1 GiB: room for nearly every benchmark, and little enough for the smallest hosted runners. */
    private static final long HEAP_MIB = 1024;

    private static final String LARGEST = "-Xmx";
    private static final String FIRST = "-Xms";

    private JvmArgs() {}

    /** The declared and the annotated arguments, with a heap of fixed size and a collector where they name none. */
    static List<String> complete(List<String> declared, List<String> annotated) {
        List<String> args = new ArrayList<>(
                Stream.concat(declared.stream(), annotated.stream()).toList());
        Optional<String> largest =
                args.stream().filter(a -> a.startsWith(LARGEST)).reduce((first, second) -> second);
        boolean percentage = args.stream().anyMatch(a -> a.startsWith("-XX:MaxRAMPercentage"));
        if (largest.isEmpty() && !percentage) {
            args.add(LARGEST + heapMib() + "m");
        }
        if (args.stream().noneMatch(a -> a.startsWith(FIRST)) && !percentage) {
            args.add(FIRST + largest.map(a -> a.substring(LARGEST.length())).orElse(heapMib() + "m"));
        }
        if (args.stream().noneMatch(a -> a.startsWith("-XX:+Use") && a.endsWith("GC"))) {
            args.add("-XX:+UseG1GC");
        }
        return args;
    }

    private static long heapMib() {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
        return Math.max(64, Math.min(HEAP_MIB, (bytes / 4) >> 20));
    }
}
