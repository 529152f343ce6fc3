package dev.clnrm.bench.report.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** Pages that carry their styles and scripts, with a policy that lets a browser run these and no others. */
final class Pages {
    private static final Configuration TEMPLATES = configuration();

    private Pages() {}

    /**
     * A page of a template.
     *
     * @param model what it says beside {@code policy}, {@code style}, {@code charts} and {@code script}
     * @param script the page's own script
     */
    static String render(String template, Map<String, Object> model, String script) {
        String style = Assets.style();
        String charts = Assets.charts();
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put(
                "policy",
                "default-src 'none'; script-src " + Assets.hash(charts) + " " + Assets.hash(script) + "; style-src "
                        + Assets.hash(style) + "; base-uri 'none'; form-action 'none'");
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

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(Pages.class, Assets.TEMPLATES));
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
