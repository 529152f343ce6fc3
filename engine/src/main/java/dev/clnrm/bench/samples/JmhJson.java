package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.clnrm.bench.model.CaseName;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Reads and writes JMH's own result files, as {@code -rf json} writes them. */
public final class JmhJson {
    /** The suite of names that do not consist of a class and a method. */
    static final String NO_CLASS = "jmh";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private JmhJson() {}

    /**
     * Writes results that every JMH tool can read. The units are always the same, so that series of such files stay comparable:
     * ns/op for times, ms/op for single shots, ops/s for throughput. Only finished forks are written, and only cases that have
     * one: JMH has no failed results.
     *
     * @throws UnwritableFileException if it cannot be written; an existing file then stays unchanged
     */
    public static void write(Path file, List<JmhResult> results) {
        WholeFile.write(file, out -> JmhWriter.write(out, results));
    }

    /**
     * Reads a result file of any JMH version, also if it is gzipped.
     *
     * @throws UnreadableFileException with the position, if it is not a result file
     */
    public static List<JmhResult> read(Path file) {
        return read(file, metric -> true);
    }

    /**
     * The same with a selection of the secondary metrics.
     *
     * @param wanted selects secondary metrics by their name without the {@code ·} prefix
     */
    public static List<JmhResult> read(Path file, Predicate<String> wanted) {
        try {
            return readBytes(file, wanted);
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, "a result file is what JMH writes with -rf json");
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    /** Reads UTF-8. If that fails, reads again with replacement characters for invalid bytes. */
    private static List<JmhResult> readBytes(Path file, Predicate<String> wanted) throws IOException {
        try (InputStream bytes = plain(file);
                JsonParser parser = FACTORY.createParser(bytes)) {
            return new JmhReader(parser, wanted).read();
        } catch (JsonProcessingException e) {
            try (Reader reader = reader(file);
                    JsonParser parser = FACTORY.createParser(reader)) {
                return new JmhReader(parser, wanted).read();
            }
        }
    }

    private static InputStream plain(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(4);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    /** Reads text as UTF-8. Invalid bytes, such as the {@code ·} of old files in other encodings, become replacement characters. */
    private static Reader reader(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain(file), StandardCharsets.UTF_8), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /** The case of a JMH name: {@code suite/benchmark} as it is, {@code org.acme.Parsing.small} as {@code org.acme.Parsing/small}. */
    public static CaseName caseName(String benchmark, Map<String, String> params) {
        int slash = benchmark.indexOf('/');
        int split = slash >= 0 ? slash : benchmark.lastIndexOf('.');
        return split <= 0
                ? new CaseName(NO_CLASS, benchmark, params)
                : new CaseName(benchmark.substring(0, split), benchmark.substring(split + 1), params);
    }
}
