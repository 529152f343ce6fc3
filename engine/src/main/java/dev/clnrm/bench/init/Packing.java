package dev.clnrm.bench.init;

import dev.clnrm.bench.config.WrittenClassPath;
import java.util.List;
import java.util.regex.Pattern;

/** What the build makes of a module's benchmarks and all they need. */
sealed interface Packing {
    /** What can stand in a shell command and in YAML as it is. */
    Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+/-]*");

    BenchmarkModule module();

    /**
     * What can be measured.
     *
     * @param code where they are, relative to the project
     * @param readIn where that was read
     * @param cautions what to know about it
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
     * Nothing that can be measured, or that could not be told.
     *
     * @param why a clause
     * @param help what to do about it
     */
    record Unpacked(BenchmarkModule module, String why, String help) implements Packing {}

    /** What can be measured, if the paths can be written as they are. */
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
