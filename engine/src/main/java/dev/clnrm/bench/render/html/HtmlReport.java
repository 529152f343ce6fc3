package dev.clnrm.bench.render.html;

import dev.clnrm.bench.render.CompareView;
import dev.clnrm.bench.render.RunView;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * A page that opens from disk and asks no network for anything: data, styles, scripts and charts are in it. Whatever a benchmark calls
 * itself, the browser sees text: data stands in a block of JSON, and a Content-Security-Policy lets run what the page brought and
 * nothing else.
 */
public final class HtmlReport {
    private static final Configuration TEMPLATES = configuration();

    private HtmlReport() {}

    /**
     * A run with one side.
     *
     * @param title what was measured
     */
    public static String render(String title, RunView view, Sampled sampled) {
        return render(Page.of(title, view, sampled));
    }

    /** Two sides held against each other. */
    public static String render(CompareView view, Sampled sampled) {
        return render(Page.of(view, sampled));
    }

    private static String render(Page page) {
        List<Row> rows = Row.of(page);
        PageJson data = new PageJson(page, rows);
        String style = Assets.style();
        String charts = Assets.charts();
        String script = Assets.script();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "policy",
                "default-src 'none'; script-src " + Assets.hash(charts) + " " + Assets.hash(script) + "; style-src "
                        + Assets.hash(style) + "; base-uri 'none'; form-action 'none'");
        model.put("title", page.title());
        model.put("symbol", page.sign().symbol());
        model.put("word", page.sign().word());
        model.put("role", page.sign().role().name().toLowerCase(Locale.ROOT));
        model.put("sentence", page.sentence());
        model.put("compared", page.compared().isPresent());
        model.put("facts", page.facts().rows());
        model.put("remarks", page.facts().remarks());
        model.put("style", style);
        model.put("charts", charts);
        model.put("script", script);
        model.put("cases", data.cases());
        model.put("samples", data.samples());
        StringWriter out = new StringWriter(1 << 20);
        try {
            TEMPLATES.getTemplate("report.ftlh").process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template of the report is broken", e);
        }
        return out.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(HtmlReport.class, Assets.TEMPLATES));
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
