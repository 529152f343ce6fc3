package dev.clnrm.bench.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of {@code budgets.yaml}, for completion in editors. It uses draft 7, which YAML language servers support best. */
public final class Schema {
    public static final String ID = "https://clnrm.dev/bench/budgets-1.schema.json";

    private static final String RESOURCE = "budgets-1.schema.json";

    private Schema() {}

    public static String text() {
        try (InputStream in = Schema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
