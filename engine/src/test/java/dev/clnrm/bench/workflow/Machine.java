package dev.clnrm.bench.workflow;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a job runs: folders and users as GitHub's runner has them, and an engine that runs containers.
 *
 * @param folder the runner's folder of this job
 * @param docker whether the engine is Docker's, as on GitHub; otherwise buildah runs the same image in a chroot
 */
record Machine(Path folder, boolean docker) {
    /** The user of GitHub's runners. */
    static final int RUNNER = 1001;

    private static final List<String> AS_RUNNER =
            List.of("setpriv", "--reuid=" + RUNNER, "--regid=" + RUNNER, "--clear-groups");

    /** The folders of a fresh machine. */
    static Machine fresh(Path folder, boolean docker) throws IOException, InterruptedException {
        Machine machine = new Machine(folder, docker);
        for (Path one : List.of(
                machine.workspace(),
                machine.temporary(),
                machine.home(),
                machine.event().resolveSibling(""),
                machine.commands())) {
            Files.createDirectories(one);
        }
        // What other steps of a job leave where the container can see it.
        Files.createDirectories(machine.home().resolve(".m2"));
        Files.writeString(machine.home().resolve(".m2/settings.xml"), "<password>secret-of-home</password>\n");
        Files.writeString(machine.temporary().resolve("git-credentials-1.config"), "secret-of-checkout\n");
        machine.giveToRunner();
        return machine;
    }

    Path workspace() {
        return folder.resolve("work/r/r");
    }

    Path temporary() {
        return folder.resolve("work/_temp");
    }

    Path home() {
        return temporary().resolve("_github_home");
    }

    Path event() {
        return temporary().resolve("_github_workflow/event.json");
    }

    /** The files a step says its outputs with. */
    Path commands() {
        return temporary().resolve("_runner_file_commands");
    }

    boolean root() {
        return System.getProperty("user.name").equals("root");
    }

    void giveToRunner() throws IOException, InterruptedException {
        if (root()) {
            run(
                    List.of("chown", "-R", RUNNER + ":" + RUNNER, folder.toString()),
                    Map.of(),
                    folder.resolve("chown.log"));
        }
    }

    /** Runs a script as a step with {@code run:} does, and gives its exit status. */
    int shell(String script, Map<String, String> variables, Path log) throws IOException, InterruptedException {
        Path file = Files.writeString(temporary().resolve("script.sh"), script);
        List<String> command = new ArrayList<>(root() ? AS_RUNNER : List.of());
        command.addAll(List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", file.toString()));
        return run(command, variables, log);
    }

    /** Runs a container as a step that is a container does, and gives its exit status. */
    int container(String image, Map<String, String> variables, Path log) throws IOException, InterruptedException {
        Map<String, String> mounts = Map.of(
                workspace().toString(), "/github/workspace",
                temporary().toString(), "/github/runner_temp",
                home().toString(), "/github/home",
                event().resolveSibling("").toString(), "/github/workflow",
                commands().toString(), "/github/file_commands");
        Map<String, String> inside = new TreeMap<>(variables);
        inside.putAll(Map.of(
                "HOME", "/github/home",
                "GITHUB_WORKSPACE", "/github/workspace",
                "GITHUB_EVENT_PATH", "/github/workflow/event.json",
                "RUNNER_TEMP", "/github/runner_temp"));
        inside.replaceAll((name, value) -> value.replace(commands().toString(), "/github/file_commands"));
        inside.remove("PATH");
        return run(docker ? dockerRun(image, mounts, inside) : buildahRun(image, mounts, inside), Map.of(), log);
    }

    private static List<String> dockerRun(String image, Map<String, String> mounts, Map<String, String> variables) {
        List<String> command = new ArrayList<>(
                List.of("docker", "run", "--rm", "--network", "host", "--workdir", "/github/workspace"));
        String socket = System.getenv()
                .getOrDefault("DOCKER_HOST", "/var/run/docker.sock")
                .replace("unix://", "");
        command.addAll(List.of("-v", socket + ":/var/run/docker.sock"));
        mounts.forEach((from, to) -> command.addAll(List.of("-v", from + ":" + to)));
        variables.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.add(image);
        return command;
    }

    private static List<String> buildahRun(String image, Map<String, String> mounts, Map<String, String> variables) {
        List<String> command = new ArrayList<>(List.of(
                "sh",
                "-c",
                "image=$1; shift; container=$(buildah from --pull-never \"$image\"); trap 'buildah rm $container >/dev/null' EXIT;"
                        + " buildah run --isolation chroot --workingdir /github/workspace \"$@\" $container "
                        + "$(buildah inspect --type image --format '{{range .OCIv1.Config.Entrypoint}}{{.}} {{end}}' \"$image\")",
                "sh",
                image));
        mounts.forEach((from, to) -> command.addAll(List.of("--volume", from + ":" + to)));
        variables.forEach((name, value) -> command.addAll(List.of("--env", name + "=" + value)));
        return command;
    }

    /** Builds an image from a folder with a Dockerfile. */
    void build(Path context, String tag, Path log) throws IOException, InterruptedException {
        List<String> command = docker
                ? List.of("docker", "build", "--network", "host", "-t", tag, context.toString())
                : List.of("buildah", "build", "--isolation", "chroot", "-t", tag, context.toString());
        if (run(command, Map.of("DOCKER_BUILDKIT", "0"), log) != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    /** Runs a program in the workspace and appends what it prints to a file. */
    int run(List<String> command, Map<String, String> variables, Path log) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workspace().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
        builder.environment().putAll(variables);
        return builder.start().waitFor();
    }

    /** Runs git in the workspace. */
    void git(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "safe.directory=*", "-c", "advice.detachedHead=false"));
        command.addAll(List.of(words));
        Path log = folder.resolve("git.log");
        if (run(command, Map.of(), log) != 0) {
            throw new IllegalStateException(Files.readString(log, StandardCharsets.UTF_8));
        }
    }
}
