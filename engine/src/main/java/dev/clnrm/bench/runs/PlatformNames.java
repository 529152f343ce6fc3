package dev.clnrm.bench.runs;

import dev.clnrm.bench.measure.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names the platforms of runs by the facts that distinguish them, and no others. */
public final class PlatformNames {
    private PlatformNames() {}

    /**
     * The name of each run's platform: {@code x86-64} and {@code arm64}; {@code Linux, JDK 17} and {@code macOS, JDK 25}. Two runs have
     * the same name if their system, architecture, JDK and processor are the same.
     */
    public static List<String> of(List<RunManifest> runs) {
        List<List<String>> names = runs.stream().map(run -> List.<String>of()).toList();
        for (Function<RunManifest, String> fact : List.<Function<RunManifest, String>>of(
                PlatformNames::system,
                PlatformNames::architecture,
                jdk(runs),
                PlatformNames::vendor,
                PlatformNames::processor)) {
            List<List<String>> longer = longer(names, runs.stream().map(fact).toList());
            if (kinds(longer) > kinds(names)) {
                names = longer;
            }
        }
        return kinds(names) > 1
                ? names.stream().map(parts -> String.join(", ", parts)).toList()
                : runs.stream().map(PlatformNames::whole).toList();
    }

    /** The name of a platform that is not compared with others: {@code Linux, x86-64, JDK 17.0.15}. */
    public static String whole(RunManifest run) {
        return String.join(", ", system(run), architecture(run), version(run));
    }

    /** The same for two runs exactly if system, architecture, processor and release of the JDK are. */
    static String key(RunManifest run) {
        return String.join("\n", system(run), architecture(run), processor(run), release(run));
    }

    private static List<List<String>> longer(List<List<String>> names, List<String> parts) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> {
                    List<String> name = new ArrayList<>(names.get(i));
                    name.add(parts.get(i));
                    return List.copyOf(name);
                })
                .toList();
    }

    private static long kinds(List<?> names) {
        return names.stream().distinct().count();
    }

    private static String system(RunManifest run) {
        String system = run.machine().map(Fingerprint::system).orElse("unknown system");
        return system.startsWith("Mac") ? "macOS" : system.replaceFirst("\\s+\\d.*", "");
    }

    private static String architecture(RunManifest run) {
        String named = run.machine().map(Fingerprint::architecture).orElse("unknown architecture");
        return switch (named) {
            case "amd64", "x86_64" -> "x86-64";
            case "aarch64" -> "arm64";
            default -> named;
        };
    }

    private static String processor(RunManifest run) {
        return run.machine().map(Fingerprint::cpu).orElse("unknown processor");
    }

    /** The feature release, or the full version if that distinguishes more runs. */
    private static Function<RunManifest, String> jdk(List<RunManifest> runs) {
        long releases = kinds(runs.stream().map(PlatformNames::release).toList());
        long versions = kinds(runs.stream().map(PlatformNames::version).toList());
        return releases < versions ? PlatformNames::version : PlatformNames::release;
    }

    private static String release(RunManifest run) {
        return java(run, java -> "JDK " + java.version().replaceFirst("^(1\\.)?(\\d+).*", "$2"));
    }

    private static String version(RunManifest run) {
        return java(run, java -> "JDK " + java.version());
    }

    private static String vendor(RunManifest run) {
        return java(run, CaseFacts.Java::vendor);
    }

    /** The JDKs of the run; cases may have JDKs of their own. */
    private static String java(RunManifest run, Function<CaseFacts.Java, String> what) {
        String words = run.cases().cases().stream()
                .flatMap(one -> one.jvm().stream())
                .map(what)
                .distinct()
                .collect(Collectors.joining(" and "));
        return words.isEmpty() ? "unknown JDK" : words;
    }
}
