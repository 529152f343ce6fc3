package dev.clnrm.bench.measure;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The machine of a run: two runs are comparable only if their machines are equal.
 *
 * @param cpu the processor's model
 * @param processors the number of processors that this program may use
 * @param memoryBytes the memory that this program may use, including limits of its container
 * @param system the operating system and its version
 * @param architecture the architecture, as the JVM names it
 * @param virtual whether the processor reports that it is virtual
 */
public record Fingerprint(
        String cpu, int processors, long memoryBytes, String system, String architecture, boolean virtual) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public static Fingerprint ofThisMachine() {
        long memory = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean bean
                ? bean.getTotalMemorySize()
                : 0;
        return new Fingerprint(
                cpuInfo("model name").orElse("unknown processor"),
                Runtime.getRuntime().availableProcessors(),
                memory,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch", ""),
                cpuInfo("flags").map(f -> f.contains(" hypervisor")).orElse(false));
    }

    /** A machine of which only the name is known. */
    public static Fingerprint named(String name) {
        return new Fingerprint(name, 0, 0, "", "", false);
    }

    /** The text for people: {@code AMD EPYC, 2 processors, 23.4 GiB, Linux 6.18, virtual}. */
    public String words() {
        if (processors == 0) {
            return cpu;
        }
        return String.format(
                Locale.ROOT,
                "%s, %d processor%s, %.1f GiB, %s%s",
                cpu,
                processors,
                processors == 1 ? "" : "s",
                memoryBytes / (double) (1L << 30),
                system,
                virtual ? ", virtual" : "");
    }

    /** The first value of a key: the file has a block for each processor. */
    private static Optional<String> cpuInfo(String key) {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
