package dev.clnrm.bench.report.table;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.ChangedMember;
import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.ReachedMember;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.ForeseenText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Style;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The table of what a change reaches: the changed code and the cases that reach it, the code that no case reaches or runs, and
 * the command that measures these cases.
 */
public final class AffectedTable {
    private static final int CASES = 4;

    /** {@code 100 %}. */
    private static final int WIDEST_PERCENT = 5;

    private final AffectedReport report;
    private final Style style;
    private final String shared;
    private final StringBuilder out = new StringBuilder();

    private AffectedTable(AffectedReport report, Style style) {
        this.report = report;
        this.style = style;
        Stream<String> names = report.reach().cases().stream().map(one -> Inert.name(one.name()));
        this.shared = style.wide() ? "" : SharedPackage.of(names);
    }

    public static String render(AffectedReport report, Style style) {
        AffectedTable table = new AffectedTable(report, style);
        if (!table.shared.isEmpty()) {
            table.line("cases of " + table.shared.substring(0, table.shared.length() - 1));
        }
        table.reached();
        table.unreached();
        table.unmeasured();
        report.foreseen().ifPresent(table::foreseen);
        table.measure();
        return table.out.toString();
    }

    private void reached() {
        List<ReachedMember> reached = report.reach().reached().toList();
        if (reached.isEmpty()) {
            return;
        }
        heading("changed code and the cases that reach it");
        int shown = shown(reached.size());
        List<CaseName> above = List.of();
        for (ReachedMember one : reached.subList(0, shown)) {
            member(one.member());
            if (one.cases().equals(above) && !above.isEmpty()) {
                line("    the same " + Counts.count(above.size(), "case"));
            } else {
                cases(one);
            }
            above = one.cases();
        }
        more(reached.size() - shown);
    }

    private void cases(ReachedMember one) {
        List<String> names =
                one.cases().stream().map(Inert::name).map(this::shortened).toList();
        if (names.isEmpty()) {
            AffectedReport.byName(one).ifPresent(words -> line("    " + words));
            return;
        }
        String some = style.wide() ? String.join(", ", names) : Counts.some(names, CASES);
        boolean all = names.size() == report.reach().cases().size() && names.size() > 1;
        out.append(style.hung("    ", Role.FAINT, Counts.count(names.size(), "case") + ":", all ? "every case" : some));
    }

    private void unreached() {
        List<ChangedMember> unreached = report.reach().unreached();
        long others = report.reach().others();
        if (!unreached.isEmpty()) {
            heading("changed code that no case reaches, the largest first");
            int shown = shown(unreached.size());
            unreached.subList(0, shown).forEach(this::member);
            more(unreached.size() - shown);
        }
        if (others > 0) {
            heading("reached by no case and not listed: " + others
                    + " changed fields, removed methods, or members of tests, libraries and generated code");
        }
    }

    private void unmeasured() {
        List<String> files = report.reach().unmeasured();
        if (!files.isEmpty()) {
            heading("changed code that no benchmark runs: no measured jar contains the changed class");
            int shown = shown(files.size());
            files.subList(0, shown)
                    .forEach(file -> out.append("  ").append(Inert.name(file)).append('\n'));
            more(files.size() - shown);
        }
    }

    private void foreseen(Foreseen foreseen) {
        heading(ForeseenText.ground(foreseen));
        int shown = shown(foreseen.cases().size());
        for (Foreseen.Likelihood one : foreseen.cases().subList(0, shown)) {
            String likely = ForeseenText.probability(one);
            String probability = style.palette().paint(one.likely() ? Role.CARE : Role.PLAIN, likely);
            out.append("  " + Display.blanks(WIDEST_PERCENT - likely.length()) + probability + "  "
                    + shortened(Inert.name(one.name())) + "\n");
            line("           " + ForeseenText.precedents(one));
        }
        more(foreseen.cases().size() - shown);
        ForeseenText.tried(foreseen).forEach(clause -> out.append(style.hung("  ", Role.HELP, "tried:", clause)));
    }

    private void measure() {
        if (out.length() > 0) {
            out.append('\n');
        }
        report.limits().forEach(limit -> out.append(style.hung("", Role.HELP, "note:", shortened(limit))));
        if (!report.command().isEmpty()) {
            out.append("\nmeasure just these:\n  ").append(report.command()).append('\n');
            List<String> filters =
                    report.filterWords().stream().map(this::shortened).toList();
            out.append("or by name:\n");
            Display.command(filters, style.prose() - 2)
                    .forEach(line -> out.append("  ").append(line).append('\n'));
        }
        out.append("\n" + Inert.name(report.head()) + " against " + Inert.name(report.base()) + ": " + report.sentence()
                + "\n");
    }

    private void heading(String words) {
        out.append(out.length() == 0 ? "" : "\n");
        Display.wrap(words, style.prose())
                .forEach(line ->
                        out.append(style.palette().paint(Role.HEADING, line)).append('\n'));
    }

    /**
     * {@code Text.parse(String)}, then {@code changed, src/main/java/com/acme/Text.java:12, 34 instructions} on a line of its
     * own.
     */
    private void member(ChangedMember member) {
        String place = Inert.sentence(member.place());
        String name = place.isEmpty() ? member.name() : SharedPackage.classOf(member.name());
        out.append("  ")
                .append(style.wide() ? Inert.sentence(member.name()) : Inert.name(name))
                .append('\n');
        line("    " + member.how().name().toLowerCase(Locale.ROOT)
                + (place.isEmpty() ? "" : ", " + place)
                + (member.instructions() == 0 ? "" : ", " + Counts.count(member.instructions(), "instruction")));
    }

    private void line(String words) {
        out.append(style.palette().paint(Role.FAINT, words)).append('\n');
    }

    private String shortened(String text) {
        return shared.isEmpty() ? text : text.replace(shared, "");
    }

    private int shown(int all) {
        return style.wide() ? all : Math.min(all, ReachSummary.MOST);
    }

    private void more(int number) {
        if (number > 0) {
            line("  … and " + number + " more; --wide shows all");
        }
    }
}
