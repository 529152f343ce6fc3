package dev.clnrm.bench.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** The styles and scripts a page carries, and what lets a browser run these and no others. */
final class Assets {
    /** Where templates are in the jar. */
    static final String TEMPLATES = "/dev/clnrm/bench/report/templates/";

    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    private Assets() {}

    /** The page's own style after that of its charts. */
    static String style() {
        return read(UPLOT + "dist/uPlot.min.css") + "\n" + read(TEMPLATES + "report/report.css");
    }

    /** The library that draws charts, with its licence. */
    static String charts() {
        return "/*\n" + read(UPLOT + "LICENSE").replace("*/", "* /") + "*/\n" + read(UPLOT + "dist/uPlot.iife.min.js");
    }

    /** The page's own script. */
    static String script() {
        return scripts("report/chart.js", "report/parts.js", "report/report.js");
    }

    /** That of a dashboard's overview. */
    static String dashboard() {
        return scripts("report/chart.js", "report/parts.js", "dashboard/overview.js");
    }

    /** That of a suite's page in a dashboard. */
    static String suite() {
        return scripts("report/chart.js", "report/parts.js", "dashboard/suite.js");
    }

    private static String scripts(String... files) {
        return Arrays.stream(files).map(file -> read(TEMPLATES + file)).collect(Collectors.joining("\n"));
    }

    /** A source expression of Content Security Policy Level 3, section 2.3.1: {@code 'sha256-…'}. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
