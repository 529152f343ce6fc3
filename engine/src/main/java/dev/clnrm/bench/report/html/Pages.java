package dev.clnrm.bench.report.html;

import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.report.SafeTemplates;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders pages that contain their styles and scripts, with a policy that allows only these. */
final class Pages {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";
    private static final Configuration TEMPLATES = SafeTemplates.from(SafeTemplates.builtIn());

    private Pages() {}

    /**
     * A page from a template.
     *
     * @param model the values of the template, apart from {@code policy}, {@code style}, {@code charts} and {@code script}
     * @param own the file of the page's own script; it comes after the scripts that all pages share
     */
    static String render(String template, Map<String, Object> model, String own) {
        String style = read(UPLOT + "dist/uPlot.min.css") + "\n" + read(SafeTemplates.FOLDER + "report/report.css");
        String licence = "/*\n" + read(UPLOT + "LICENSE").replace("*/", "* /") + "*/\n";
        String charts = licence + read(UPLOT + "dist/uPlot.iife.min.js");
        String script = Stream.of("report/chart.js", "report/parts.js", own)
                .map(file -> read(SafeTemplates.FOLDER + file))
                .collect(Collectors.joining("\n"));
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put(
                "policy",
                "default-src 'none'; script-src " + hash(charts) + " " + hash(script) + "; style-src " + hash(style)
                        + "; base-uri 'none'; form-action 'none'");
        all.put("style", style);
        all.put("charts", charts);
        all.put("script", script);
        StringWriter out = new StringWriter(1 << 20);
        try {
            TEMPLATES.getTemplate(template).process(all, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " is broken", e);
        }
        return out.toString();
    }

    private static String read(String resource) {
        try (InputStream in = Pages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A hash source as in Content Security Policy Level 3, section 2.3.1: {@code 'sha256-…'}. */
    private static String hash(String text) {
        return "'sha256-"
                + Base64.getEncoder().encodeToString(new Sha256().append(text).bytes()) + "'";
    }
}
