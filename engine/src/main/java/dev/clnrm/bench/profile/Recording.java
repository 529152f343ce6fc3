package dev.clnrm.bench.profile;

import dev.clnrm.bench.config.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import one.jfr.ClassRef;
import one.jfr.JfrReader;
import one.jfr.MethodRef;
import one.jfr.StackTrace;
import one.jfr.event.AllocationSample;
import one.jfr.event.ContendedLock;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;
import org.objectweb.asm.Type;

/**
 * Reads a recording in the format of the JDK's Flight Recorder. Only stacks below a benchmark's body count. The reader is that of
 * async-profiler: the JDK's reader fails if the logging of its JVM is switched off, as our start script does.
 */
record Recording(Profiler profiler, JfrReader reader, SourceNames sources) {
    /** The last frame that JMH generates; the user's code is below it. */
    private static final String STUB = "_jmhStub";

    /** Our own frames between JMH's frames and the user's. */
    private static final String OURS = "dev.clnrm.bench.fork.internal.";

    private static final double NANOS = 1e-9;
    private static final int LINE_BITS = 16;

    private record Sample(long nanos, ProfileKind kind, List<Frame> stack, double weight) {}

    /**
     * Reads a file.
     *
     * @param classPath that of the fork, whose classes tell their source files
     * @param warmupSeconds the duration of the warm-up, which is skipped
     */
    static Profile read(Path file, Profiler profiler, ClassPath classPath, double warmupSeconds) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (JfrReader reader = new JfrReader(file.toString());
                SourceNames sources = new SourceNames(classPath)) {
            Recording recording = new Recording(profiler, reader, sources);
            for (Optional<Event> event = next(reader); event.isPresent(); event = next(reader)) {
                recording.sample(event.get()).ifPresent(samples::add);
            }
        }
        return profile(samples, warmupSeconds);
    }

    private static Optional<Event> next(JfrReader reader) throws IOException {
        return Optional.ofNullable(reader.readEvent());
    }

    private static Profile profile(List<Sample> samples, double warmupSeconds) {
        if (samples.isEmpty()) {
            return new Profile(Map.of(), 0);
        }
        long first = samples.stream().mapToLong(Sample::nanos).min().orElseThrow();
        long last = samples.stream().mapToLong(Sample::nanos).max().orElseThrow();
        long from = first + Math.round(warmupSeconds / NANOS);
        Map<ProfileKind, Map<List<Frame>, Double>> weights = new EnumMap<>(ProfileKind.class);
        Map<ProfileKind, Integer> counts = new EnumMap<>(ProfileKind.class);
        samples.stream().filter(one -> one.nanos >= from).forEach(one -> {
            weights.computeIfAbsent(one.kind, kind -> new HashMap<>()).merge(one.stack, one.weight, Double::sum);
            counts.merge(one.kind, 1, Integer::sum);
        });
        Map<ProfileKind, Stacks> kinds = new EnumMap<>(ProfileKind.class);
        weights.forEach((kind, stacks) -> kinds.put(kind, new Stacks(stacks, counts.getOrDefault(kind, 0))));
        return new Profile(kinds, Math.max(0, (last - from) * NANOS));
    }

    private Optional<Sample> sample(Event event) {
        if (event instanceof ExecutionSample sample) {
            boolean wall = profiler.isWall(
                    Optional.ofNullable(reader.getEnumValue("jdk.types.ThreadState", sample.threadState)));
            return sample(
                    event,
                    wall ? ProfileKind.WALL : ProfileKind.CPU,
                    wall ? sample.samples() * profiler.wallSeconds() : profiler.cpuSeconds());
        }
        if (event instanceof AllocationSample) {
            return sample(event, ProfileKind.ALLOCATION, (double) event.value());
        }
        return event instanceof ContendedLock lock
                ? sample(event, ProfileKind.LOCK, lock.duration * reader.nanosPerTick * NANOS)
                : Optional.empty();
    }

    private Optional<Sample> sample(Event event, ProfileKind kind, double weight) {
        List<Frame> stack = body(event.stackTraceId);
        if (stack.isEmpty() || !(weight > 0)) {
            return Optional.empty();
        }
        if (event.classId() != 0) {
            stack.add(new Frame(Type.getObjectType(internal(event.classId())).getClassName(), "", 0));
        }
        return Optional.of(new Sample(reader.eventTimeToNanos(event.time), kind, stack, weight));
    }

    /** The frames of the user's code, from the outermost to the innermost; empty if the benchmark was not running. */
    private List<Frame> body(int trace) {
        List<Frame> innermostFirst = frames(trace);
        int stub = 0;
        while (stub < innermostFirst.size()
                && !innermostFirst.get(stub).method().endsWith(STUB)) {
            stub++;
        }
        if (stub == innermostFirst.size()) {
            return new ArrayList<>();
        }
        while (stub > 0 && innermostFirst.get(stub - 1).type().startsWith(OURS)) {
            stub--;
        }
        List<Frame> stack = new ArrayList<>(innermostFirst.subList(0, stub));
        Collections.reverse(stack);
        return stack;
    }

    private List<Frame> frames(int trace) {
        StackTrace found = reader.stackTraces.get(trace);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; found != null && i < found.methods.length; i++) {
            MethodRef method = reader.methods.get(found.methods[i]);
            if (method != null) {
                String type = internal(method.cls);
                frames.add(new Frame(
                        type.replace('/', '.'),
                        symbol(method.name),
                        found.locations[i] >>> LINE_BITS,
                        sources.of(type)));
            }
        }
        return frames;
    }

    /** The internal name of a class; empty if there is none. */
    private String internal(long id) {
        ClassRef found = reader.classes.get(id);
        return found == null ? "" : symbol(found.name);
    }

    private String symbol(long id) {
        byte[] found = reader.symbols.get(id);
        return found == null ? "" : new String(found, StandardCharsets.UTF_8);
    }
}
