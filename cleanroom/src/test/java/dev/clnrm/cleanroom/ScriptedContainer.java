package dev.clnrm.cleanroom;

import java.util.List;

/** A container that logs its release and then runs the test's action. */
record ScriptedContainer(String name, List<String> log, ScriptedService.Action onRelease) implements Container {
    ScriptedContainer(String name, List<String> log) {
        this(name, log, () -> {});
    }

    @Override
    public void release() throws Exception {
        log.add("release " + name);
        onRelease.run();
    }
}
