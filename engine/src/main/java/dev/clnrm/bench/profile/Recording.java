package dev.clnrm.bench.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.objectweb.asm.Type;

/** Reads what a profiler recorded, in the format of the JDK's Flight Recorder. Only stacks below a benchmark's body count. */
final class Recording {
    /** The last frame that JMH generates: below it is what the author wrote. */
    private static final String STUB = "_jmhStub";

    /** Frames of our own between JMH's and the author's. */
    private static final String OURS = "dev.clnrm.bench.fork.internal.";

    private final Profiler profiler;

    private Recording(Profiler profiler) {
        this.profiler = profiler;
    }

    private record Sample(Instant at, ProfileKind kind, List<Frame> stack, double weight) {}

    /**
     * Reads a file.
     *
     * @param warmupSeconds how long the fork warmed up, which is left out
     */
    static Profile read(Path file, Profiler profiler, double warmupSeconds) throws IOException {
        return new Recording(profiler).read(file, warmupSeconds);
    }

    private Profile read(Path file, double warmupSeconds) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                sample(recording.readEvent()).ifPresent(samples::add);
            }
        }
        Optional<Instant> first = samples.stream().map(Sample::at).min(Instant::compareTo);
        if (first.isEmpty()) {
            return new Profile(Map.of(), 0);
        }
        Instant from = first.get().plusNanos(Math.round(warmupSeconds * 1e9));
        Instant last = samples.stream().map(Sample::at).max(Instant::compareTo).orElseThrow();
        Map<ProfileKind, Map<List<Frame>, Double>> weights = new EnumMap<>(ProfileKind.class);
        Map<ProfileKind, Integer> counts = new EnumMap<>(ProfileKind.class);
        samples.stream().filter(one -> !one.at.isBefore(from)).forEach(one -> {
            weights.computeIfAbsent(one.kind, kind -> new HashMap<>()).merge(one.stack, one.weight, Double::sum);
            counts.merge(one.kind, 1, Integer::sum);
        });
        Map<ProfileKind, Stacks> kinds = new EnumMap<>(ProfileKind.class);
        weights.forEach((kind, stacks) -> kinds.put(kind, new Stacks(stacks, counts.getOrDefault(kind, 0))));
        return new Profile(kinds, Math.max(0, Duration.between(from, last).toNanos() / 1e9));
    }

    private Optional<Sample> sample(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> sample(event, ProfileKind.CPU, profiler.cpuSeconds(), "");
            case "profiler.WallClockSample" ->
                sample(event, ProfileKind.WALL, profiler.wallSeconds() * samplesOf(event), "");
            case "jdk.ObjectAllocationInNewTLAB" ->
                sample(event, ProfileKind.ALLOCATION, (double) event.getLong("tlabSize"), "objectClass");
            case "jdk.ObjectAllocationOutsideTLAB" ->
                sample(event, ProfileKind.ALLOCATION, (double) event.getLong("allocationSize"), "objectClass");
            case "jdk.ObjectAllocationSample" ->
                sample(event, ProfileKind.ALLOCATION, (double) event.getLong("weight"), "objectClass");
            case "jdk.JavaMonitorEnter" -> sample(event, ProfileKind.LOCK, seconds(event), "monitorClass");
            case "jdk.ThreadPark" -> sample(event, ProfileKind.LOCK, seconds(event), "parkedClass");
            default -> Optional.empty();
        };
    }

    /** A thread that does not run is sampled once for several intervals. */
    private static double samplesOf(RecordedEvent event) {
        return event.hasField("samples") ? event.getInt("samples") : 1;
    }

    private static double seconds(RecordedEvent event) {
        return event.getDuration().toNanos() / 1e9;
    }

    private static Optional<Sample> sample(RecordedEvent event, ProfileKind kind, double weight, String ofClass) {
        Optional<RecordedStackTrace> trace = Optional.ofNullable(event.getStackTrace());
        List<Frame> stack = trace.map(one -> body(one.getFrames())).orElse(List.of());
        if (stack.isEmpty() || !(weight > 0)) {
            return Optional.empty();
        }
        if (!ofClass.isEmpty() && event.hasField(ofClass)) {
            stack.add(new Frame(
                    Optional.ofNullable(event.getClass(ofClass))
                            .map(Recording::written)
                            .orElse("?"),
                    "",
                    0));
        }
        return Optional.of(new Sample(event.getStartTime(), kind, stack, weight));
    }

    /** A class as Java writes it: {@code byte[]} for {@code [B}. */
    private static String written(RecordedClass type) {
        return Type.getObjectType(type.getName().replace('.', '/')).getClassName();
    }

    /** The frames of the author's code, from the outermost to the innermost; none if the benchmark was not running. */
    private static List<Frame> body(List<RecordedFrame> innermostFirst) {
        int stub = 0;
        while (stub < innermostFirst.size() && !method(innermostFirst.get(stub)).endsWith(STUB)) {
            stub++;
        }
        if (stub == innermostFirst.size()) {
            return new ArrayList<>();
        }
        while (stub > 0 && type(innermostFirst.get(stub - 1)).startsWith(OURS)) {
            stub--;
        }
        List<Frame> stack = new ArrayList<>();
        for (RecordedFrame frame : innermostFirst.subList(0, stub)) {
            stack.add(new Frame(type(frame), method(frame), Math.max(0, frame.getLineNumber())));
        }
        Collections.reverse(stack);
        return stack;
    }

    private static String method(RecordedFrame frame) {
        return Optional.ofNullable(frame.getMethod())
                .map(RecordedMethod::getName)
                .orElse("?");
    }

    private static String type(RecordedFrame frame) {
        return Optional.ofNullable(frame.getMethod())
                .map(RecordedMethod::getType)
                .map(RecordedClass::getName)
                .orElse("");
    }
}
