package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.junit.JunitReport;
import dev.clnrm.bench.stats.Metric;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitReportTest {
    private static Element suite(Report report) throws Exception {
        return (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(new JunitReport().render(report))))
                .getElementsByTagName("testsuite")
                .item(0);
    }

    private static Comparisons budgeted(Status status) {
        Comparisons all = Comments.unchanged(2);
        all.head = run(status);
        return all;
    }

    private static Comparisons alone(Finding finding) {
        return new Comparisons().oneSided(Runs.name("s", "b"), finding, Runs.about(1e-6, 0.01));
    }

    private static Runs run(Status status) {
        return new Runs().limit(Runs.limit(Runs.name("s", "b"), Metric.TIME, status, 1e-6, Runs.about(1e-6, 0.01), 3));
    }

    private static List<Report> reports(boolean strict) {
        Strictness strictness = new Strictness(Optional.empty(), false, strict);
        List<Report> all = new ArrayList<>();
        Stream.<Supplier<Comparisons>>of(
                        Comparisons::new,
                        Comparisons::everything,
                        Comparisons::hostile,
                        Comparisons::unlike,
                        () -> Comparisons.beside(3),
                        Comments::inconclusive,
                        Comments::oneAlert,
                        Comments::waived,
                        () -> Comments.failed(3))
                .map(Supplier::get)
                .forEach(one -> all.add(with(one, strictness)));
        Stream.of(Finding.MISSING, Finding.REMOVED, Finding.NEW)
                .forEach(finding -> all.add(with(alone(finding), strictness)));
        for (Status status : Status.values()) {
            all.add(with(budgeted(status), strictness));
            all.add(with(run(status), strictness));
        }
        Stream.of(Runs.everything(), Runs.many(3), Runs.allFailed(2), new Runs())
                .forEach(one -> all.add(with(one, strictness)));
        return all;
    }

    private static Report with(Comparisons one, Strictness strictness) {
        one.strictness = strictness;
        one.head.strictness = strictness;
        return one.view();
    }

    private static Report with(Runs one, Strictness strictness) {
        one.strictness = strictness;
        return one.view();
    }

    @Test
    void each_test_has_a_name_of_its_own() throws Exception {
        Comparisons longNames = new Comparisons();
        for (int i = 0; i < 4; i++) {
            CaseName name = Runs.name("s", "b", "a", "v".repeat(80), "b", String.valueOf(i), "c", "v".repeat(80));
            longNames.oneSided(name, Finding.MISSING, Runs.about(1e-6, 0.01));
            longNames.head.limit(Runs.limit(name, Metric.TIME, Status.UNMEASURED, 1e-6, Runs.about(1e-6, 0.01), 3));
            longNames.head.fail(new FailedCase(name, Optional.empty(), 0, 0));
        }
        List<Report> all = reports(true);
        all.add(longNames.view());
        for (Report report : all) {
            NodeList tests = suite(report).getElementsByTagName("testcase");
            Set<String> names = new HashSet<>();
            for (int i = 0; i < tests.getLength(); i++) {
                Element test = (Element) tests.item(i);
                String name = test.getAttribute("classname") + " " + test.getAttribute("name");
                assertWithMessage(name).that(names.add(name)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_report_that_fails_the_command_has_a_failed_test(boolean strict) throws Exception {
        for (Report report : reports(strict)) {
            Element suite = suite(report);
            int failed =
                    Integer.parseInt(suite.getAttribute("failures")) + Integer.parseInt(suite.getAttribute("errors"));

            assertWithMessage(report.exit() + ": " + Summary.sentence(report))
                    .that(failed > 0)
                    .isEqualTo(report.exit() != 0);
        }
    }
}
