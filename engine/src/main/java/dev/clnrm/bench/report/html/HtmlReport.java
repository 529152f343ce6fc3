package dev.clnrm.bench.report.html;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A page that opens from disk and needs no network: it contains its data, styles, scripts and charts. Untrusted names stay text:
 * data is in a block of JSON, and the Content-Security-Policy allows only the scripts and styles of the page.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The page of two sides, compared. */
    public static String render(Report report, Sampled sampled) {
        return render("", report, sampled);
    }

    /** The page of one side or two, stored beside the files of the run. */
    public static String render(String name, Report report, Sampled sampled) {
        return render(name, report, sampled, "");
    }

    /**
     * The page of one side or two.
     *
     * @param name the title for one side; two sides have their own names
     * @param folder the relative URL from the page to the folder of its run; empty, or it ends in a slash
     */
    public static String render(String name, Report report, Sampled sampled, String folder) {
        StatusLabel sign = Summary.sign(report);
        Facts facts = Facts.of(report);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "title",
                report.facts()
                        .base()
                        .map(base -> Inert.name(base.label()) + " → "
                                + Inert.name(report.facts().head().label()))
                        .orElseGet(() -> Inert.name(name)));
        model.put("symbol", sign.symbol());
        model.put("word", sign.word());
        model.put("role", sign.role().name().toLowerCase(Locale.ROOT));
        model.put("sentence", Summary.sentence(report));
        model.put("facts", facts.rows());
        model.put("remarks", facts.remarks());
        model.put("unreached", UnreachedCode.of(report.facts().reach()));
        model.put("unmeasured", UnreachedCode.unmeasured(report.facts().reach()));
        model.put("blocks", Page.of(report, sampled, folder).blocks());
        return Pages.render("report.ftlh", model, "report/report.js");
    }
}
