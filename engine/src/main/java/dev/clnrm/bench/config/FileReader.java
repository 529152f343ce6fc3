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
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the top of the file and its small sections. */
final class FileReader {
    private final Reading reading;

    private FileReader(Reading reading) {
        this.reading = reading;
    }

    static BudgetsFile read(String name, String text, Findings findings) throws DeclarationException {
        Reading reading = new Reading(SourceText.of(name, text), findings);
        Optional<Node> root = YamlTree.compose(text, reading);
        Optional<Mapping> mapping = root.flatMap(node -> Mapping.of(node, "the file", "a mapping", reading));
        if (findings.isEmpty() && (root.isEmpty() || Reading.isAbsent(root.get()))) {
            findings.add(Diagnostic.error(new Place(name, 0, 0), "the file is empty")
                    .help("say at least which `suites` there are"));
        }
        BudgetsFile file = new FileReader(reading).file(mapping.map(m -> m.only(Section.FILE)));
        findings.throwErrors();
        return file;
    }

    private BudgetsFile file(Optional<Mapping> root) {
        Function<String, Optional<Entry>> keys = key -> root.flatMap(m -> m.get(key));
        BudgetReader budgets = new BudgetReader(reading);
        keys.apply("version").ifPresent(this::version);
        return new BudgetsFile(
                reading.source().name(),
                keys.apply("suites").map(new SuiteReader(reading)::sources).orElse(List.of()),
                keys.apply("build").flatMap(e -> reading.scalar(e, "a command")).map(Text::value),
                keys.apply("measure").map(new MeasureReader(reading)::read).orElse(Measure.OPEN),
                keys.apply("thresholds").flatMap(this::thresholds).orElse(Defaults.THRESHOLDS),
                keys.apply("fail-on")
                        .flatMap(e -> word(e, FailOn.values(), FailOn::word))
                        .orElse(Defaults.FAIL_ON),
                keys.apply("tolerance").flatMap(this::tolerance).orElse(Defaults.TOLERANCE),
                keys.apply("margin")
                        .flatMap(e -> Shares.read(e, reading))
                        .map(Cursor.Amount::value)
                        .orElse(Defaults.MARGIN),
                Stream.of("budgets", "performance_budgets")
                        .flatMap(key -> keys.apply(key).stream())
                        .flatMap(e -> budgets.rules(e).stream())
                        .toList(),
                keys.apply("laws").map(new LawReader(reading)::rules).orElse(List.of()),
                keys.apply("waivers").map(this::waivers).orElse(List.of()),
                keys.apply("hooks").flatMap(this::hooks).orElse(Hooks.NONE),
                keys.apply("notify").flatMap(this::notifications).orElse(Notifications.NOBODY),
                reading.findings().ofSeverity(Severity.WARNING),
                reading.source());
    }

    private void version(Entry entry) {
        reading.scalar(entry, "a number").ifPresent(text -> {
            if (!text.value().equals(String.valueOf(Defaults.VERSION))) {
                text.fault(
                        "the version " + text.quoted() + " of the format is not known",
                        "this program reads version " + Defaults.VERSION);
            }
        });
    }

    private <E> Optional<E> word(Entry entry, E[] values, Function<E, String> word) {
        List<String> words = Stream.of(values).map(word).toList();
        Optional<Text> text = reading.scalar(entry, "one of " + String.join(", ", words));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String value = text.get().value();
        if (!words.contains(value)) {
            text.get()
                    .fault(
                            "unknown word " + text.get().quoted() + " for " + Inert.quote(entry.name()),
                            Nearest.help(value, words, "the words are"));
            return Optional.empty();
        }
        return Optional.of(values[words.indexOf(value)]);
    }

    private Optional<Thresholds> thresholds(Entry entry) {
        Optional<Mapping> mapping = Mapping.of(entry, Section.THRESHOLDS, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Cursor.Amount> read = new HashMap<>();
        for (String key : Section.THRESHOLDS.keys()) {
            mapping.get().get(key).flatMap(e -> Shares.read(e, reading)).ifPresent(share -> read.put(key, share));
        }
        double warning = value(read, "warning", Defaults.THRESHOLDS.warning());
        double critical = value(read, "critical", Defaults.THRESHOLDS.critical());
        double alert = value(read, "alert", Defaults.THRESHOLDS.alert());
        if (warning <= critical && critical <= alert) {
            return Optional.of(new Thresholds(warning, critical, alert));
        }
        reading.fault(
                entry.key().spot(),
                "thresholds do not rise from warning to critical to alert",
                "they are " + Exact.share(warning) + ", " + Exact.share(critical) + " and " + Exact.share(alert)
                        + ", defaults among them",
                "");
        return Optional.empty();
    }

    private static double value(Map<String, Cursor.Amount> read, String key, double otherwise) {
        Cursor.Amount amount = read.get(key);
        return amount == null ? otherwise : amount.value();
    }

    private Optional<Tolerance> tolerance(Entry entry) {
        if (!(entry.value() instanceof MappingNode)) {
            return Shares.read(entry, reading).map(share -> Tolerance.of(share.value()));
        }
        Optional<Mapping> mapping = Mapping.of(entry, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        double otherwise = Defaults.TOLERANCE.otherwise();
        Map<Double, Text> seen = new HashMap<>();
        List<Tolerance.Step> steps = new ArrayList<>();
        for (Entry step : mapping.get().entries()) {
            Optional<Cursor.Amount> share = Shares.read(step, reading);
            if (step.name().equals("else")) {
                otherwise = share.map(Cursor.Amount::value).orElse(otherwise);
                continue;
            }
            Optional<Double> below = below(step.key());
            if (below.isEmpty()) {
                continue;
            }
            Text first = seen.putIfAbsent(below.get(), step.key());
            if (first != null) {
                reading.fault(
                        step.key().spot(),
                        "there is a tolerance below this time already",
                        "the first is at " + first.place(),
                        "delete one of them");
            } else if (share.isPresent()) {
                steps.add(new Tolerance.Step(below.get(), share.get().value()));
            }
        }
        return Optional.of(new Tolerance(steps, otherwise));
    }

    private Optional<Double> below(Text key) {
        Cursor cursor = new Cursor(key);
        if (!cursor.eat("below")) {
            key.fault("unknown key " + key.quoted(), "keys of `tolerance` are like `below 10 us`, and `else`");
            return Optional.empty();
        }
        Optional<Cursor.Amount> time = cursor.amount(Unit.TIME).filter(t -> cursor.end(""));
        if (time.isPresent() && time.get().value() == 0) {
            reading.fault(time.get().spot(), "nothing takes less than no time", "");
            return Optional.empty();
        }
        return time.map(Cursor.Amount::value);
    }

    private List<Waiver> waivers(Entry entry) {
        List<Waiver> waivers = new ArrayList<>();
        if (entry.value() instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                Mapping.of(node, "a waiver", "a mapping", reading)
                        .map(m -> m.only(Section.WAIVER))
                        .flatMap(this::waiver)
                        .ifPresent(waivers::add);
            }
        } else if (!Reading.isAbsent(entry.value())) {
            reading.wrongKind(entry.value(), "`waivers`", "a list");
        }
        return waivers;
    }

    private Optional<Waiver> waiver(Mapping keys) {
        Optional<Text> name = keys.need("case", "a waiver").flatMap(e -> reading.scalar(e, "the name of a case"));
        Optional<CasePattern> pattern = name.flatMap(BudgetReader::pattern);
        Optional<Text> day = keys.need("until", "a waiver").flatMap(e -> reading.scalar(e, "a day like `2027-03-01`"));
        Optional<LocalDate> until = day.flatMap(FileReader::day);
        Optional<Text> because = keys.need("because", "a waiver").flatMap(e -> reading.scalar(e, "a reason"));
        if (name.isEmpty() || pattern.isEmpty() || day.isEmpty() || until.isEmpty() || because.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Waiver(
                pattern.get(),
                until.get(),
                because.get().value(),
                name.get().place(),
                day.get().place()));
    }

    private static Optional<LocalDate> day(Text text) {
        try {
            return Optional.of(LocalDate.parse(text.value()));
        } catch (DateTimeException e) {
            text.fault(text.quoted() + " is not a day", "write it like `2027-03-01`");
            return Optional.empty();
        }
    }

    private Optional<Hooks> hooks(Entry entry) {
        return Mapping.of(entry, Section.HOOKS, reading).map(keys -> {
            Function<String, List<String>> commands = key ->
                    keys.get(key).map(e -> reading.strings(e, "a command")).orElse(List.of());
            return new Hooks(
                    commands.apply("before-run"),
                    commands.apply("after-suite"),
                    commands.apply("after-run"),
                    commands.apply("on-regression"));
        });
    }

    private Optional<Notifications> notifications(Entry entry) {
        return Mapping.of(entry, Section.NOTIFY, reading)
                .map(keys -> new Notifications(keys.get("webhook").flatMap(this::webhook)));
    }

    private Optional<Notifications.Webhook> webhook(Entry entry) {
        Optional<Mapping> mapping = Mapping.of(entry, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Mapping keys = mapping.get();
        Optional<Entry> url = keys.get("url");
        if (url.isPresent()) {
            url.get()
                    .key()
                    .fault(
                            "a webhook's address is a secret and has no place in a file",
                            "keep it in an environment variable and name that with `url-from`");
            return Optional.empty();
        }
        keys.only(Section.WEBHOOK);
        Optional<Text> from = keys.need("url-from", "`webhook`")
                .flatMap(e -> reading.scalar(e, "the name of an environment variable"));
        Optional<Notifications.When> when =
                keys.get("when").flatMap(e -> word(e, Notifications.When.values(), Notifications.When::word));
        if (from.isPresent()
                && !MeasureReader.VARIABLE.matcher(from.get().value()).matches()) {
            from.get()
                    .fault(
                            "this is not the name of an environment variable",
                            "keep the address in an environment variable and name that");
            return Optional.empty();
        }
        return from.map(text -> new Notifications.Webhook(text.value(), when.orElse(Notifications.When.REGRESSED)));
    }
}
