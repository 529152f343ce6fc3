package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.ExitStatus;
import dev.clnrm.bench.config.Schema;
import picocli.CommandLine.Command;

@Command(
        name = "schema",
        description = "Prints the JSON Schema of budgets.yaml, by which editors complete and check it.",
        footer = {
            "",
            "Example:",
            "  clnrm-bench schema > budgets-1.schema.json",
            "  and as the first line of budgets.yaml:  # yaml-language-server: $schema=budgets-1.schema.json"
        })
final class SchemaCommand extends Subcommand {
    @Override
    public Integer call() {
        print(Schema.text());
        return ExitStatus.WITHIN_BUDGET;
    }
}
