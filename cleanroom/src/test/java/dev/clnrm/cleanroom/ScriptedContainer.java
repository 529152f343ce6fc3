package dev.clnrm.cleanroom;

import java.util.List;

/** A container that logs its release and then does what a test tells it. */
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
