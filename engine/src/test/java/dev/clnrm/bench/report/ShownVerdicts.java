package dev.clnrm.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.html.HtmlReport;
import dev.clnrm.bench.report.html.Sampled;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the results of each case in an output. */
final class ShownVerdicts {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WORDS = "(regressed|improved|ok|inconclusive)";
    private static final String NUMBER = "([-+]?[0-9.]+(?:e-?[0-9]+)? [%x])";
    private static final Pattern CHANGE =
            Pattern.compile(NUMBER + "(?:   [0-9.]+ % interval | +|<br>| \\| )" + NUMBER + " … " + NUMBER);
    private static final Pattern ROW =
            Pattern.compile("^  (c[0-9]+)(  allocation)? {2,}(.*?)[✗✓▲?!] " + WORDS + "[^a-z].*");
    private static final Pattern OF_MARKDOWN = Pattern.compile("`(?:s/)?(c[0-9]+)`( allocation)?");
    private static final Pattern WORD_OF_MARKDOWN = Pattern.compile("[^a-z/`]" + WORDS + "(?![a-z])");
    private static final Pattern TEST = Pattern.compile("name=\"(c[0-9]+)[a-z ]*? (time|allocation) change\"");
    private static final Pattern MESSAGE = Pattern.compile("message=\"" + WORDS);
    private static final Pattern PROBABILITY = Pattern.compile("^([0-9.e-]+|< 0\\.0001) adjusted");

    private ShownVerdicts() {}

    /**
     * The shown result of a case.
     *
     * @param key its name and metric
     * @param ends ratio, low and high; empty if they are not shown
     * @param adjusted the p value, if shown
     */
    record Shown(String key, String word, Optional<double[]> ends, Optional<Double> adjusted) {}

    private static double ratio(String text) {
        double number = Double.parseDouble(text.substring(0, text.indexOf(' ')));
        return text.endsWith("x")
                ? number
                : new BigDecimal(text.substring(0, text.indexOf(' ')))
                        .movePointLeft(2)
                        .add(BigDecimal.ONE)
                        .doubleValue();
    }

    private static Optional<double[]> ends(String text) {
        Matcher change = CHANGE.matcher(text);
        return change.find()
                ? Optional.of(new double[] {ratio(change.group(1)), ratio(change.group(2)), ratio(change.group(3))})
                : Optional.empty();
    }

    private static String key(String name, boolean allocation) {
        return name.replaceFirst("^s/", "") + (allocation ? " allocation" : "");
    }

    static List<Shown> table(Report view) {
        List<Shown> all = new ArrayList<>();
        for (String line :
                (Format.TABLE.renderer(Style.PLAIN).render(view) + " ").lines().toList()) {
            Matcher row = ROW.matcher(line + " ");
            if (row.matches()) {
                all.add(new Shown(
                        key(row.group(1), row.group(2) != null), row.group(4), ends(row.group(3)), Optional.empty()));
            }
        }
        return all;
    }

    static List<Shown> markdown(String text) {
        List<Shown> all = new ArrayList<>();
        for (String line :
                text.replace('\u00a0', ' ').replace("&nbsp;", " ").lines().toList()) {
            Matcher name = OF_MARKDOWN.matcher(line);
            Matcher word = WORD_OF_MARKDOWN.matcher(line);
            if (line.startsWith("|") && name.find() && word.find()) {
                all.add(new Shown(
                        key(name.group(1), name.group(2) != null), word.group(1), ends(line), Optional.empty()));
            }
        }
        return all;
    }

    static List<Shown> junit(Report view) {
        List<Shown> all = new ArrayList<>();
        for (String test : Format.JUNIT.renderer(Style.PLAIN).render(view).split("<testcase ", -1)) {
            Matcher name = TEST.matcher(test);
            Matcher word = MESSAGE.matcher(test);
            if (name.find() && word.find()) {
                all.add(new Shown(
                        key(name.group(1), name.group(2).equals("allocation")),
                        word.group(1),
                        ends(test),
                        Optional.empty()));
            }
        }
        return all;
    }

    static List<Shown> csv(Report view) {
        List<Shown> all = new ArrayList<>();
        for (String line : Format.CSV.renderer(Style.PLAIN).render(view).lines().toList()) {
            String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (cells[0].equals("case")) {
                all.add(new Shown(
                        key(cells[2], cells[5].equals("allocation")),
                        cells[7],
                        cells[14].isEmpty()
                                ? Optional.empty()
                                : Optional.of(new double[] {
                                    Double.parseDouble(cells[13]),
                                    Double.parseDouble(cells[14]),
                                    cells[15].isEmpty() ? Double.POSITIVE_INFINITY : Double.parseDouble(cells[15])
                                }),
                        cells[17].isEmpty() ? Optional.empty() : Optional.of(Double.parseDouble(cells[17]))));
            }
        }
        return all;
    }

    static List<Shown> json(Report view) throws IOException {
        List<Shown> all = new ArrayList<>();
        for (JsonNode one :
                MAPPER.readTree(Format.JSON.renderer(Style.PLAIN).render(view)).path("verdicts")) {
            all.add(new Shown(
                    key(
                            one.path("benchmark").asText(),
                            one.path("metric").asText().equals("allocation")),
                    one.path("verdict").asText(),
                    one.path("low").isNumber()
                            ? Optional.of(new double[] {
                                one.path("ratio").asDouble(),
                                one.path("low").asDouble(),
                                one.path("high").isNumber() ? one.path("high").asDouble() : Double.POSITIVE_INFINITY
                            })
                            : Optional.empty(),
                    number(one.path("adjusted"))));
        }
        return all;
    }

    static List<Shown> page(Report view, Sampled sampled) throws IOException {
        Matcher data = Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(HtmlReport.render("", view, sampled));
        if (!data.find()) {
            throw new AssertionError("a page has no data");
        }
        List<Shown> all = new ArrayList<>();
        for (JsonNode one : MAPPER.readTree(data.group(1)).path("cases")) {
            for (JsonNode change : one.path("changes")) {
                Matcher p = PROBABILITY.matcher(change.path("evidence").asText());
                all.add(new Shown(
                        key(
                                one.path("name").asText(),
                                change.path("metric").asText().equals("allocation")),
                        change.path("finding").asText(),
                        ends(change.path("text").asText() + "   "
                                + change.path("range").asText()),
                        p.find() ? Optional.of(Double.parseDouble(p.group(1).replace("< ", ""))) : Optional.empty()));
            }
        }
        return all;
    }

    private static Optional<Double> number(@Nullable JsonNode node) {
        return node != null && node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
    }
}
