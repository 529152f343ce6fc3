package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.model.JmhEntry;
import dev.clnrm.bench.model.Mode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Optional;

/** Reads the list of annotated benchmarks that JMH's annotation processor writes into a jar. */
public final class JmhList {
    /** The path of the list in a jar. */
    public static final String PATH = "META-INF/BenchmarkList";

    /** The class of JMH that encodes parameter values in lists. */
    public static final String ENCODER = PlainListLine.ENCODER;

    private static final Set<Mode> EVERY_MODE = EnumSet.allOf(Mode.class);

    private JmhList() {}

    /**
     * The benchmarks of a list.
     *
     * @param content the bytes of {@value #PATH}
     * @param encoded whether parameter values are encoded: true if the class path has {@link #ENCODER}
     * @throws IOException if JMH cannot read it
     */
    public static List<JmhEntry> read(byte[] content, boolean encoded) throws IOException {
        String text = new String(content, StandardCharsets.UTF_8);
        try {
            String useful = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> encoded ? PlainListLine.checked(line) : PlainListLine.encode(line))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
            List<JmhEntry> entries = new ArrayList<>();
            for (BenchmarkListEntry entry : BenchmarkList.readBenchmarkList(
                    new ByteArrayInputStream(useful.getBytes(StandardCharsets.UTF_8)))) {
                modesOf(entry).forEach(mode -> entries.add(entryOf(entry, mode)));
            }
            return entries;
        } catch (RuntimeException e) {
            throw new IOException("not a list of JMH benchmarks: " + e.getMessage(), e);
        }
    }

    private static Stream<Mode> modesOf(BenchmarkListEntry entry) {
        return Mode.ofJmhName(entry.getMode().shortLabel()).map(Stream::of).orElseGet(EVERY_MODE::stream);
    }

    private static JmhEntry entryOf(BenchmarkListEntry entry, Mode mode) {
        BenchmarkListEntry inMode = entry.cloneWith(org.openjdk.jmh.annotations.Mode.deepValueOf(mode.jmhName()));
        Map<String, List<String>> parameters = new TreeMap<>();
        if (entry.getParams().hasValue()) {
            entry.getParams().get().forEach((name, values) -> parameters.put(name, List.of(values)));
        }
        return new JmhEntry(
                entry.getUsername(),
                inMode.generatedTarget(),
                mode,
                parameters,
                toJava(entry.getThreads()),
                Arrays.stream(entry.getThreadGroups()).boxed().toList(),
                listOf(entry.getThreadGroupLabels()),
                toJava(entry.getOperationsPerInvocation()),
                toJava(entry.getMeasurementBatchSize()),
                Stream.of(entry.getJvmArgsPrepend(), entry.getJvmArgs(), entry.getJvmArgsAppend())
                        .flatMap(args -> listOf(args).stream())
                        .toList());
    }

    private static <T> java.util.Optional<T> toJava(Optional<T> maybe) {
        return maybe.hasValue() ? java.util.Optional.of(maybe.get()) : java.util.Optional.empty();
    }

    private static List<String> listOf(Optional<Collection<String>> maybe) {
        return maybe.hasValue() ? List.copyOf(maybe.get()) : List.of();
    }
}
