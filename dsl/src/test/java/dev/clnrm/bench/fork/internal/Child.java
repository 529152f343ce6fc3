package dev.clnrm.bench.fork.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM with the class path of this one. */
final class Child {
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), main.getName(), arguments);
    }

    private static Child start(String classPath, String main, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djmh.ignoreLock=true",
                                "-cp",
                                classPath,
                                main),
                        Stream.of(arguments))
                .toList();
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Waits until the child has printed such a line. */
    void awaitLine(String wanted) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(wanted)) {
                return;
            }
        }
        throw new IOException("the child ended without printing " + wanted);
    }

    /** Asks the child to end, as the host does with a fork that it no longer needs. */
    void end() {
        process.toHandle().destroy();
    }

    /** The remaining lines until the child ends. */
    List<String> rest() throws IOException, InterruptedException {
        List<String> lines = out.lines().collect(Collectors.toList());
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the child does not end");
        }
        return lines;
    }

    int status() throws InterruptedException {
        return process.waitFor();
    }
}
