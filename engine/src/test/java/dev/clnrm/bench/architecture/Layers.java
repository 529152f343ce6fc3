package dev.clnrm.bench.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which layers there are, in the order of the flow, and what each may use. */
final class Layers {
    static final String DSL = "dsl";

    /** What each may use; see docs/decisions/0066. */
    static final Map<String, List<String>> ENGINE = new LinkedHashMap<>();

    static {
        ENGINE.put("os", List.of());
        ENGINE.put("config", List.of(DSL, "os"));
        ENGINE.put("git", List.of("config"));
        ENGINE.put("plan", List.of("config"));
        ENGINE.put("reach", List.of("plan"));
        ENGINE.put("samples", List.of(DSL));
        ENGINE.put("measure", List.of("plan", "samples"));
        ENGINE.put("profile", List.of("measure"));
        ENGINE.put("stats", List.of("samples"));
        ENGINE.put("calibrate", List.of("stats"));
        ENGINE.put("judge", List.of("plan", "stats"));
        ENGINE.put("runs", List.of("git", "judge", "profile", "reach"));
        ENGINE.put("store", List.of("runs"));
        ENGINE.put("report", List.of("judge", "calibrate", "profile", "reach"));
        ENGINE.put("terminal", List.of("report"));
        ENGINE.put("github", List.of());
        ENGINE.put("app", List.of("store", "report", "github", "terminal"));
        ENGINE.put("init", List.of("config"));
        ENGINE.put("cli", List.copyOf(ENGINE.keySet()));
        ENGINE.put("action", List.copyOf(ENGINE.keySet()));
    }

    private Layers() {}

    /** What a layer may use, and what that may use in turn: a value holds the values it was made from. */
    static Set<String> within(String layer) {
        Set<String> all = new TreeSet<>();
        for (String used : ENGINE.getOrDefault(layer, List.of())) {
            if (all.add(used)) {
                all.addAll(within(used));
            }
        }
        return all;
    }
}
