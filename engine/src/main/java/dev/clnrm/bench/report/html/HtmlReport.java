package dev.clnrm.bench.report.html;

import dev.clnrm.bench.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page that opens from disk and asks no network for anything: data, styles, scripts and charts are in it. Whatever a benchmark calls
 * itself, the browser sees text: data stands in a block of JSON, and a Content-Security-Policy lets run what the page brought and
 * nothing else.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * A run with one side.
     *
     * @param title what was measured
     */
    public static String render(String title, Report view, Sampled sampled) {
        return render(Page.of(title, view, sampled));
    }

    /** Two sides held against each other. */
    public static String render(Report view, Sampled sampled) {
        return render(Page.of(view, sampled));
    }

    private static String render(Page page) {
        List<Row> rows = Row.of(page);
        PageJson data = new PageJson(page, rows);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", page.title());
        model.put("symbol", page.sign().symbol());
        model.put("word", page.sign().word());
        model.put("role", page.sign().role().name().toLowerCase(Locale.ROOT));
        model.put("sentence", page.sentence());
        model.put("compared", page.compared().isPresent());
        model.put("facts", page.facts().rows());
        model.put("remarks", page.facts().remarks());
        model.put("cases", data.cases());
        model.put("samples", data.samples());
        return Pages.render("report.ftlh", model, Assets.script());
    }
}
