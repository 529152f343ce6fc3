package dev.clnrm.bench.report.html;

import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A page that opens from disk and needs no network: it contains its data, styles, scripts and charts. Untrusted names stay text:
 * data is in a block of JSON, and the Content-Security-Policy allows only the scripts and styles of the page.
 */
public final class HtmlReport {
    private HtmlReport() {}

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
        model.put("facts", Facts.of(report));
        model.put("remarks", Facts.remarks(report));
        ReachFacts reach = report.facts().reach();
        model.put("unreachedCount", reach.count().orElse(""));
        model.put("unreached", unreached(reach));
        model.put("unmeasuredCount", reach.unmeasuredCount().orElse(""));
        model.put("unmeasured", unmeasured(reach));
        model.put("blocks", Page.of(report, sampled, folder).blocks());
        return Pages.render("report.ftlh", model, "report/report.js");
    }

    /** Name, place and size of the largest changed code that no benchmark reaches. */
    private static List<List<String>> unreached(ReachFacts reach) {
        return reach.some().stream()
                .flatMap(some -> some.largest().stream())
                .map(one ->
                        List.of(Inert.name(one.name()), Inert.name(one.place()), String.valueOf(one.instructions())))
                .toList();
    }

    private static List<String> unmeasured(ReachFacts reach) {
        return reach.unmeasured().stream()
                .flatMap(some -> some.files().stream())
                .map(Inert::name)
                .toList();
    }
}
