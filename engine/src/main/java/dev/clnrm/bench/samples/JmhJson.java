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

/** JMH's own result files, as {@code -rf json} writes them. */
public final class JmhJson {
    /** The suite of names that are not a class and a method. */
    static final String NO_CLASS = "jmh";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private JmhJson() {}

    /**
     * Writes results so that every JMH tool reads them. Times are written in ns/op, single shots in ms/op, throughput in ops/s, always
     * the same, so that series of such files stay comparable. Only finished forks are written, and only cases that have one: JMH has
     * no failed results.
     *
     * @throws UnwritableFileException if it cannot be written; a file that was there is as it was
     */
    public static void write(Path file, List<JmhResult> results) {
        WholeFile.write(file, out -> JmhWriter.write(out, results));
    }

    /**
     * Reads a result file of any JMH, gzipped or not.
     *
     * @throws UnreadableFileException with the position, if it is not one
     */
    public static List<JmhResult> read(Path file) {
        return read(file, metric -> true);
    }

    /**
     * The same with some of the secondary metrics.
     *
     * @param wanted whether a secondary metric is read, by its name without the {@code ·} prefix
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

    /** As UTF-8; if that fails, once more with replacement characters for invalid bytes. */
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

    /** Text as UTF-8; what is not becomes a replacement character, as the {@code ·} of old files in other encodings does. */
    private static Reader reader(Path file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(plain(file), StandardCharsets.UTF_8), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /**
     * The case a JMH name stands for: {@code suite/benchmark} as it is, {@code org.acme.Parsing.small} as
     * {@code org.acme.Parsing/small}.
     */
    public static CaseName caseName(String benchmark, Map<String, String> params) {
        int slash = benchmark.indexOf('/');
        int split = slash >= 0 ? slash : benchmark.lastIndexOf('.');
        return split <= 0
                ? new CaseName(NO_CLASS, benchmark, params)
                : new CaseName(benchmark.substring(0, split), benchmark.substring(split + 1), params);
    }
}
