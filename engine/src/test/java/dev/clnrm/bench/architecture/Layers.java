package dev.clnrm.bench.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which layers there are, in the order of the flow, and what each may use. */
final class Layers {
    static final String DSL = "dsl";

    /** The table of the architecture, to the letter. */
    static final Map<String, List<String>> ENGINE = new LinkedHashMap<>();

    static {
        ENGINE.put("declare", List.of(DSL));
        ENGINE.put("plan", List.of(DSL, "declare"));
        ENGINE.put("run", List.of("plan", "samples"));
        ENGINE.put("samples", List.of(DSL));
        ENGINE.put("analyse", List.of("samples"));
        ENGINE.put("verdict", List.of(DSL, "analyse"));
        ENGINE.put("store", List.of("samples"));
        ENGINE.put("render", List.of("verdict"));
        ENGINE.put("publish", List.of("render"));
        ENGINE.put("cli", List.copyOf(ENGINE.keySet()));
        ENGINE.put("action", List.copyOf(ENGINE.keySet()));
    }

    /** What breaks the rule today, as classes by the classes they use; a mended one is taken off. */
    static final Map<String, List<String>> STILL_BROKEN = Map.of(
            "dev.clnrm.bench.render.CaseList",
            List.of("dev.clnrm.bench.declare.DeclaredSuite", "dev.clnrm.bench.declare.DeclaredCase"),
            "dev.clnrm.bench.render.BudgetBlocks",
            List.of("dev.clnrm.bench.declare.Defaults"));

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
