package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.util.ArrayList;
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

    private final Reading reading;
    private final MeasureReader measures;

    SuiteReader(Reading reading) {
        this.reading = reading;
        this.measures = new MeasureReader(reading);
    }

    List<SuiteSource> sources(Entry section) {
        List<SuiteSource> sources = new ArrayList<>();
        Mapping.of(section, reading)
                .ifPresent(mapping -> mapping.entries().forEach(e -> source(e).ifPresent(sources::add)));
        return sources;
    }

    private Optional<SuiteSource> source(Entry entry) {
        if (!NAME.matcher(entry.name()).matches()) {
            entry.key()
                    .fault(
                            entry.key().quoted() + " cannot name a suite",
                            "a suite's name has letters, digits, `_`, `-` and `.`, and no `/`");
        }
        Optional<Mapping> mapping = Mapping.of(entry, reading);
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        Mapping keys = mapping.get();
        boolean jar = keys.has("jar");
        boolean classpath = keys.has("classpath");
        if (jar && classpath) {
            keys.get("jar").ifPresent(e -> e.key()
                    .fault(
                            "a suite has a `jar` or a `classpath`, not both",
                            "`classpath` is for suites written in the DSL, `jar` for JMH benchmarks as they are"));
            return Optional.empty();
        }
        if (!jar && !classpath) {
            List<String> near = keys.entries().stream()
                    .flatMap(e -> Nearest.to(e.name(), List.of("jar", "classpath")).stream())
                    .toList();
            entry.key()
                    .fault(
                            "the suite " + entry.key().quoted() + " has neither `classpath` nor `jar`",
                            near.isEmpty()
                                    ? "`classpath` is for suites written in the DSL, `jar` for JMH benchmarks as they are"
                                    : Nearest.didYouMean(near));
            keys.get("measure").ifPresent(measures::read);
            return Optional.empty();
        }
        return jar ? jar(entry, keys.only(Section.JAR_SUITE)) : dsl(entry, keys.only(Section.DSL_SUITE));
    }

    private Optional<SuiteSource> dsl(Entry entry, Mapping keys) {
        Measure measure = keys.get("measure").map(measures::read).orElse(Measure.OPEN);
        Optional<String> suiteClass = keys.get("suite")
                .flatMap(e -> reading.scalar(e, "the name of a class"))
                .map(Text::value);
        List<Text> paths = keys.get("classpath")
                .map(e -> reading.texts(e, "a jar or folder"))
                .orElse(List.of());
        for (Text path : paths) {
            if (JOINED.matcher(path.value()).matches()) {
                path.fault("a class path is a list here", "write it like `[a.jar, b.jar]`");
            }
        }
        if (paths.isEmpty()) {
            keys.get("classpath").filter(e -> !isFaulty(e)).ifPresent(e -> e.key()
                    .fault("`classpath` is empty", "name a jar or folder"));
            return Optional.empty();
        }
        return Optional.of(new SuiteSource.Dsl(
                entry.name(),
                paths.stream().map(Text::value).toList(),
                suiteClass,
                measure,
                entry.key().place()));
    }

    /** Whether the value is of a kind that has been a fault already. */
    private static boolean isFaulty(Entry entry) {
        return Reading.kind(entry.value()).equals("a mapping");
    }

    private Optional<SuiteSource> jar(Entry entry, Mapping keys) {
        Measure measure = keys.get("measure").map(measures::read).orElse(Measure.OPEN);
        Optional<Text> jar = keys.get("jar").flatMap(e -> reading.scalar(e, "the path of a jar"));
        List<String> include = keys.get("include").map(this::expressions).orElse(List.of());
        List<String> exclude = keys.get("exclude").map(this::expressions).orElse(List.of());
        Map<String, List<String>> params = new LinkedHashMap<>();
        keys.get("params").flatMap(e -> Mapping.of(e, reading)).ifPresent(mapping -> {
            for (Entry param : mapping.entries()) {
                List<String> values = reading.strings(param, "a value");
                if (values.isEmpty() && !isFaulty(param)) {
                    param.key().fault("the parameter " + param.key().quoted() + " has no values", "");
                }
                params.put(param.name(), values);
            }
        });
        return jar.map(text -> new SuiteSource.Jar(
                entry.name(),
                text.value(),
                include,
                exclude,
                params,
                measure,
                entry.key().place()));
    }

    private List<String> expressions(Entry entry) {
        List<Text> texts = reading.texts(entry, "a regular expression");
        for (Text text : texts) {
            if (text.value().length() > Limits.EXPRESSION) {
                text.fault("a regular expression of more than " + Limits.EXPRESSION + " characters", "use several");
                continue;
            }
            try {
                Pattern.compile(text.value());
            } catch (PatternSyntaxException e) {
                int at = Math.max(0, Math.min(e.getIndex(), text.value().length()));
                reading.fault(
                        text.part(at, Math.min(at + 1, text.value().length())),
                        "not a regular expression: " + e.getDescription(),
                        "");
            }
        }
        return texts.stream().map(Text::value).toList();
    }
}
