package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Place;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the top of the file and its small sections. */
final class FileReader {
    private static final List<String> WEBHOOK_WORDS = List.of("regressed", "changed", "always");

    private FileReader() {}

    static BudgetsFile read(String name, String text, Findings findings) throws DeclarationException {
        Reading reading = new Reading(SourceText.of(name, text), findings);
        Node root = YamlTree.read(reading, text).orElse(new Node.Nothing(new Spot(new Place(name, 0, 0), 0)));
        if (root instanceof Node.Nothing && findings.isEmpty()) {
            findings.add(Diagnostic.error(new Place(name, 0, 0), "the file is empty")
                    .help("list your suites under `suites`"));
        }
        BudgetsFile file =
                file(reading, reading.mapping(root, "the file", "a mapping").only(Section.FILE));
        findings.throwErrors();
        return file;
    }

    private static BudgetsFile file(Reading reading, Mapping keys) {
        keys.get("version").ifPresent(FileReader::version);
        keys.get("notify").ifPresent(FileReader::notify);
        return new BudgetsFile(
                reading.source(),
                keys.get("suites").map(SuiteReader::sources).orElse(List.of()),
                keys.string("build", "a command"),
                keys.get("measure").map(MeasureReader::read).orElse(Measure.OPEN),
                changes(keys),
                Stream.of("budgets", "performance_budgets")
                        .flatMap(key -> keys.get(key).stream())
                        .flatMap(entry -> BudgetReader.rules(entry).stream())
                        .toList(),
                keys.get("laws").map(LawReader::rules).orElse(List.of()),
                keys.get("waivers").map(FileReader::waivers).orElse(List.of()),
                keys.get("hooks").map(FileReader::hooks).orElse(Hooks.NONE),
                reading.findings().of(Diagnostic.Level.WARNING));
    }

    private static void version(Entry entry) {
        Text text = entry.text("a number");
        if (!text.value().equals(String.valueOf(Defaults.VERSION))) {
            text.fault("unknown format version " + text.quoted(), "this program reads version " + Defaults.VERSION);
        }
    }

    private static ChangeLimits changes(Mapping keys) {
        ChangeLimits usual = Defaults.CHANGES;
        return new ChangeLimits(
                keys.get("thresholds").map(FileReader::thresholds).orElse(usual.thresholds()),
                keys.get("fail-on")
                        .map(entry -> entry.word(List.of(FailOn.values()), FailOn::word))
                        .orElse(usual.failOn()),
                keys.get("tolerance").map(FileReader::tolerance).orElse(usual.tolerance()),
                keys.get("margin").map(entry -> entry.share().value()).orElse(usual.margin()));
    }

    private static Thresholds thresholds(Entry entry) {
        Mapping keys = entry.mapping(Section.THRESHOLDS);
        Thresholds usual = Defaults.CHANGES.thresholds();
        Optional<Amount> warning = keys.get("warning").map(Entry::share);
        Optional<Amount> critical = keys.get("critical").map(Entry::share);
        Optional<Amount> alert = keys.get("alert").map(Entry::share);
        double w = warning.map(Amount::value).orElse(usual.warning());
        double c = critical.map(Amount::value).orElse(usual.critical());
        double a = alert.map(Amount::value).orElse(usual.alert());
        if (w <= c && c <= a) {
            return new Thresholds(w, c, a);
        }
        if (Stream.of(warning, critical, alert).flatMap(Optional::stream).allMatch(Amount::sound)) {
            entry.reading()
                    .fault(
                            entry.key().spot(),
                            "thresholds do not rise from warning to critical to alert",
                            "they are " + Amount.share(w) + ", " + Amount.share(c) + " and " + Amount.share(a)
                                    + ", defaults among them",
                            "");
        }
        return usual;
    }

    private static Tolerance tolerance(Entry entry) {
        if (!entry.isMapping()) {
            return Tolerance.of(entry.share().value());
        }
        double otherwise = Defaults.CHANGES.tolerance().otherwise();
        Map<Double, Text> seen = new HashMap<>();
        List<Tolerance.Step> steps = new ArrayList<>();
        for (Entry step : entry.mapping().entries()) {
            double share = step.share().value();
            if (step.name().equals("else")) {
                otherwise = share;
                continue;
            }
            Amount below = below(step.key());
            if (!below.sound() || below.value() == 0) {
                continue;
            }
            Text first = seen.putIfAbsent(below.value(), step.key());
            if (first == null) {
                steps.add(new Tolerance.Step(below.value(), share));
            } else {
                entry.reading()
                        .fault(
                                step.key().spot(),
                                "two tolerances for the same time",
                                "the first is at " + first.place(),
                                "delete one of them");
            }
        }
        return new Tolerance(steps, otherwise);
    }

    private static Amount below(Text key) {
        Cursor cursor = new Cursor(key);
        if (!cursor.eat("below")) {
            cursor.refuse("unknown key " + key.quoted(), "`tolerance` takes keys like `below 10 us`, and `else`");
        }
        Amount time = cursor.onlyAmount(AmountKind.TIME);
        if (time.value() == 0) {
            time.fault("the time must be above 0");
        }
        return time;
    }

    private static List<Waiver> waivers(Entry entry) {
        if (entry.value() instanceof Node.Items list) {
            return list.nodes().stream()
                    .map(node -> waiver(entry.reading()
                            .mapping(node, "a waiver", "a mapping")
                            .only(Section.WAIVER)))
                    .toList();
        }
        if (!(entry.value() instanceof Node.Nothing)) {
            entry.reading().wrongKind(entry.value(), "`waivers`", "a list");
        }
        return List.of();
    }

    private static Waiver waiver(Mapping keys) {
        Text name = keys.need("case", "a waiver").text("the name of a case");
        Text until = keys.need("until", "a waiver").text("a day like `2027-03-01`");
        String because = keys.need("because", "a waiver").text("a reason").value();
        return new Waiver(BudgetReader.pattern(name), day(until), because, name.place(), until.place());
    }

    private static LocalDate day(Text text) {
        try {
            return LocalDate.parse(text.value());
        } catch (DateTimeException e) {
            text.fault(text.quoted() + " is not a day", "write it like `2027-03-01`");
            return LocalDate.EPOCH;
        }
    }

    private static Hooks hooks(Entry entry) {
        Mapping keys = entry.mapping(Section.HOOKS);
        Hooks hooks = new Hooks(
                commands(keys, "before-run"),
                commands(keys, "after-suite"),
                commands(keys, "after-run"),
                commands(keys, "on-regression"));
        if (!hooks.onRegression().isEmpty()) {
            keys.get("on-regression")
                    .ifPresent(unused -> withoutEffect(
                            unused, "this version does not run its commands", "run them if the exit status is 1"));
        }
        return hooks;
    }

    private static List<String> commands(Mapping keys, String key) {
        return keys.get(key).map(entry -> entry.strings("a command")).orElse(List.of());
    }

    /** Who is told of the outcome: checked, and without effect. */
    private static void notify(Entry entry) {
        Optional<Entry> webhook = entry.mapping(Section.NOTIFY).get("webhook");
        if (webhook.isEmpty()) {
            return;
        }
        Mapping keys = webhook.get().mapping();
        Optional<Entry> url = keys.get("url");
        if (url.isPresent()) {
            url.get()
                    .key()
                    .fault(
                            "a webhook's address is a secret and does not belong in a file",
                            "keep it in an environment variable and name that with `url-from`");
            return;
        }
        keys.only(Section.WEBHOOK).get("when").ifPresent(when -> when.word(WEBHOOK_WORDS, word -> word));
        Text from = keys.need("url-from", "`webhook`").text("the name of an environment variable");
        if (!MeasureReader.VARIABLE.matcher(from.value()).matches()) {
            from.fault(
                    "this is not the name of an environment variable",
                    "keep the address in an environment variable and name that");
        }
        withoutEffect(entry, "this version sends nothing to a webhook", "send it in a later step of your workflow");
    }

    private static void withoutEffect(Entry entry, String why, String instead) {
        entry.reading()
                .findings()
                .add(entry.reading()
                        .source()
                        .error(entry.key().spot(), entry.key().quoted() + " has no effect: " + why)
                        .asWarning()
                        .help("leave it out; " + instead));
    }
}
