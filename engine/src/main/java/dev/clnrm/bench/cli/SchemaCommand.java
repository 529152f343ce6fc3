package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.config.Schema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints the JSON Schema of budgets.yaml, by which editors complete and check it.",
        footer = {
            "",
            "Example:",
            "  clnrm-bench schema > budgets-1.schema.json",
            "  and as the first line of budgets.yaml:  # yaml-language-server: $schema=budgets-1.schema.json"
        })
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(Schema.text());
        spec.commandLine().getOut().flush();
        return ExitStatus.WITHIN_BUDGET;
    }
}
