package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.MarkdownFormat.markup;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What templates see of a comparison. Markdown of ours goes through {@link MarkdownFormat#markup}; every plain text is from outside.
 * The keys are described in {@code templates/README.md}.
 */
final class CommentData {
    /** A number of ours in a text: {@code ${count(cases?size)}}. */
    static final TemplateMethodModelEx COUNT = CommentData::count;

    private static final int OF_ONE_CAUSE = 3;

    private final CompareView view;
    private final Occasion occasion;
    private final Map<String, Object> data = new LinkedHashMap<>();
    private final CommentRows tables;
    private final List<Map<String, Object>> rows;

    private CommentData(CompareView view, Occasion occasion) {
        this.view = view;
        this.occasion = occasion;
        tables = new CommentRows(view);
        rows = tables.thatMatter();
    }

    static CommentData of(CompareView view, Occasion occasion) {
        CommentData all = new CommentData(view, occasion);
        all.verdict();
        all.sides();
        all.findings();
        all.rest();
        return all;
    }

    /** The data with at most so many rows above the fold. */
    Map<String, Object> with(int most) {
        Map<String, Object> some = new LinkedHashMap<>(data);
        // Of many cases with one cause, a few show what it did.
        int shown =
                Math.min(rows.size(), view.judgement().commonCause().isPresent() ? Math.min(OF_ONE_CAUSE, most) : most);
        some.put("rows", rows.subList(0, shown));
        some.put("moreRows", rows.size() - shown + tables.failedUntold());
        return some;
    }

    private void verdict() {
        StatusLabel sign = StatusLabel.of(view.judgement().result());
        data.put(SectionDirective.NAME, new SectionDirective());
        data.put("count", COUNT);
        data.put("marker", markup(occasion.marker()));
        data.put("sign", sign(sign));
        data.put("title", markup(CompareSummary.title(view)));
        String sentence = CompareSummary.sentence(view);
        data.put("sentence", markup(sentence));
        data.put("opening", markup(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)));
        data.put("changed", markup(CompareSummary.changed(view)));
        data.put("quiet", quiet());
        data.put("waived", view.judgement().verdicts().stream().anyMatch(v -> v.waiver()
                .isPresent()));
        view.detectable().ifPresent(d -> data.put("detectable", markup(Percents.percent(d))));
        view.judgement().noiseFloor().ifPresent(d -> data.put("noise", markup(Percents.percent(d))));
    }

    private static Object count(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1 && arguments.get(0) instanceof TemplateNumberModel number) {
            return markup(String.valueOf(number.getAsNumber().longValue()));
        }
        throw new TemplateModelException("count takes one number");
    }

    static Map<String, Object> sign(StatusLabel sign) {
        String word = sign.word();
        return Map.of(
                "code", sign.code(),
                "emoji", markup(sign.emoji()),
                "word", markup(word),
                "title", markup(Character.toUpperCase(word.charAt(0)) + word.substring(1)));
    }

    /** Whether one line says it all. */
    private boolean quiet() {
        ChangeJudgement all = view.judgement();
        return all.result() == ChangeJudgement.Result.OK
                && all.verdicts().stream().allMatch(v -> v.finding() == Finding.OK || v.finding() == Finding.NEW)
                && Stream.concat(
                                all.promises().budgets().stream().map(b -> b.status()),
                                all.promises().laws().stream().map(l -> l.status()))
                        .allMatch(status -> status == Status.PASS)
                && all.promises().failed().isEmpty()
                && tables.moved().isEmpty()
                && occasion.budgetChanges().isEmpty();
    }

    private void sides() {
        Links links = occasion.links();
        data.put("base", side(view.facts().base(), links.base()));
        data.put("head", side(view.facts().head(), links.head()));
        List<Object> whither = new ArrayList<>();
        links.report().ifPresent(a -> whither.add(markup(Links.link("HTML report", Optional.of(a)))));
        links.run().ifPresent(a -> whither.add(markup(Links.link("the run", Optional.of(a)))));
        data.put("links", whither);
        data.put("budgetsFile", occasion.budgetsFile());
        data.put("budgetChanges", occasion.budgetChanges());
    }

    /** {@code `main` 3f2c1ab}, with a link to the commit where there is one. */
    private static Object side(CompareFacts.Named side, Optional<String> address) {
        String name = MarkdownText.name(side.label());
        Optional<String> commit =
                Links.commit(address).filter(c -> !side.label().contains(c));
        return markup(Links.link(name + commit.map(c -> " (" + c + ")").orElse(""), address));
    }

    private void findings() {
        CommentBudgets budgets = new CommentBudgets(view);
        data.put("budgets", budgets.atRisk());
        data.put("laws", budgets.laws());
        data.put("failed", budgets.failed());
        data.put("failedAlike", budgets.failures());
        data.put("inconclusive", tables.inconclusive());
        data.put("cases", tables.every());
        data.put("moved", tables.moved());
        data.put(
                "unlike",
                view.judgement().caveats().stream()
                        .filter(c -> c instanceof Caveat.Unlike unlike && !unlike.allowed())
                        .map(Words::of)
                        .toList());
    }

    private void rest() {
        CommentMethod method = new CommentMethod(view);
        data.put("doubts", view.judgement().promises().settings().doubts());
        data.put("measured", method.lines());
        data.put("replaced", method.replaced());
        data.put("warnings", method.warnings());
        data.put("again", markup(MarkdownText.fenced(List.of(again()))));
    }

    /** The command that shows it again: the worst case where one regressed, else all. */
    private String again() {
        List<ChangeVerdict> regressed = view.found(Finding.REGRESSED);
        return regressed.stream()
                .filter(v -> view.judgement().fails(v))
                .findFirst()
                .or(() -> regressed.stream().findFirst())
                .map(v -> view.again(v.name()))
                .orElseGet(view::again);
    }
}
