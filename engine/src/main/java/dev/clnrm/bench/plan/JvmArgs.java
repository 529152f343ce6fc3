package dev.clnrm.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Completes the arguments of a measured JVM, so that the JVM chooses nothing itself. A JVM chooses its heap and collector by the
 * free resources of the machine. Two machines, or one machine on two days, would then measure different things.
 *
 * <p>The heap is touched before anything is measured. The first use of a page causes a page fault, so code that allocates would
 * pay for memory that the machine provides only once. On a virtual machine short of memory this was 11 µs for each 4 KiB: it made
 * 36 ns of work 1.7 µs until the whole young generation had been used. With large pages, a GiB is touched in milliseconds.
 */
final class JvmArgs {
    /** The default heap, 1 GiB: enough for nearly every benchmark, and small enough for the smallest hosted runners. */
    private static final long HEAP_MIB = 1024;

    /**
     * The largest heap that is touched, 2 GiB: without large pages that takes half a second to four seconds, and every fork would
     * pay for more.
     */
    private static final long TOUCHED_MIB = 2048;

    private static final List<String> LARGEST = List.of("-Xmx", "-XX:MaxHeapSize=");
    private static final List<String> FIRST = List.of("-Xms", "-XX:InitialHeapSize=", "-XX:MinHeapSize=");

    /** With these, the JVM computes the heap from the memory of the machine. */
    private static final List<String> LARGEST_SHARE = List.of("-XX:MaxRAM");

    private static final List<String> FIRST_SHARE = List.of("-XX:InitialRAM");
    private static final String TOUCH = "AlwaysPreTouch";
    private static final String LARGE_PAGES = "UseTransparentHugePages";
    private static final String THRESHOLDS = "-XX:CompileThresholdScaling=";
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([kKmMgGtT]?)");

    private JvmArgs() {}

    /**
     * The declared and the annotated arguments, with a fixed heap size and a collector if they set none.
     *
     * @param shared whether cases share the JVM; then code is compiled after a quarter of the usual calls, because each case has
     *     little time to warm up
     */
    static List<String> complete(List<String> declared, List<String> annotated, boolean shared) {
        List<String> args = new ArrayList<>(
                Stream.concat(declared.stream(), annotated.stream()).toList());
        Optional<String> largest = last(LARGEST, args);
        Optional<String> first = last(FIRST, args);
        boolean share = largest.isEmpty() && last(LARGEST_SHARE, args).isPresent();
        String heap =
                largest.or(() -> first.filter(size -> mib(size) > heapMib())).orElse(heapMib() + "m");
        if (largest.isEmpty() && !share) {
            args.add("-Xmx" + heap);
        }
        if (first.isEmpty() && !share && last(FIRST_SHARE, args).isEmpty()) {
            args.add("-Xms" + heap);
        }
        if (args.stream().noneMatch(a -> a.startsWith("-XX:+Use") && a.endsWith("GC"))) {
            args.add("-XX:+UseG1GC");
        }
        if (!share && mib(heap) <= TOUCHED_MIB) {
            switchOn(TOUCH, args);
            if (System.getProperty("os.name", "").startsWith("Linux")) {
                switchOn(LARGE_PAGES, args);
            }
        }
        if (shared && args.stream().noneMatch(a -> a.startsWith(THRESHOLDS))) {
            args.add(THRESHOLDS + "0.25");
        }
        return args;
    }

    /** The value of the last argument with one of these starts: of several, the JVM uses the last. */
    private static Optional<String> last(List<String> starts, List<String> args) {
        return args.stream()
                .flatMap(arg -> starts.stream().filter(arg::startsWith).map(start -> arg.substring(start.length())))
                .reduce((one, later) -> later);
    }

    private static void switchOn(String flag, List<String> args) {
        if (args.stream().noneMatch(a -> a.startsWith("-XX:") && a.endsWith(flag))) {
            args.add("-XX:+" + flag);
        }
    }

    /** A JVM size in MiB; larger than any heap if the text is not a size. */
    private static double mib(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            return Double.MAX_VALUE;
        }
        double number = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "k" -> number / 1024;
            case "m" -> number;
            case "g" -> number * 1024;
            case "t" -> number * 1024 * 1024;
            default -> number / (1 << 20);
        };
    }

    private static long heapMib() {
        long bytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
        return Math.max(64, Math.min(HEAP_MIB, (bytes / 4) >> 20));
    }
}
