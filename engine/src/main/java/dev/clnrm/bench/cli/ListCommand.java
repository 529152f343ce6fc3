package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.app.NoMatchingCase;
import dev.clnrm.bench.app.Project;
import dev.clnrm.bench.config.Declarations;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.json.CaseListJson;
import dev.clnrm.bench.report.table.CaseList;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what is declared. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists cases with their parameters and budgets; runs no benchmark.",
        footer = {"", "Examples:", "  clnrm-bench list", "  clnrm-bench list budgets.yaml metrics --json"})
final class ListCommand implements Callable<Integer> {
    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

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

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        List<String> words = file.among(filters);
        try (Project project = Project.open(file.file, context.environment())) {
            Declarations declared = project.declare();
            Request request = Request.listing(suites, words);
            List<DeclaredSuite> wanted = declared.suites().stream()
                    .map(suite -> new DeclaredSuite(
                            suite.source(),
                            suite.spec(),
                            suite.cases().stream().filter(request::wants).toList()))
                    .filter(suite -> !suite.cases().isEmpty())
                    .toList();
            if (wanted.isEmpty()) {
                throw NoMatchingCase.found(declared, request);
            }
            String text = json ? CaseListJson.render(wanted) : CaseList.table(wanted, Style.PLAIN.wide(wide.wide));
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return ExitStatus.WITHIN_BUDGET;
        }
    }
}
