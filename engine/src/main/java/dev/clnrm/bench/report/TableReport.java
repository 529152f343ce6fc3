package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.report.Palette.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report for a terminal: every case in a table, what needs attention as blocks, laws, failures, warnings, and the verdict last, where
 * the eye rests.
 *
 * @param style how it looks
 */
public record TableReport(Style style) implements Report {
    private static final int KEY = 6;

    @Override
    public String render(RunView view) {
        StatusLabel sign = Summary.sign(view.judgement());
        String omitted = view.besidesHidden();
        return sections(
                CaseTable.of(view).render(style) + (omitted.isEmpty() ? "" : omitted + "\n"),
                BudgetBlocks.render(view.judgement(), style),
                LawTable.render(view.judgement(), style),
                FailureBlocks.render(view, style),
                Warnings.of(view).render(style),
                facts(facts(view)),
                verdict(sign, Summary.sentence(view.judgement())));
    }

    /**
     * Two sides.
     *
     * @param promises whether the head's budgets and laws are shown; not if a table of the head alone has just shown them
     */
    String render(CompareView view, boolean promises) {
        ChangeJudgement judgement = view.judgement();
        Optional<String> cause = CommonCauseText.sentence(judgement);
        return sections(
                cause.map(this::cause).orElse(""),
                ChangeTable.render(view, style),
                ChangeBlocks.render(view, style),
                promises ? BudgetBlocks.render(judgement.promises(), style) : "",
                promises ? LawTable.render(judgement.promises(), style) : "",
                FailureBlocks.render(view, style, promises),
                Warnings.of(view).render(style),
                facts(facts(view)),
                verdict(StatusLabel.of(judgement.result()), Summary.counts(view)));
    }

    private static String sections(String... all) {
        return Stream.of(all).filter(section -> !section.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** The one finding that stands for most cases, before any list of them. */
    private String cause(String sentence) {
        return Display.wrap(sentence, style.prose()).stream()
                .map(line -> style.palette().paint(StatusLabel.REGRESSED.role(), line) + "\n")
                .collect(Collectors.joining());
    }

    private String facts(Map<String, String> facts) {
        return facts.entrySet().stream()
                .flatMap(fact -> Display.hung(Display.left(fact.getKey(), KEY) + " ", fact.getValue(), style.prose()).stream())
                .map(line -> style.palette().paint(Role.FAINT, line) + "\n")
                .collect(Collectors.joining());
    }

    private String verdict(StatusLabel sign, String sentence) {
        String head = sign + ":";
        List<String> lines = Display.wrap(head + " " + sentence, style.prose() - 2);
        return style.palette().paint(sign.role(), head) + String.join("\n  ", lines).substring(head.length()) + "\n";
    }

    private static Map<String, String> facts(RunView view) {
        RunFacts facts = view.facts();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("run", Words.forks(facts));
        host(facts.host(), facts.jdk()).ifPresent(host -> lines.put("host", host));
        Summary.noise(view.judgement()).ifPresent(noise -> lines.put("noise", noise));
        facts.folder().ifPresent(folder -> lines.put("stored", Inert.sentence(folder)));
        return lines;
    }

    private static Map<String, String> facts(CompareView view) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("base", named(view.facts().base()));
        lines.put("head", named(view.facts().head()));
        Summary.noise(view).ifPresent(noise -> lines.put("noise", noise));
        return lines;
    }

    private static String named(CompareFacts.Named side) {
        return Stream.concat(Stream.of(Inert.name(side.label())), host(side.host(), side.jdk()).stream())
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> host(Optional<String> host, Optional<String> jdk) {
        String words = Stream.of(host, jdk.map(version -> "JDK " + version))
                .flatMap(Optional::stream)
                .map(Inert::sentence)
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
