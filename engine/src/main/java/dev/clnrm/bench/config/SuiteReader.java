package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads where suites come from. */
final class SuiteReader {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.-]+");
    private static final Pattern JOINED = Pattern.compile("[^:;]{2,}[:;].*|.*;.*", Pattern.DOTALL);
    private static final String KINDS =
            "`classpath` is for suites written in the DSL, `jar` for JMH benchmarks as they are";

    private SuiteReader() {}

    static List<SuiteSource> sources(Entry section) {
        return section.mapping().entries().stream()
                .flatMap(entry -> source(entry).stream())
                .toList();
    }

    private static Optional<SuiteSource> source(Entry entry) {
        if (!NAME.matcher(entry.name()).matches()) {
            entry.fault(
                    entry.quoted() + " cannot name a suite",
                    "a suite's name has letters, digits, `_`, `-` and `.`, and no `/`");
        }
        Mapping keys = entry.mapping();
        Optional<Entry> jar = keys.get("jar");
        Optional<Entry> classpath = keys.get("classpath");
        if (jar.isPresent() && classpath.isPresent()) {
            jar.get().fault("a suite has a `jar` or a `classpath`, not both", KINDS);
            return Optional.empty();
        }
        if (jar.isPresent()) {
            return Optional.of(jar(entry, jar.get(), keys.only(Section.JAR_SUITE)));
        }
        if (classpath.isPresent()) {
            return Optional.of(dsl(entry, classpath.get(), keys.only(Section.DSL_SUITE)));
        }
        measure(keys);
        List<String> near = keys.entries().stream()
                .flatMap(e -> Nearest.to(e.name(), List.of("jar", "classpath")).stream())
                .toList();
        entry.fault(
                "the suite " + entry.quoted() + " has neither `classpath` nor `jar`",
                near.isEmpty() ? KINDS : Nearest.didYouMean(near));
        return Optional.empty();
    }

    private static Measure measure(Mapping keys) {
        return keys.get("measure").map(MeasureReader::read).orElse(Measure.OPEN);
    }

    private static SuiteSource dsl(Entry entry, Entry classpath, Mapping keys) {
        List<Text> paths = classpath.texts("a jar or folder");
        for (Text path : paths) {
            if (JOINED.matcher(path.value()).matches()) {
                path.fault("a class path is a list", "write it like `[a.jar, b.jar]`");
            }
        }
        if (paths.isEmpty()) {
            classpath.fault("`classpath` is empty", "name a jar or folder");
        }
        return new SuiteSource.Dsl(
                entry.name(),
                paths.stream().map(Text::value).toList(),
                keys.string("suite", "the name of a class"),
                measure(keys),
                entry.place());
    }

    private static SuiteSource jar(Entry entry, Entry jar, Mapping keys) {
        Map<String, List<String>> params = new LinkedHashMap<>();
        for (Entry param : keys.get("params").map(e -> e.mapping().entries()).orElse(List.of())) {
            List<String> values = param.strings("a value");
            if (values.isEmpty()) {
                param.fault("the parameter " + param.quoted() + " has no values", "");
            }
            params.put(param.name(), values);
        }
        return new SuiteSource.Jar(
                entry.name(),
                jar.text("the path of a jar").value(),
                expressions(keys, "include"),
                expressions(keys, "exclude"),
                params,
                measure(keys),
                entry.place());
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
