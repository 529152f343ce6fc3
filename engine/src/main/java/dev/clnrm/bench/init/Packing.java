package dev.clnrm.bench.init;

import java.util.List;
import java.util.regex.Pattern;

/** Whether the build makes one jar of a module's benchmarks and all they need. */
sealed interface Packing {
    /** What can stand in a shell command and in YAML as it is. */
    Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+/-]*");

    BenchmarkModule module();

    /**
     * It does.
     *
     * @param jar the jar, relative to the project
     * @param readIn where that was read
     * @param cautions what to know about it
     */
    record Packed(BenchmarkModule module, String jar, String readIn, List<String> cautions) implements Packing {
        public Packed {
            cautions = List.copyOf(cautions);
        }
    }

    /**
     * It does not, or that could not be told.
     *
     * @param why a clause
     * @param help what to do about it
     */
    record Unpacked(BenchmarkModule module, String why, String help) implements Packing {}

    /** It does, if the jar's path can be written as it is. */
    static Packing packed(BenchmarkModule module, String jar, String readIn, List<String> cautions) {
        if (PLAIN.matcher(jar).matches() && !("/" + jar + "/").contains("/../")) {
            return new Packed(module, jar, readIn, cautions);
        }
        return new Unpacked(
                module,
                "the path of its jar has characters that do not belong in a shell command",
                "write `jar:` and `build:` in budgets.yaml by hand");
    }
}
