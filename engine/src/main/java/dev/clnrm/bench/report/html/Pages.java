package dev.clnrm.bench.report.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Renders pages that contain their styles and scripts, with a policy that allows only these. */
final class Pages {
    private static final String FOLDER = "/dev/clnrm/bench/report/templates/";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";
    private static final Configuration TEMPLATES = configuration();

    private Pages() {}

    /**
     * A page from a template.
     *
     * @param model the values of the template, apart from {@code policy}, {@code style}, {@code charts} and {@code script}
     * @param own the file of the page's own script; it comes after the scripts that all pages share
     */
    static String render(String template, Map<String, Object> model, String own) {
        String style = read(UPLOT + "dist/uPlot.min.css") + "\n" + read(FOLDER + "report/report.css");
        String licence = "/*\n" + read(UPLOT + "LICENSE").replace("*/", "* /") + "*/\n";
        String charts = licence + read(UPLOT + "dist/uPlot.iife.min.js");
        String script = String.join(
                "\n", read(FOLDER + "report/chart.js"), read(FOLDER + "report/parts.js"), read(FOLDER + own));
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(Pages.class, FOLDER));
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        return configuration;
    }
}
