package dev.clnrm.cleanroom.backend;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Commands scripted in Java, run on the calling thread. Immutable, and safe for concurrent use if its scripts are.
 *
 * <p>It starts nothing, waits for nothing and adds nothing to what the scripts do: equal scripts give equal results. A script is
 * ended by an interruption of its thread, and only if it reacts to that.
 */
public final class InProcessBackend implements Backend {
    private final Map<String, ScriptedCommand> scripts;
    private final boolean isolates;

    private InProcessBackend(Map<String, ScriptedCommand> scripts, boolean isolates) {
        this.scripts = Map.copyOf(scripts);
        this.isolates = isolates;
    }

    /** A backend without commands. */
    public static InProcessBackend scripted() {
        return new InProcessBackend(Map.of(), false);
    }

    /** Adds this command; it replaces an earlier one with the same name. */
    public InProcessBackend on(String program, ScriptedCommand script) {
        Map<String, ScriptedCommand> more = new HashMap<>(scripts);
        more.put(program, script);
        return new InProcessBackend(more, isolates);
    }

    /**
     * Stands in for an isolating backend, to test policies of level high without one. It isolates nothing: its scripts are code
     * of this JVM.
     */
    public InProcessBackend standingInForSandbox() {
        return new InProcessBackend(scripts, true);
    }

    @Override
    public String name() {
        return isolates ? "in-process, standing in for a sandbox" : "in-process";
    }

    @Override
    public boolean isolates() {
        return isolates;
    }

    @Override
    public Execution execute(Invocation invocation) {
        ScriptedCommand script = scripts.get(invocation.program());
        if (script == null) {
            return Execution.failure(
                    Execution.NOT_FOUND,
                    invocation.program() + ": no such command; scripted are " + new TreeSet<>(scripts.keySet()));
        }
        try {
            return limited(script.run(invocation), invocation.outputLimit());
        } catch (InterruptedException e) {
            return Execution.byForce();
        } catch (Exception | AssertionError e) {
            return limited(Execution.failure(1, e.toString()), invocation.outputLimit());
        }
    }

    private static Execution limited(Execution whole, int limit) {
        boolean outputCut = whole.output().length() > limit;
        boolean errorOutputCut = whole.errorOutput().length() > limit;
        return outputCut || errorOutputCut
                ? new Execution(
                        whole.exitCode(),
                        outputCut ? whole.output().substring(0, limit) : whole.output(),
                        errorOutputCut ? whole.errorOutput().substring(0, limit) : whole.errorOutput(),
                        outputCut || whole.outputCut(),
                        errorOutputCut || whole.errorOutputCut(),
                        whole.ended())
                : whole;
    }
}
