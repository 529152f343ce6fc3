package dev.clnrm.cleanroom.backend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The complete environment of a step: the backend's variables, and a few that programs need. It contains nothing of this JVM's
 * own environment. Immutable.
 */
final class Variables {
    /** The folders in which programs are usually searched. */
    static final List<String> PATH =
            List.of("/usr/local/bin", "/usr/bin", "/bin", "/usr/local/sbin", "/usr/sbin", "/sbin");

    private static final String PATH_VALUE = String.join(":", PATH);

    private final Map<String, String> told;
    private final List<String> path;

    Variables(Map<String, String> told) {
        this.told = Map.copyOf(told);
        String own = this.told.get("PATH");
        this.path = own == null
                ? PATH
                : Stream.concat(Stream.of(own.split(":")).filter(place -> place.startsWith("/")), PATH.stream())
                        .toList();
    }

    Variables with(String name, String value) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "the variable '" + name + "'; it takes a name without '=' and no NUL characters");
        }
        Map<String, String> more = new HashMap<>(told);
        more.put(name, value);
        return new Variables(more);
    }

    /** The folders in which the program of a step is searched: those of its own path, then the usual ones. */
    List<String> path() {
        return path;
    }

    /** Replaces the environment of a process before its start. */
    void fill(Map<String, String> environment, Mark mark, OptionalLong seed) {
        environment.clear();
        environment.put("PATH", PATH_VALUE);
        environment.put("HOME", mark.directory().toString());
        environment.put("TMPDIR", mark.directory().toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        seed.ifPresent(value -> environment.put("CLNRM_SEED", Long.toString(value)));
        environment.putAll(told);
        environment.put(Mark.VARIABLE, mark.id());
    }
}
