package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.CommonCauseText;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.ReachFacts;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Warnings;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Cost;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report for a terminal: a table of all cases, blocks for everything that needs attention, laws, failures, warnings, and the
 * verdict in the last line, where people look first.
 *
 * @param whole whether budgets, laws and notes are shown; false if a report of the head alone has just shown them
 */
public record TableReport(Style style, boolean whole) implements Renderer {
    private static final int KEY = 6;

    /** A blank at which a line is not broken. */
    private static final char UNBROKEN = '\u00a0';

    @Override
    public String render(Report report) {
        Optional<String> cause = report.change().flatMap(CommonCauseText::sentence);
        Grid table = report.change().isPresent() ? ChangeTable.of(report) : CaseTable.of(report);
        String shared = table.shared(style);
        return Stream.of(
                        cause.map(this::cause).orElse(""),
                        report.change().isPresent()
                                ? ChangeTable.render(report, style)
                                : table.render(style) + CaseTable.notes(report),
                        report.facts()
                                .cost()
                                .flatMap(Cost::memory)
                                .map(memory -> MemoryTable.render(memory, style))
                                .orElse(""),
                        ChangeBlocks.render(report, style),
                        whole ? BudgetBlocks.render(report.promises(), style) : "",
                        whole ? LawTable.render(report.promises(), style) : "",
                        FailureBlocks.render(report, style, whole, shared),
                        warnings(Warnings.of(report), shared),
                        unreached(report.facts().reach()),
                        facts(report),
                        verdict(Summary.sign(report), Summary.counts(report)))
                .filter(section -> !section.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** The common cause of most changes, before the list of changes. */
    private String cause(String sentence) {
        return Display.wrap(sentence, style.prose()).stream()
                .map(line -> style.palette().paint(StatusLabel.REGRESSED.role(), line) + "\n")
                .collect(Collectors.joining());
    }

    /** @param shared the package that stands above the table; it is omitted from the names here, too */
    private String warnings(Warnings warnings, String shared) {
        StringBuilder out = new StringBuilder();
        warnings.ofTheWhole().forEach(text -> out.append(style.hung("", Role.CARE, "warning:", text)));
        warnings.kinds().forEach((kind, subjects) -> {
            int count = subjects.size();
            boolean everyCase = warnings.everyCase(subjects);
            String about = everyCase ? " (all " + count + " cases)" : count == 1 ? "" : " (" + count + " cases)";
            out.append(style.hung("", Role.CARE, "warning:", kind + about));
            if (!everyCase) {
                List<String> names = subjects.stream()
                        .map(one -> Inert.name(
                                        SharedPackage.leftOut(shared, one.name().toString()))
                                + one.further())
                        .map(name -> name.replace(' ', UNBROKEN))
                        .toList();
                out.append(style.hung("", Role.PLAIN, "        ", Counts.some(names, Warnings.NAMES))
                        .replace(UNBROKEN, ' '));
            }
        });
        if (whole) {
            warnings.notes()
                    .forEach(note -> out.append(
                            style.hung("", Role.HELP, "note:", Inert.sentence(SharedPackage.leftOut(shared, note)))));
        }
        return out.toString();
    }

    private String unreached(ReachFacts reach) {
        return reach.warning()
                        .map(warning -> style.hung("", Role.CARE, "warning:", warning))
                        .orElse("")
                + reach.sentence()
                        .map(sentence -> style.hung("", Role.HELP, "note:", sentence))
                        .orElse("");
    }

    private String facts(Report report) {
        RunFacts facts = report.facts();
        Map<String, String> lines = new LinkedHashMap<>();
        if (facts.base().isEmpty()) {
            lines.put("run", Words.forks(facts));
            lines.put("host", facts.head().words());
        } else {
            facts.base().ifPresent(base -> lines.put("base", base.words()));
            lines.put("head", facts.head().words());
        }
        ChangeText.statistic(report).ifPresent(change -> lines.put("change", change));
        Summary.noise(report).ifPresent(noise -> lines.put("noise", noise));
        facts.folder().ifPresent(folder -> lines.put("stored", Inert.sentence(folder)));
        return lines.entrySet().stream()
                .filter(fact -> !fact.getValue().isEmpty())
                .flatMap(fact ->
                        Display.hung(Display.left(fact.getKey(), KEY) + " ", fact.getValue(), style.prose()).stream())
                .map(line -> style.palette().paint(Role.FAINT, line) + "\n")
                .collect(Collectors.joining());
    }

    private String verdict(StatusLabel sign, String sentence) {
        String head = sign + ":";
        List<String> lines = Display.wrap(head + " " + sentence, style.prose() - 2);
        return style.palette().paint(sign.role(), head)
                + String.join("\n  ", lines).substring(head.length()) + "\n";
    }
}
