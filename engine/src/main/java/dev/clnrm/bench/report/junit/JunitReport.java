package dev.clnrm.bench.report.junit;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.GoalOutcome;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.GoalText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.report.Words;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as JUnit XML. The goal is one test. Each change of a metric, each budget, each law and each failed case is a test. If none of them fails although the command does, the whole is a test. */
public record JunitReport() implements Renderer {
    /** The result of a test, and its XML element. */
    private enum Kind {
        PASSED(""),
        FAILED("failure"),
        /** It has no result. */
        ERROR("error"),
        /** There is no verdict. */
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        boolean fails() {
            return this == FAILED || this == ERROR;
        }
    }

    /**
     * A test.
     *
     * @param group written as its class
     * @param message the reason why it did not pass; empty for a test that passed
     */
    private record Test(String group, String name, Kind kind, String message) {}

    @Override
    public String render(Report report) {
        return xml(report.change().isPresent() ? "clnrm-bench compare" : "clnrm-bench run", tests(report));
    }

    private static List<Test> tests(Report report) {
        List<Test> tests = new ArrayList<>();
        report.change().flatMap(ChangeJudgement::outcome).map(JunitReport::goal).ifPresent(tests::add);
        Set<CaseName> several = report.inSeveralModes();
        for (ChangeVerdict verdict : report.verdicts()) {
            String mode =
                    several.contains(verdict.name()) ? " " + verdict.mode().jmhName() : "";
            tests.add(new Test(
                    verdict.name().suite(),
                    name(verdict.name()) + mode + " " + Words.of(verdict.metric()) + " change",
                    kind(report, verdict),
                    message(report, verdict)));
        }
        promises(tests, report.promises(), strict(report));
        if (report.exit() != 0 && tests.stream().noneMatch(test -> test.kind.fails())) {
            tests.add(new Test("result", "whole", Kind.ERROR, Summary.sentence(report)));
        }
        return tests;
    }

    private static Test goal(GoalOutcome outcome) {
        Kind missed = outcome.goal().isClaim() ? Kind.FAILED : Kind.SKIPPED;
        return new Test(
                "goal",
                GoalText.word(outcome.goal()),
                outcome.reached() ? Kind.PASSED : missed,
                GoalText.sentence(outcome));
    }

    /** Whether an inconclusive result fails. */
    private static boolean strict(Report report) {
        return report.change()
                .map(ChangeJudgement::rules)
                .orElse(report.promises().rules())
                .strictness()
                .failOnInconclusive();
    }

    private static void promises(List<Test> tests, HeadJudgement judgement, boolean strict) {
        for (BudgetVerdict budget : judgement.budgets()) {
            tests.add(new Test(
                    budget.name().suite(),
                    name(budget.name()) + " " + BudgetText.limited(budget) + " budget",
                    kind(budget.status(), strict),
                    message(budget)));
        }
        for (LawVerdict law : judgement.laws()) {
            String message = "measured " + LawText.measured(law).value() + ", required " + LawText.requirement(law)
                    + law.reason().map(reason -> ": " + Inert.sentence(reason)).orElse("");
            tests.add(new Test("laws", law.law().name(), kind(law.status(), strict), message));
        }
        for (FailedCase failed : judgement.failed()) {
            tests.add(new Test(
                    failed.name().suite(),
                    name(failed.name()),
                    Kind.ERROR,
                    failed.how().map(Words::failure).orElse("it was not run")));
        }
    }

    private static String message(BudgetVerdict budget) {
        String measured = budget.measured().value().isPresent() ? BudgetText.current(budget) : "nothing";
        return "measured " + measured + ", at most " + Amounts.limit(budget.metric(), budget.limit())
                + budget.reason().map(reason -> ": " + Inert.sentence(reason)).orElse("");
    }

    private static String name(CaseName name) {
        return Inert.full(Words.inSuite(name));
    }

    private static Kind kind(Status status, boolean strict) {
        return switch (status) {
            case FAIL -> Kind.FAILED;
            case UNMEASURED -> Kind.ERROR;
            case INCONCLUSIVE -> strict ? Kind.FAILED : Kind.SKIPPED;
            case WARNING, PASS -> Kind.PASSED;
        };
    }

    private static Kind kind(Report report, ChangeVerdict verdict) {
        return switch (verdict.finding()) {
            case REGRESSED -> report.compared().fails(verdict) ? Kind.FAILED : Kind.SKIPPED;
            case FAILED -> Kind.FAILED;
            case INCOMPARABLE, INCONCLUSIVE, MISSING, REMOVED -> strict(report) ? Kind.FAILED : Kind.SKIPPED;
            case NEW -> Kind.SKIPPED;
            case IMPROVED, OK -> Kind.PASSED;
        };
    }

    private static String message(Report report, ChangeVerdict verdict) {
        StringBuilder out = new StringBuilder(report.sign(verdict).word());
        verdict.severity().ifPresent(s -> out.append(", ").append(Words.of(s)));
        ChangeText.whole(verdict).ifPresent(change -> out.append(": ").append(change));
        verdict.reasons().forEach(reason -> out.append("; ").append(Inert.sentence(reason)));
        verdict.waiver().ifPresent(w -> out.append("; waived until ")
                .append(w.until())
                .append(": ")
                .append(Inert.sentence(w.because())));
        return out.toString();
    }

    private static String xml(String name, List<Test> tests) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "\n", "testsuites");
            counts(xml, tests);
            start(xml, "\n  ", "testsuite", "name", name);
            counts(xml, tests);
            for (Test test : tests) {
                write(xml, test);
            }
            end(xml, "\n  ");
            end(xml, "\n");
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("results are not XML", e);
        }
        return out.toString();
    }

    private static void counts(XMLStreamWriter xml, List<Test> tests) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(tests.size()));
        xml.writeAttribute("failures", count(tests, Kind.FAILED));
        xml.writeAttribute("errors", count(tests, Kind.ERROR));
        xml.writeAttribute("skipped", count(tests, Kind.SKIPPED));
    }

    private static String count(List<Test> tests, Kind kind) {
        return String.valueOf(tests.stream().filter(test -> test.kind == kind).count());
    }

    private static void write(XMLStreamWriter xml, Test test) throws XMLStreamException {
        if (test.kind == Kind.PASSED) {
            empty(xml, "\n    ", "testcase", "classname", test.group, "name", test.name);
        } else {
            start(xml, "\n    ", "testcase", "classname", test.group, "name", test.name);
            empty(xml, "\n      ", test.kind.element, "message", test.message);
            end(xml, "\n    ");
        }
    }

    private static void start(XMLStreamWriter xml, String line, String element, String... attributes)
            throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeStartElement(element);
        attributes(xml, attributes);
    }

    private static void empty(XMLStreamWriter xml, String line, String element, String... attributes)
            throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeEmptyElement(element);
        attributes(xml, attributes);
    }

    private static void end(XMLStreamWriter xml, String line) throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeEndElement();
    }

    /** Writes attributes. Safe text contains only characters of XML 1.0, except the last two code points of the first plane. */
    private static void attributes(XMLStreamWriter xml, String... keysAndTexts) throws XMLStreamException {
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            String text = Inert.text(keysAndTexts[i + 1]);
            xml.writeAttribute(keysAndTexts[i], text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd'));
        }
    }
}
