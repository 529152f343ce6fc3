package dev.clnrm.cleanroom;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service whose start, stop and health run actions of a test, and which logs them. */
final class ScriptedService implements ServicePlugin {
    private final String name;
    final List<String> log;
    private Action onStart = () -> {};
    private Action onStop = () -> {};
    private Callable<HealthStatus> onHealth = HealthStatus::healthy;

    ScriptedService(String name) {
        this(name, new CopyOnWriteArrayList<>());
    }

    ScriptedService(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    /** An action of a test, which may fail. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    ScriptedService onStart(Action action) {
        onStart = action;
        return this;
    }

    ScriptedService onStop(Action action) {
        onStop = action;
        return this;
    }

    ScriptedService onHealth(Callable<HealthStatus> answer) {
        onHealth = answer;
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceHandle start() throws Exception {
        onStart.run();
        log.add("start " + name);
        return ServiceHandle.of(name, Map.of());
    }

    @Override
    public void stop(ServiceHandle handle) throws Exception {
        log.add("stop " + name);
        onStop.run();
    }

    @Override
    public HealthStatus health(ServiceHandle handle) throws Exception {
        return onHealth.call();
    }
}
