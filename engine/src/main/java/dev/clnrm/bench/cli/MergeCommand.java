package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.BadFile;
import dev.clnrm.bench.app.Judged;
import dev.clnrm.bench.app.MergedRun;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.markdown.Links;
import dev.clnrm.bench.report.markdown.Occasion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = "Merges the parts of a run that --shard measured separately, judges the whole and prints it.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench merge shard-1 shard-2 shard-3 shard-4 --out merged",
            "  clnrm-bench merge .clnrm-bench/runs/20260131-120000-3f2c1a --out judged --format json"
        })
final class MergeCommand extends Subcommand {
    @Parameters(paramLabel = "RUN", arity = "1..*", description = "The folders of the parts.")
    private List<Path> parts = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Store the merged run in this folder.")
    private Path out = Path.of("");

    @Mixin
    private FileOption file = new FileOption();

    @Mixin
    private ChangeOptions change = new ChangeOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "The form of the output: table, json, csv, markdown or junit (default: the summary of a job).")
    private @Nullable Format format;

    @Override
    public Integer call() throws DeclarationException {
        BadFile.unless(() -> {
            MergedRun.write(parts, out);
            return out;
        });
        BudgetsFile budgets =
                Files.exists(file.file) ? BudgetsReader.read(file.file) : BudgetsFile.empty(Defaults.FILE);
        Judged judged = Judged.of(out, Judged.Terms.of(budgets, change.strictness()), LocalDate.now(ZoneOffset.UTC));
        print(format == null ? judged.summary(Occasion.of(Links.NONE)) : judged.in(format));
        return judged.report().exit();
    }
}
