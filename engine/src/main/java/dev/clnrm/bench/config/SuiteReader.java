package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads the sources of suites. */
final class SuiteReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]+");
    private static final Pattern JOINED = Pattern.compile("[^:;]{2,}[:;].*|.*;.*", Pattern.DOTALL);
    private static final List<String> CODE = List.of("classpath", "jar", "jmh");
    private static final Set<String> OF_JMH = Set.of("include", "exclude", "params");
    private static final String KINDS =
            "`classpath` is for suites written in the DSL, `jar` for JMH benchmarks in one jar,"
                    + " and `jmh` for JMH benchmarks on a class path";

    private SuiteReader() {}

    static List<SuiteSource> sources(Entry section) {
        return section.mapping().entries().stream()
                .flatMap(entry -> source(entry).stream())
                .toList();
    }

    /** Where a file names an entry of the class path of a suite; empty if it does not. */
    static Optional<Spot> spotOf(String written, SuiteSource suite, SourceText file) {
        return keysOf(suite, file).flatMap(keys -> Stream.of(
                        keys.get("jar"), keys.get("classpath"), keys.get("jmh").flatMap(jmh -> jmh.mapping()
                                .get("classpath")))
                .flatMap(Optional::stream)
                .flatMap(entry -> entry.texts("a jar or folder").stream())
                .filter(text -> text.value().equals(written))
                .map(Text::spot)
                .findFirst());
    }

    /** Where a file names a parameter of a suite; empty if it does not. */
    static Optional<Spot> spotOfParameter(String name, SuiteSource suite, SourceText file) {
        return keysOf(suite, file)
                .flatMap(keys -> keys.get("params"))
                .flatMap(params -> params.mapping().get(name))
                .map(param -> param.key().spot());
    }

    private static Optional<Mapping> keysOf(SuiteSource suite, SourceText file) {
        Reading reading = new Reading(file);
        return YamlTree.read(reading)
                .flatMap(root -> reading.mapping(root, "the file").get("suites"))
                .flatMap(suites -> suites.mapping().get(suite.name()))
                .map(Entry::mapping);
    }

    private static Optional<SuiteSource> source(Entry entry) {
        if (!NAME.matcher(entry.name()).matches()) {
            entry.fault(
                    entry.quoted() + " cannot name a suite",
                    "a suite's name has letters, digits, `_`, `-` and `.`, and no `/`");
        }
        Mapping keys = entry.mapping();
        List<Entry> code =
                keys.entries().stream().filter(e -> CODE.contains(e.name())).toList();
        if (code.size() > 1) {
            code.get(1).fault("a suite has one of `classpath`, `jar` and `jmh`", KINDS);
            return Optional.empty();
        }
        if (code.isEmpty()) {
            measure(keys);
            List<String> near = keys.entries().stream()
                    .flatMap(e -> Nearest.to(e.name(), CODE).stream())
                    .toList();
            entry.fault(
                    "the suite " + entry.quoted() + " has no `classpath`, `jar` or `jmh`",
                    near.isEmpty() ? KINDS : Nearest.didYouMean(near));
            return Optional.empty();
        }
        return source(entry, code.get(0), keys);
    }

    private static Optional<SuiteSource> source(Entry entry, Entry code, Mapping keys) {
        return switch (code.name()) {
            case "jar" -> {
                String jar = path(code.text("the path of a jar"));
                yield Optional.of(jmh(entry, WrittenClassPath.ofJar(jar), keys.only(Section.JAR_SUITE)));
            }
            case "jmh" -> {
                Mapping where = code.mapping(Section.JMH);
                WrittenClassPath classpath = classpath(where, "`jmh`");
                yield Optional.of(jmh(entry, classpath, keys.only(Section.JMH_SUITE)));
            }
            default -> dsl(entry, keys);
        };
    }

    private static Measure measure(Mapping keys) {
        keys.get("measure")
                .flatMap(measure -> measure.mapping().get("time-budget"))
                .ifPresent(budget -> budget.fault(
                        "`time-budget` limits the whole run, not one suite", "write it under `measure` of the file"));
        return keys.get("measure").map(MeasureReader::read).orElse(Measure.OPEN);
    }

    private static Optional<SuiteSource> dsl(Entry entry, Mapping keys) {
        Optional<Entry> ofJmh =
                keys.entries().stream().filter(e -> OF_JMH.contains(e.name())).findFirst();
        if (ofJmh.isPresent() && !keys.has("suite")) {
            ofJmh.get()
                    .fault(
                            ofJmh.get().quoted()
                                    + " is for JMH benchmarks, but `classpath` for suites written in the DSL",
                            "write `jmh: {classpath: …}` for JMH benchmarks on a class path");
            return Optional.empty();
        }
        keys.only(Section.DSL_SUITE);
        return Optional.of(new SuiteSource.Dsl(
                entry.name(),
                classpath(keys, "the suite"),
                keys.string("suite", "the name of a class"),
                measure(keys),
                entry.place()));
    }

    private static WrittenClassPath classpath(Mapping keys, String what) {
        Optional<String> command = keys.string("classpath-command", "a command");
        boolean all = command.isPresent() && !keys.has("classpath");
        return new WrittenClassPath(all ? List.of() : paths(keys.need("classpath", what)), command, false);
    }

    private static List<String> paths(Entry classpath) {
        List<Text> paths = classpath.texts("a jar or folder");
        for (Text path : paths) {
            if (JOINED.matcher(path.value()).matches()) {
                path.fault("a class path is a list", "write it like `[a.jar, b.jar]`");
            }
        }
        if (paths.isEmpty()) {
            classpath.fault("`classpath` is empty", "name a jar or folder");
        }
        return paths.stream().map(SuiteReader::path).toList();
    }

    private static String path(Text text) {
        if (text.value().contains("**")) {
            text.fault(
                    "unknown pattern " + text.quoted(),
                    "`*` stands for any characters of one name; write one for each folder");
        }
        return text.value();
    }

    private static SuiteSource jmh(Entry entry, WrittenClassPath classpath, Mapping keys) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        for (Entry param : keys.get("params").map(e -> e.mapping().entries()).orElse(List.of())) {
            params.put(param.name(), values(param));
        }
        return new SuiteSource.Jmh(
                entry.name(),
                classpath,
                expressions(keys, "include"),
                expressions(keys, "exclude"),
                params,
                measure(keys),
                entry.place());
    }

    /** The values of a parameter, each once; a value may be an empty text, as in JMH. */
    private static List<String> values(Entry param) {
        List<Node> nodes = param.value() instanceof Node.Items list
                ? list.nodes()
                : param.value() instanceof Node.Nothing ? List.of() : List.of(param.value());
        if (nodes.isEmpty()) {
            param.fault("the parameter " + param.quoted() + " has no values", "");
        }
        Set<String> values = new LinkedHashSet<>();
        for (Node node : nodes) {
            Text text = node instanceof Text empty && empty.value().isEmpty()
                    ? empty
                    : param.reading().text(node, param.quoted(), "a value or a list");
            if (!values.add(text.value())) {
                text.fault("the parameter " + param.quoted() + " has " + text.shown() + " twice", "delete one of them");
            }
        }
        return List.copyOf(values);
    }

    private static List<String> expressions(Mapping keys, String key) {
        List<Text> texts =
                keys.get(key).map(e -> e.texts("a regular expression")).orElse(List.of());
        for (Text text : texts) {
            if (text.value().length() > FileLimits.EXPRESSION) {
                text.fault("a regular expression of more than " + FileLimits.EXPRESSION + " characters", "use several");
                continue;
            }
            try {
                Pattern.compile(text.value());
            } catch (PatternSyntaxException e) {
                int at = Math.max(0, Math.min(e.getIndex(), text.value().length()));
                Spot spot = text.part(at, Math.min(at + 1, text.value().length()));
                text.reading().fault(spot, "not a regular expression: " + e.getDescription(), "");
            }
        }
        return texts.stream().map(Text::value).toList();
    }
}
