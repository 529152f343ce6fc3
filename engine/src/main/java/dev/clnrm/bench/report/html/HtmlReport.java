package dev.clnrm.bench.report.html;

import dev.clnrm.bench.report.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A page that opens from disk and needs no network: data, styles, scripts and charts are in it. A hostile name stays text: data is in a
 * block of JSON, and the Content-Security-Policy allows the scripts and styles of the page alone.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * A run of one side.
     *
     * @param title what was measured
     */
    public static String render(String title, Report view, Sampled sampled) {
        return render(Page.of(title, view, sampled));
    }

    /** Two sides, compared. */
    public static String render(Report view, Sampled sampled) {
        return render(Page.of(view, sampled));
    }

    private static String render(Page page) {
        PageJson data = new PageJson(page, PageCase.of(page));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", page.title());
        model.put("symbol", page.sign().symbol());
        model.put("word", page.sign().word());
        model.put("role", page.sign().role().name().toLowerCase(Locale.ROOT));
        model.put("sentence", page.sentence());
        model.put("facts", page.facts().rows());
        model.put("remarks", page.facts().remarks());
        model.put("blocks", data.blocks());
        return Pages.render("report.ftlh", model, "report/report.js");
    }
}
