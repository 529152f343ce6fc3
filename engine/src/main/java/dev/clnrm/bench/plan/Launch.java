package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a fork's process is started.
 *
 * @param classPath its class path: the user's code, the DSL if it is used, and JMH; never this engine
 * @param jvm the JVM it runs on
 * @param jvmArgs its arguments, including heap and collector
 * @param env names of the environment variables that it may see, in addition to those that every program needs
 * @param directory its working directory
 * @param jmhVersion the version of JMH on its class path
 */
public record Launch(
        ClassPath classPath, Jvm jvm, List<String> jvmArgs, List<String> env, Path directory, String jmhVersion) {
    public Launch {
        jvmArgs = List.copyOf(jvmArgs);
        env = List.copyOf(env);
    }

    /** The same with further arguments. */
    public Launch andJvmArgs(List<String> more) {
        return withJvmArgs(Stream.concat(jvmArgs.stream(), more.stream()).toList());
    }

    /** The same with these arguments instead. */
    public Launch withJvmArgs(List<String> others) {
        return new Launch(classPath, jvm, others, env, directory, jmhVersion);
    }

    /** The same with another class path. */
    public Launch with(ClassPath other) {
        return new Launch(other, jvm, jvmArgs, env, directory, jmhVersion);
    }
}
