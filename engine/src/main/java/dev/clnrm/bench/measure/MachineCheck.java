package dev.clnrm.bench.measure;

import dev.clnrm.bench.measure.MachineFinding.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks a machine for causes of disturbed measurements; it reads files and changes nothing. */
public final class MachineCheck {
    /** A fork runs one case at a time and the compiler beside it. If other work leaves less than one processor free, they have to wait. */
    private static final double SPARE_PROCESSORS = 1;

    /** The share of the processor time since the machine was started; see {@link dev.clnrm.bench.samples.Disturbance#MOST_STEAL}. */
    private static final double MOST_STEAL = 0.01;

    /** The memory for a fixed heap of 1 GiB, the JVM's other memory, and this program. */
    private static final long LEAST_MEMORY = 1536L << 20;

    /** The space for logs, samples and class-data archives of a run of some hundred cases. */
    private static final long LEAST_ROOM = 512L << 20;

    /** Above this level, only root may count the events of its own programs on Linux. */
    private static final double MOST_PARANOID = 2;

    /** Linux's names for the counters of a processor: {@code cpu}, {@code cpu_core}, {@code armv8_pmuv3_0}. */
    private static final Pattern PROCESSOR = Pattern.compile("cpu(_.*)?|armv\\d.*|apple_.*|cpum_cf");

    private final Path root;
    private final int processors;

    MachineCheck(Path root, int processors) {
        this.root = root;
        this.processors = processors;
    }

    /**
     * The findings on this machine.
     *
     * @param room the folder for runs, or its nearest existing parent
     * @param temporary the folder for temporary files
     */
    public static List<MachineFinding> ofThisMachine(Path room, Path temporary) {
        List<MachineFinding> found = new ArrayList<>(
                new MachineCheck(Path.of("/"), Runtime.getRuntime().availableProcessors()).machine());
        found.add(javas());
        found.add(room("disk", room));
        found.add(room("temporary files", temporary));
        return found;
    }

    /** The load of the machine, as one clause, if other programs use its processors now. Empty otherwise. */
    public static Optional<String> loaded() {
        return new MachineCheck(Path.of("/"), Runtime.getRuntime().availableProcessors()).loadNow();
    }

    /** The load of the last minute may come from builds of this program. It counts only if other programs run at this moment. */
    Optional<String> loadNow() {
        MachineFinding found = load();
        boolean others = read("proc/loadavg")
                .map(text -> text.split("[ /]", -1))
                .filter(words -> words.length > 3 && words[3].matches("\\d{1,9}"))
                .filter(words -> Integer.parseInt(words[3]) > 1)
                .isPresent();
        return found.level() == Level.DISTURBS && others ? Optional.of(found.message()) : Optional.empty();
    }

    /** The findings in the system's files. */
    List<MachineFinding> machine() {
        return List.of(
                cores(), governor(), turbo(), load(), steal(), limit(), memory(), swap(), largePages(), counters());
    }

    private MachineFinding cores() {
        return processors > 1
                ? good("processors", processors + " for this program")
                : disturbs("processors", "1 CPU: the benchmark competes with the JIT and the GC", "use at least 2");
    }

    private MachineFinding governor() {
        return read("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                .map(
                        governor -> governor.equals("performance")
                                ? good("governor", governor)
                                : disturbs(
                                        "governor",
                                        "`" + governor + "`: the clock follows the load",
                                        "as root: echo performance | tee /sys/devices/system/cpu/cpu*/cpufreq/scaling_governor"))
                .orElse(unknown("governor", "the host does not report it"));
    }

    private MachineFinding turbo() {
        Optional<Boolean> on = read("sys/devices/system/cpu/intel_pstate/no_turbo")
                .map("0"::equals)
                .or(() -> read("sys/devices/system/cpu/cpufreq/boost").map("1"::equals));
        return on.map(turbo -> turbo
                        ? disturbs(
                                "turbo",
                                "on: the clock follows the temperature",
                                "as root: echo 1 > /sys/devices/system/cpu/intel_pstate/no_turbo, "
                                        + "or echo 0 > /sys/devices/system/cpu/cpufreq/boost")
                        : good("turbo", "off"))
                .orElse(unknown("turbo", "the host does not report it"));
    }

    private MachineFinding load() {
        Optional<Double> load = read("proc/loadavg").flatMap(MachineCheck::firstNumber);
        return load.map(present -> present > Math.max(0.5, processors - SPARE_PROCESSORS)
                        ? disturbs(
                                "load",
                                String.format(
                                        Locale.ROOT, "%.2f on %d processors in the last minute", present, processors),
                                "wait until other programs end, or end them; base and head are measured in turns, so both are affected")
                        : good("load", String.format(Locale.ROOT, "%.2f in the last minute", present)))
                .orElse(unknown("load", "only Linux reports it"));
    }

    private MachineFinding steal() {
        String[] counts =
                read("proc/stat").orElse("").lines().findFirst().orElse("").split(" +", -1);
        if (counts.length < 9 || !counts[0].equals("cpu")) {
            return unknown("steal", "only Linux reports it");
        }
        double total = 0;
        for (int i = 1; i <= 8; i++) {
            total += Double.parseDouble(counts[i]);
        }
        double steal = total > 0 ? Double.parseDouble(counts[8]) / total : 0;
        String words = String.format(Locale.ROOT, "the host took %.1f %% of the time since the start", steal * 100);
        return steal > MOST_STEAL
                ? disturbs("steal", words, "use a machine with dedicated CPUs; affected forks are marked")
                : good("steal", words);
    }

    private MachineFinding limit() {
        String[] words = read("sys/fs/cgroup/cpu.max").orElse("").split(" ", -1);
        if (words.length != 2 || words[0].equals("max") || !words[0].matches("\\d+") || !words[1].matches("\\d+")) {
            return good("container's limit", "no limit on CPU time");
        }
        double allowed = Double.parseDouble(words[0]) / Double.parseDouble(words[1]);
        return disturbs(
                "container's limit",
                String.format(Locale.ROOT, "%.2f CPUs; above that the kernel pauses all threads", allowed),
                "pin the container to whole CPUs (--cpuset-cpus, the static CPU manager)");
    }

    private MachineFinding memory() {
        Optional<Long> available = read("proc/meminfo").flatMap(text -> kibibytes(text, "MemAvailable"));
        return available
                .map(bytes -> bytes < LEAST_MEMORY
                        ? disturbs(
                                "memory",
                                mebibytes(bytes) + " available",
                                "end other programs, or measure with a smaller heap: jvm-args: [-Xmx256m]")
                        : good("memory", mebibytes(bytes) + " available"))
                .orElse(unknown("memory", "only Linux reports it"));
    }

    private MachineFinding swap() {
        Optional<String> info = read("proc/meminfo");
        Optional<Long> used = info.flatMap(text -> kibibytes(text, "SwapTotal")
                .flatMap(total -> kibibytes(text, "SwapFree").map(free -> total - free)));
        return used.map(bytes -> bytes > 0
                        ? disturbs(
                                "swap",
                                mebibytes(bytes) + " of memory is swapped out",
                                "free memory, or run swapoff -a as root")
                        : good("swap", "not used"))
                .orElse(unknown("swap", "only Linux reports it"));
    }

    private MachineFinding largePages() {
        String setting = read("sys/kernel/mm/transparent_hugepage/enabled").orElse("");
        if (setting.isEmpty()) {
            return unknown("large pages", "only Linux reports it");
        }
        return setting.contains("[never]")
                ? disturbs(
                        "large pages",
                        "never: each fork takes longer to touch its heap",
                        "as root: echo madvise > /sys/kernel/mm/transparent_hugepage/enabled")
                : good("large pages", setting.replaceAll(".*\\[(\\w+)].*", "$1"));
    }

    /** The check of hardware counters. Only JMH's {@code perfnorm} and {@code perf} need them. */
    private MachineFinding counters() {
        String subject = "hardware counters";
        Path devices = root.resolve("sys/bus/event_source/devices");
        if (!Files.isDirectory(devices)) {
            return unknown(subject, "only Linux reports them");
        }
        try (Stream<Path> all = Files.list(devices)) {
            if (all.map(Path::getFileName)
                    .noneMatch(name -> PROCESSOR.matcher(name.toString()).matches())) {
                return unknown(subject, "none, as on most virtual machines: instructions cannot be counted");
            }
        } catch (IOException e) {
            return unknown(subject, "the host does not report them");
        }
        boolean forRoot = read("proc/sys/kernel/perf_event_paranoid")
                .flatMap(MachineCheck::firstNumber)
                .filter(level -> level > MOST_PARANOID)
                .isPresent();
        return forRoot
                ? unknown(subject, "only root can use them; as root: sysctl kernel.perf_event_paranoid=2")
                : good(subject, "available: JMH's perfnorm can count instructions per operation");
    }

    private static MachineFinding javas() {
        long own = ProcessHandle.current().pid();
        long others = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != own)
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .count();
        return others == 0
                ? good("other JVMs", "none")
                : disturbs("other JVMs", others + " are running", "end build daemons and servers (gradle --stop)");
    }

    private static MachineFinding room(String subject, Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        try {
            if (!Files.isWritable(at)) {
                return new MachineFinding(
                        subject,
                        Level.PREVENTS,
                        at + " cannot be written",
                        "make it writable, or choose another folder");
            }
            long free = Files.getFileStore(at).getUsableSpace();
            String words = mebibytes(free) + " free in " + at;
            return free < LEAST_ROOM
                    ? disturbs(subject, words, "free some space, or choose another folder")
                    : good(subject, words);
        } catch (IOException e) {
            return unknown(subject, "its free space is unknown: " + e.getMessage());
        }
    }

    private Optional<String> read(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Double> firstNumber(String text) {
        String word = text.split(" ", -1)[0];
        return word.matches("\\d+(\\.\\d+)?") ? Optional.of(Double.parseDouble(word)) : Optional.empty();
    }

    private static Optional<Long> kibibytes(String text, String key) {
        Matcher found = Pattern.compile("(?m)^" + key + ": +(\\d{1,15}) kB$").matcher(text);
        return found.find() ? Optional.of(Long.parseLong(found.group(1)) << 10) : Optional.empty();
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%d MiB", bytes >> 20);
    }

    private static MachineFinding good(String subject, String message) {
        return new MachineFinding(subject, Level.GOOD, message, "");
    }

    private static MachineFinding unknown(String subject, String message) {
        return new MachineFinding(subject, Level.UNKNOWN, message, "");
    }

    private static MachineFinding disturbs(String subject, String message, String help) {
        return new MachineFinding(subject, Level.DISTURBS, message, help);
    }
}
