package dev.clnrm.bench.init;

import dev.clnrm.bench.config.WrittenClassPath;
import java.util.List;
import java.util.regex.Pattern;

/** The result of a module's build: its benchmarks and everything they need. */
sealed interface Packing {
    /** Paths that need no quotes in a shell command and in YAML. */
    Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+/-]*");

    /**
     * A result that can be measured.
     *
     * @param code the class path of the benchmarks, relative to the project
     * @param readIn the file in which that was found
     * @param cautions cautions for the user
     */
    record Packed(BenchmarkModule module, WrittenClassPath code, String readIn, List<String> cautions)
            implements Packing {
        public Packed {
            cautions = List.copyOf(cautions);
        }

        /** The jar, if it is one. */
        String jar() {
            return code.entries().get(0);
        }
    }

    /**
     * A result that cannot be measured or is unknown.
     *
     * @param why the reason, as a clause
     * @param help what to do
     */
    record Unpacked(BenchmarkModule module, String why, String help) implements Packing {}

    /** The packed result, if its paths need no quotes. */
    static Packing packed(BenchmarkModule module, WrittenClassPath code, String readIn, List<String> cautions) {
        if (code.entries().stream().allMatch(Packing::isPlain)) {
            return new Packed(module, code, readIn, cautions);
        }
        return new Unpacked(
                module,
                "its path has characters that do not belong in a shell command",
                "write its suite and `build:` in budgets.yaml by hand");
    }

    private static boolean isPlain(String path) {
        return PLAIN.matcher(path.replace("*", "")).matches() && !("/" + path + "/").contains("/../");
    }
}
