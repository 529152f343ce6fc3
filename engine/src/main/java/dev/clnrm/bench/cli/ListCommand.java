package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Affected;
import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.NoMatchingCase;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.git.CheckoutException;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.reach.CaseReach;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.json.CaseListJson;
import dev.clnrm.bench.report.table.CaseList;
import dev.clnrm.bench.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = "Lists cases with their parameters and budgets; runs no benchmark.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench list",
            "  clnrm-bench list budgets.yaml metrics --json",
            "  clnrm-bench list --affected"
        })
final class ListCommand extends Subcommand {
    @Parameters(
            paramLabel = "FILTER",
            arity = "0..*",
            description =
                    "List cases whose names contain one of these words; * stands for any characters. A word that ends in .yaml is the file.")
    private List<String> filters = new ArrayList<>();

    @Option(names = "--suite", paramLabel = "NAME", description = "List this suite only; may be given several times.")
    private List<String> suites = new ArrayList<>();

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private WideOption wide = new WideOption();

    @Option(
            names = "--affected",
            description = "List only the cases that the change can reach, and the filters that find them.")
    private boolean affected;

    @Mixin
    private RevisionOptions revisions = new RevisionOptions();

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<String> words = file.among(filters);
        Request request = Request.listing(suites, words);
        if (affected) {
            return affected(request);
        }
        revisions.refuse("--affected");
        try (Project project = Project.open(file.file, context.environment())) {
            Declarations declared = project.declare();
            NoMatchingCase.refuse(request, List.of(declared));
            List<DeclaredSuite> wanted = wanted(declared.suites(), request::wants);
            if (wanted.isEmpty()) {
                throw NoMatchingCase.found(declared, request);
            }
            return print(wanted, "");
        }
    }

    private int affected(Request request) throws DeclarationException, CheckoutException {
        Terminal terminal = terminal();
        Affected found = revisions.affected(
                request.suites(), request.filters(), file.file, context, terminal, json, Optional.empty());
        AffectedReport report = found.report();
        Set<CaseName> names =
                report.reach().affected().stream().map(CaseReach::name).collect(Collectors.toSet());
        return print(
                wanted(found.declared(), one -> names.contains(one.name())),
                names.isEmpty() ? report.sentence() + "\n" : String.join(" ", report.filterWords()) + "\n");
    }

    private static List<DeclaredSuite> wanted(List<DeclaredSuite> suites, Predicate<DeclaredCase> wants) {
        return suites.stream()
                .map(suite -> new DeclaredSuite(
                        suite.source(),
                        suite.spec(),
                        suite.cases().stream().filter(wants).toList()))
                .filter(suite -> !suite.cases().isEmpty())
                .toList();
    }

    private int print(List<DeclaredSuite> wanted, String last) {
        String text = json
                ? CaseListJson.render(wanted)
                : CaseList.table(wanted, terminal().style().wide(wide.wide)) + last;
        print(text);
        return ExitStatus.WITHIN_BUDGET;
    }
}
