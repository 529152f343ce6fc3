package dev.clnrm.bench.notation;

import static java.util.stream.Collectors.joining;

import dev.clnrm.bench.model.BenchmarkSpec;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Parameter;
import dev.clnrm.bench.model.Quantity;
import dev.clnrm.bench.model.Source;
import dev.clnrm.bench.model.SuiteSpec;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Suites as an author would write them in Java. */
final class JavaText {
    private JavaText() {}

    /** A class that declares the suite. */
    static String suiteClass(String name, SuiteSpec suite) {
        List<String> lines = new ArrayList<>();
        lines.add("suite(" + quote(suite.name()) + ")");
        if (!suite.measure().equals(Measure.OPEN)) {
            lines.add(".measuredBy(" + measure(suite.measure()) + ")");
        }
        lines.add(".benchmarks("
                + suite.benchmarks().stream().map(JavaText::benchmark).collect(joining(",\n")) + ")");
        if (!suite.laws().isEmpty()) {
            String prefix = suite.name() + "/";
            lines.add(".laws("
                    + suite.laws().stream().map(law -> law(law, prefix)).collect(joining(",\n")) + ")");
        }
        return "public static final class " + name + " implements BenchmarkSuite {\n"
                + "@Override public Suite declare() {\nreturn " + String.join("\n", lines) + ";\n}\n}\n";
    }

    private static String benchmark(BenchmarkSpec spec) {
        List<String> clauses = new ArrayList<>();
        clauses.add(source(spec));
        Budget budget = spec.budget();
        budget.time().ifPresent(limit -> clauses.add(".time(" + limit(limit) + ")"));
        budget.timeChange().ifPresent(change -> clauses.add(".time(" + change(change) + ")"));
        budget.allocation().ifPresent(limit -> clauses.add(".allocation(" + limit(limit) + ")"));
        budget.allocationChange().ifPresent(change -> clauses.add(".allocation(" + change(change) + ")"));
        text(clauses, "because", budget.because());
        text(clauses, "label", budget.label());
        text(clauses, "category", budget.category());
        text(clauses, "owner", budget.owner());
        spec.mode().ifPresent(mode -> clauses.add(".mode(Mode." + mode + ")"));
        spec.threads().ifPresent(count -> clauses.add(".threads(" + count + ")"));
        spec.operations().ifPresent(count -> clauses.add(".operationsPerInvocation(" + count + ")"));
        if (!spec.groups().isEmpty()) {
            clauses.add(".group(" + quoteAll(spec.groups()) + ")");
        }
        if (!spec.measure().equals(Measure.OPEN)) {
            clauses.add(".measuredBy(" + measure(spec.measure()) + ")");
        }
        return String.join("\n", clauses);
    }

    private static void text(List<String> clauses, String word, Optional<String> text) {
        text.ifPresent(t -> clauses.add("." + word + "(" + quote(t) + ")"));
    }

    private static String source(BenchmarkSpec spec) {
        if (spec.source() instanceof Source.Jmh jmh) {
            return "jmh(" + quote(spec.name()) + ", " + jmh.className() + ".class, " + quote(jmh.method()) + ")";
        }
        if (spec.source() instanceof Source.Command command) {
            return "command(" + quote(spec.name()) + ", " + quoteAll(command.line()) + ")";
        }
        Source.Body body = (Source.Body) spec.source();
        String over = spec.parameters().stream().map(JavaText::over).collect(joining());
        return "benchmark(" + quote(spec.name()) + ")" + over
                + body(body, spec.parameters().size());
    }

    private static String over(Parameter parameter) {
        boolean numbers = parameter.values().stream().allMatch(value -> value.matches("0|[1-9]\\d{0,8}"));
        return ".over(" + quote(parameter.name()) + ", "
                + (numbers ? String.join(", ", parameter.values()) : quoteAll(parameter.values())) + ")";
    }

    /** What is prepared and measured, as the name of the shape says it. */
    private static String body(Source.Body body, int parameters) {
        String[] words = body.shape()
                .substring("dev.clnrm.bench.fork.internal.".length())
                .split("\\.", -1);
        String kind = words[0].replaceAll("(Body|Batch)$", "");
        int arguments = List.of("none", "one", "two").indexOf(words[2]);
        int unprepared = parameters > 2 ? 1 : parameters;
        String given =
                switch (words[1]) {
                    case "PerThread" -> "givenPerThread";
                    case "Fresh" -> "givenEach";
                    default -> arguments == unprepared ? "" : "given";
                };
        String prepared = "";
        if (!given.isEmpty()) {
            prepared = "." + given + "(" + List.of("()", "p", "(p, q)", "p").get(Math.min(parameters, 3)) + " -> \"\")";
        }
        String batch = body.batch() > 0 ? ".batch(" + body.batch() + ")" : "";
        List<String> names = new ArrayList<>(List.of("a", "b").subList(0, arguments));
        if (kind.equals("Into")) {
            names.add("blackhole");
        }
        String result =
                switch (kind) {
                    case "Int" -> "1";
                    case "Long" -> "1L";
                    case "Double" -> "1.0";
                    case "Into" -> "{}";
                    case "Async" -> "CompletableFuture.completedFuture(1)";
                    default -> "new Object()";
                };
        String word = kind.equals("Object") ? "measure" : "measure" + kind;
        return prepared + batch + "." + word + "((" + String.join(", ", names) + ") -> " + result + ")";
    }

    private static <Q extends Quantity<Q>> String limit(Limit<Q> limit) {
        return "atMost(" + quantity(limit.atMost()) + ")"
                + limit.critical().map(q -> ".critical(" + quantity(q) + ")").orElse("")
                + limit.percentile().map(p -> ".percentile(" + p + ")").orElse("");
    }

    private static String quantity(Quantity<?> quantity) {
        return (quantity instanceof Time ? "seconds(" : "bytes(") + quantity.base() + ")";
    }

    private static String change(Change change) {
        return change.tolerance()
                        .map(share -> "within(" + percent(share) + ").ofBase()")
                        .orElse("change()")
                + change.warning().map(s -> ".warning(" + percent(s) + ")").orElse("")
                + change.critical().map(s -> ".critical(" + percent(s) + ")").orElse("")
                + change.alert().map(s -> ".alert(" + percent(s) + ")").orElse("");
    }

    private static String measure(Measure measure) {
        List<String> words = new ArrayList<>();
        measure.forks().ifPresent(f -> words.add("forks(" + f.min() + ", " + f.max() + ")"));
        if (words.isEmpty()) {
            words.add("measuring()");
        }
        measure.warmup()
                .ifPresent(warmup -> words.add(
                        warmup instanceof Warmup.Fixed fixed
                                ? "warmup(" + fixed.count() + ", seconds(" + fixed.seconds() + "))"
                                : "warmup(atMost(seconds(" + ((Warmup.Adaptive) warmup).capSeconds() + ")))"));
        measure.iterations().ifPresent(i -> words.add("iterations(" + i.count() + ", seconds(" + i.seconds() + "))"));
        measure.confidence().ifPresent(share -> words.add("confidence(" + percent(share) + ")"));
        if (!measure.jvmArgs().isEmpty()) {
            words.add("jvmArgs(" + quoteAll(measure.jvmArgs()) + ")");
        }
        measure.java().ifPresent(java -> words.add("java(" + quote(java) + ")"));
        if (!measure.env().isEmpty()) {
            words.add("env(" + quoteAll(measure.env()) + ")");
        }
        return String.join(".", words);
    }

    private static String law(Law law, String prefix) {
        String said;
        if (law instanceof Law.Ratio ratio) {
            said = "ratio(" + local(ratio.slower(), prefix) + ", " + local(ratio.faster(), prefix) + ").atLeast("
                    + ratio.atLeast() + ")";
        } else if (law instanceof Law.Exponent exponent) {
            said = "exponent(" + local(exponent.benchmark(), prefix) + ", " + quote(exponent.parameter()) + ").within("
                    + exponent.low() + ", " + exponent.high() + ")";
        } else if (law instanceof Law.Efficiency efficiency) {
            said = "efficiency(" + local(efficiency.benchmark(), prefix) + ", " + quote(efficiency.parameter())
                    + ").at(" + efficiency.at() + ").atLeast(" + percent(efficiency.atLeast()) + ")";
        } else {
            Law.Overhead overhead = (Law.Overhead) law;
            said = "overhead(" + local(overhead.of(), prefix) + ", " + local(overhead.over(), prefix) + ").atMost("
                    + percent(overhead.atMost()) + ")";
        }
        return said + ".label(" + quote(law.name()) + ")";
    }

    private static String local(String name, String prefix) {
        return quote(name.substring(prefix.length()));
    }

    private static String percent(double share) {
        return "percent(" + hundredfold(share) + ")";
    }

    /** The share in percent, so that dividing by 100 gives the share. */
    static double hundredfold(double share) {
        return new BigDecimal(Double.toString(share)).movePointRight(2).doubleValue();
    }

    private static String quoteAll(List<String> texts) {
        return texts.stream().map(JavaText::quote).collect(joining(", "));
    }

    private static String quote(String text) {
        return text.chars()
                .mapToObj(c -> c < ' ' || c > '~' || c == '"' || c == '\\'
                        ? String.format(Locale.ROOT, c < 0200 ? "\\%03o" : "\\u%04x", c)
                        : Character.toString(c))
                .collect(joining("", "\"", "\""));
    }
}
