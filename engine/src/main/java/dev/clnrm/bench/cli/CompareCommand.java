package dev.clnrm.bench.cli;

import dev.clnrm.bench.app.Asked;
import dev.clnrm.bench.app.Sides;
import dev.clnrm.bench.app.Sources;
import dev.clnrm.bench.app.StoredResults;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.Nearest;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Unmatched;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Report;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Compares two measurements case by case: regressed, improved, ok or inconclusive, with"
                + " confidence intervals. Two revisions, or two jars of JMH benchmarks, are measured now, in turns. Stored"
                + " results are judged as they are: a JMH result file (also .gz), a run folder, or a baseline.",
        footer = {
            "",
            "Examples:",
            "  clnrm-bench compare HEAD~1 HEAD                     two revisions, measured in turns",
            "  clnrm-bench compare old.jar new.jar                 two jars of JMH benchmarks",
            "  clnrm-bench compare v1.4 HEAD --prove not-slower    status 1 unless every case is ok or improved",
            "  clnrm-bench compare old.json new.json               two result files of JMH",
            "  clnrm-bench compare main .clnrm-bench/runs/20260727-135419-3fa2c1",
            "                                                      a baseline and a run",
            "  clnrm-bench compare old.json new.json.gz --only Parsing --format markdown",
            "  clnrm-bench compare main nightly --fail-on critical",
            "",
            "Exit status: 0 nothing fails, 1 regressed, over budget or not proven, 2 wrong use or bad file,",
            "3 nothing could be compared, 4 inconclusive and --fail-on-inconclusive is given."
        })
final class CompareCommand extends Subcommand {
    /** The characters of git's revision expressions that names do not have. */
    private static final Pattern REVISION = Pattern.compile("[~^]|@\\{");

    @Parameters(index = "0", paramLabel = "BASE", description = "What is compared against.")
    private String base = "";

    @Parameters(index = "1", paramLabel = "HEAD", description = "What is compared.")
    private String head = "";

    @Option(
            names = "--only",
            paramLabel = "FILTER",
            description =
                    "Compare cases whose names contain this word; * matches anything. May be given several times.")
    private List<String> only = new ArrayList<>();

    @Mixin
    private BudgetsOption file = new BudgetsOption();

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(
            names = "--base-host",
            paramLabel = "TEXT",
            description = "The machine of the base, if its file does not name one (JMH files never do).")
    private @Nullable String baseHost;

    @Option(names = "--head-host", paramLabel = "TEXT", description = "The machine of the head.")
    private @Nullable String headHost;

    @Override
    public Integer call() throws DeclarationException {
        if (measures()) {
            return measure();
        }
        mustBeThere();
        if (!options.measuresNothing()) {
            throw new UserException(
                    "`" + base + "` and `" + head + "` are stored results: measuring options do not apply to them",
                    "leave the options out, or compare two revisions or two jars");
        }
        BudgetsFile declared = file.read();
        StoredResults all = StoredResults.read(sources().printing(options.output.format), List.of(base, head))
                .on(Optional.ofNullable(baseHost), Optional.ofNullable(headHost));
        StoredResults some = all.only(only);
        if (some.samples().known().isEmpty() && !only.isEmpty()) {
            throw nothing(all.samples().known());
        }
        Rules rules = Rules.of(declared, some.samples(), LocalDate.now(ZoneOffset.UTC))
                .with(options.change.strictness());
        Report report = some.judged(rules, Unmatched.of(declared, some.known()), command(), only);
        return options.show(report, options.output.terminal(context));
    }

    private Sources sources() {
        return options.measure.keeping.store.sources(file.path(), context);
    }

    /** Reports words that can only mean a revision but name none, with the reason. Beside a revision, both words are meant as one. */
    private void mustBeThere() {
        Sources sources = sources();
        boolean beside = Stream.of(base, head).anyMatch(word -> !Sources.isJar(word) && sources.isMeasuredNow(word));
        for (String word : List.of(base, head)) {
            boolean meant = beside
                    || !options.measuresNothing()
                    || REVISION.matcher(word).find();
            if (meant && !Sources.isJar(word) && !sources.isThere(word)) {
                sources.whyNoRevision(word).ifPresent(why -> {
                    throw new UserException(String.valueOf(why.getMessage()), why.help());
                });
            }
        }
    }

    /** Whether the sides are measured now, because they are two revisions or two jars. */
    private boolean measures() {
        Sources sources = sources();
        boolean ofBase = sources.isMeasuredNow(base);
        boolean ofHead = sources.isMeasuredNow(head);
        if (ofBase != ofHead && sources.isThere(ofBase ? head : base)) {
            throw new UserException(
                    "one side is measured now and the other is a stored result, so they cannot take turns",
                    "keep a run of each and compare them: `clnrm-bench run --save-baseline NAME`");
        }
        return ofBase && ofHead;
    }

    private int measure() throws DeclarationException {
        if (options.measure.keeping.resume == null) {
            return measure(Optional.empty());
        }
        Resumed.refuse(!only.isEmpty() || !options.isUsual());
        Resumed resumed = Resumed.of(options.measure.keeping, file.path(), "compare");
        CompareCommand before = resumed.into(new CompareCommand(), context);
        if (!before.base.equals(base) || !before.head.equals(head)) {
            throw new UserException(
                    resumed.folder() + " compares `" + before.base + "` and `" + before.head + "`",
                    "resume it with these two, or name another run: --resume DIR");
        }
        before.options.resumedAs(options);
        return before.measure(Optional.of(resumed.folder()));
    }

    private int measure(Optional<Path> resumed) throws DeclarationException {
        boolean jars = Sources.isJar(base) && Sources.isJar(head);
        Asked asked = options.asked(context, file.path(), only, "compare " + base + " " + head, List.of(), resumed);
        return options.check(
                asked,
                () -> jars
                        ? Sides.ofJars(asked, Path.of(base), Path.of(head))
                        : Sides.ofRevisions(asked, base, Optional.of(head), false, options.measure.unchanged()),
                sides -> command());
    }

    private UserException nothing(Set<CaseName> known) {
        Set<String> words = new LinkedHashSet<>();
        known.forEach(name -> words.addAll(List.of(name.qualified(), name.benchmark())));
        List<String> near = only.stream()
                .flatMap(filter -> Nearest.to(filter, words).stream())
                .distinct()
                .toList();
        return new UserException(
                "no case of either side matches `" + String.join("` or `", only) + "`",
                near.isEmpty() ? "leave out --only to compare all cases" : Nearest.didYouMean(near));
    }

    /** The command line that repeats this comparison with all cases. */
    private List<String> command() {
        List<String> words = new ArrayList<>(List.of("clnrm-bench", "compare", base, head));
        words.addAll(file.words());
        words.addAll(options.measure.shared.words());
        if (baseHost != null) {
            words.addAll(List.of("--base-host", baseHost));
        }
        if (headHost != null) {
            words.addAll(List.of("--head-host", headHost));
        }
        if (options.change.allowDifferentHosts) {
            words.add("--allow-different-hosts");
        }
        return words;
    }
}
