package dev.clnrm.bench.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which layers there are, in the order of the flow, and what each may use. */
final class Layers {
    static final String DSL = "dsl";

    /** What each may use; see docs/decisions/0006. */
    static final Map<String, List<String>> ENGINE = new LinkedHashMap<>();

    static {
        ENGINE.put("checkout", List.of());
        ENGINE.put("declare", List.of(DSL));
        ENGINE.put("plan", List.of(DSL, "declare"));
        ENGINE.put("run", List.of("plan", "samples"));
        ENGINE.put("samples", List.of(DSL));
        ENGINE.put("analyse", List.of("samples"));
        ENGINE.put("verdict", List.of(DSL, "analyse"));
        ENGINE.put("calibrate", List.of("analyse"));
        ENGINE.put("store", List.of("samples"));
        ENGINE.put("render", List.of("declare", "verdict", "calibrate"));
        ENGINE.put("publish", List.of("render"));
        ENGINE.put("expect", List.of("plan", "render", "store"));
        ENGINE.put("kept", List.of("checkout", "expect", "run"));
        ENGINE.put("tell", List.of("kept", "publish"));
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
