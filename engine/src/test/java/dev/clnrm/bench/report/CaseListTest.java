package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.config.SuiteSource;
import dev.clnrm.bench.config.WrittenClassPath;
import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.report.json.CaseListJson;
import dev.clnrm.bench.report.table.CaseList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseListTest {
    private static DeclaredCase declared(CaseName name, Optional<Mode> mode, List<String> groups, Budget budget) {
        BenchmarkSpec spec = BenchmarkSpec.of(
                        name.benchmark(), new Source.Jmh("dev.clnrm.Some", "method"), Runs.line(2))
                .withGroups(groups);
        return new DeclaredCase(name, mode.map(spec::withMode).orElse(spec), Measure.OPEN, budget);
    }

    private static DeclaredSuite suite(String name, DeclaredCase... cases) {
        return new DeclaredSuite(
                new SuiteSource.Dsl(name, WrittenClassPath.of("x.jar"), Optional.empty(), Measure.OPEN, Runs.line(1)),
                new SuiteSpec(name, Measure.OPEN, List.of(), List.of(), List.of(), Runs.line(1)),
                List.of(cases));
    }

    private static List<DeclaredSuite> suites() {
        Budget both = Budget.NONE
                .withLabel("Container Reuse")
                .withCategory("Core")
                .withTime(Limit.atMost(new Time(5e-6), Runs.line(11))
                        .critical(new Time(20e-6))
                        .percentile(99))
                .withAllocation(Limit.atMost(new Bytes(512), Runs.line(12)));
        Budget time = Budget.NONE.withTime(Limit.atMost(new Time(3e-3), Runs.line(20)));
        return List.of(
                suite(
                        "cleanroom",
                        declared(
                                Runs.name("cleanroom", "container_reuse/reuse_existing"),
                                Optional.of(Mode.SAMPLE),
                                List.of("core"),
                                both),
                        declared(Runs.name("cleanroom", "execute_test"), Optional.empty(), List.of(), Budget.NONE)),
                suite(
                        "scenario",
                        declared(
                                Runs.name("scenario", "multi_step_scenario", "steps", "10"),
                                Optional.of(Mode.AVERAGE),
                                List.of("integration", "slow"),
                                time)));
    }

    @Test
    void a_list_for_people() {
        Golden.check("list.txt", CaseList.table(suites(), Style.PLAIN));
    }

    @Test
    void a_list_for_programs() {
        Golden.check("list.json", CaseListJson.render(suites()));
    }

    @Test
    void a_list_of_nothing() {
        assertThat(CaseList.table(List.of(), Style.PLAIN)).isEqualTo("0 cases in 0 suites\n");
    }

    @Test
    void a_hostile_name_stays_on_its_line() {
        String text = CaseList.table(
                List.of(suite(
                        "s\n",
                        declared(Runs.name("s", "a\u001b[2J\nb"), Optional.empty(), List.of("\n"), Budget.NONE))),
                Style.PLAIN);
        assertThat(text).isEqualTo("s␊         groups\n  a␛[2J␊b  ␊\n\n1 case in 1 suite\n");
    }
}
