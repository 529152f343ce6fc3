package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import java.nio.file.Path;
import java.util.List;

/**
 * How a fork's process is started.
 *
 * @param classPath what it sees: the author's code, the DSL if it is used, JMH; never this engine
 * @param jvm the JVM it runs on
 * @param jvmArgs its arguments, heap and collector among them
 * @param env names of environment variables it may see beside the few every program needs
 * @param directory its working directory
 * @param jmhVersion the JMH on its class path
 */
public record Launch(
        ClassPath classPath, Jvm jvm, List<String> jvmArgs, List<String> env, Path directory, String jmhVersion) {
    public Launch {
        jvmArgs = List.copyOf(jvmArgs);
        env = List.copyOf(env);
    }

    /** The same with other arguments. */
    public Launch withJvmArgs(List<String> others) {
        return new Launch(classPath, jvm, others, env, directory, jmhVersion);
    }

    /** The same with another class path. */
    public Launch with(ClassPath other) {
        return new Launch(other, jvm, jvmArgs, env, directory, jmhVersion);
    }
}
