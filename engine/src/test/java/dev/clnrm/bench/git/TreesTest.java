package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {
    @TempDir
    Path temp = Path.of("");

    private Path scratch = Path.of("");

    @BeforeEach
    void make_room() throws IOException {
        scratch = Files.createDirectory(temp.resolve("scratch"));
    }

    private Sandbox sandbox() throws IOException {
        return Sandbox.at(temp.resolve("project"));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(scratch)) {
            return all.toList();
        }
    }

    @Test
    void each_commit_is_as_it_was_and_nothing_is_left() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "old").commit("one");
        sandbox.write("a", "new").commit("two");
        sandbox.write("a", "changed and not committed");
        Repository repository = sandbox.repository();
        try (Trees trees = Trees.open(repository, scratch)) {
            Path base = trees.of(repository.resolve("HEAD~1"));
            Path head = trees.of(repository.head());
            assertThat(Files.readString(base.resolve("a"))).isEqualTo("old");
            assertThat(Files.readString(head.resolve("a"))).isEqualTo("new");
            assertThat(trees.of(repository.head())).isEqualTo(head);
        }
        assertThat(left()).isEmpty();
        assertThat(sandbox.git("worktree", "list").lines().count()).isEqualTo(1);
        assertThat(Files.readString(sandbox.folder().resolve("a"))).isEqualTo("changed and not committed");
        assertThat(sandbox.git("branch", "--show-current")).isEqualTo("main");
    }

    @Test
    void a_projects_folder_is_found_in_the_tree() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("old/maps/a", "1").commit("one");
        sandbox.git("mv", "old", "libs");
        sandbox.commit("Rename");
        Repository repository = Repository.at(sandbox.folder().resolve("libs/maps"), System.getenv());
        try (Trees trees = Trees.open(repository, scratch)) {
            assertThat(Files.readString(trees.of(repository.head()).resolve("a")))
                    .isEqualTo("1");
            Commit before = repository.resolve("HEAD~1");
            CheckoutException fault = assertThrows(CheckoutException.class, () -> trees.of(before));
            assertThat(fault).hasMessageThat().isEqualTo("commit " + before.shortHash() + " has no folder libs/maps");
        }
    }

    @Test
    void a_bare_repository_has_trees_too() throws Exception {
        Sandbox origin = sandbox();
        origin.write("a", "1").commit("one");
        Sandbox bare = Sandbox.clone(origin.folder(), temp.resolve("bare"), "--bare");
        Repository repository = bare.repository();
        assertThat(repository.dirty()).isFalse();
        try (Trees trees = Trees.open(repository, scratch)) {
            assertThat(Files.readString(trees.of(repository.head()).resolve("a")))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_shallow_clone_has_the_commits_it_has() throws Exception {
        Sandbox origin = sandbox();
        origin.write("a", "1").commit("one");
        origin.write("a", "2").commit("two");
        Sandbox clone = Sandbox.clone(origin.folder(), temp.resolve("clone"), "--depth=1");
        Repository repository = clone.repository();
        try (Trees trees = Trees.open(repository, scratch)) {
            assertThat(Files.readString(trees.of(repository.head()).resolve("a")))
                    .isEqualTo("2");
        }
    }

    @Test
    void hooks_do_not_run() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        Path hook = sandbox.folder().resolve(".git/hooks/post-checkout");
        Files.createDirectories(hook.resolveSibling(""));
        Files.writeString(hook, "#!/bin/sh\ntouch " + temp.resolve("ran") + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        Repository repository = sandbox.repository();
        try (Trees trees = Trees.open(repository, scratch)) {
            assertThat(Files.isDirectory(trees.of(repository.head()))).isTrue();
        }
        assertThat(Files.exists(temp.resolve("ran"))).isFalse();
    }

    @Test
    void what_a_killed_process_left_is_removed_by_the_next() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home", ""), "bin", "java")
                                .toString(),
                        "-cp",
                        System.getProperty("java.class.path", ""),
                        HoldingTree.class.getName(),
                        sandbox.folder().toString(),
                        scratch.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("holding");
        other.destroyForcibly().waitFor();
        assertThat(left()).hasSize(1);

        Trees.open(sandbox.repository(), scratch).close();

        assertThat(left()).isEmpty();
    }

    @Test
    void trees_of_a_living_process_stay() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        Repository repository = sandbox.repository();
        try (Trees first = Trees.open(repository, scratch)) {
            Path tree = first.of(repository.head());
            Trees.open(repository, scratch).close();
            assertThat(Files.exists(tree.resolve("a"))).isTrue();
        }
    }

    @Test
    void a_tree_is_a_repository_in_which_a_build_can_do_what_it_likes() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        sandbox.git("tag", "v1");
        sandbox.write("a", "2").write("sub/run", "#!/bin/sh\n");
        assertThat(sandbox.folder().resolve("sub/run").toFile().setExecutable(true))
                .isTrue();
        String second = sandbox.commit("two");
        sandbox.git("remote", "add", "origin", "https://me:secret@example.org/acme/maps.git");
        List<String> before = state(sandbox);
        try (Trees trees = Trees.open(sandbox.repository(), scratch)) {
            Path folder = trees.of(sandbox.repository().head());
            assertThat(Files.isDirectory(folder.resolve(".git"))).isTrue();
            assertThat(Files.isExecutable(folder.resolve("sub/run"))).isTrue();
            Sandbox tree = Sandbox.of(folder);
            assertThat(tree.git("status", "--porcelain")).isEmpty();
            assertThat(tree.git("rev-parse", "HEAD")).isEqualTo(second);
            assertThat(tree.git("describe", "--tags")).isEqualTo("v1-1-g" + second.substring(0, 7));
            assertThat(tree.git("log", "--format=%s")).isEqualTo("two\none");
            assertThat(tree.git("config", "remote.origin.url")).isEqualTo("https://example.org/acme/maps.git");
            tree.write("a", "3").commit("three");
            tree.git("tag", "v2");
            tree.git("branch", "-D", "main");
            tree.git("gc", "-q", "--prune=now");
        }
        assertThat(state(sandbox)).isEqualTo(before);
        assertThat(sandbox.git("fsck")).isEmpty();
    }

    /** Every file of the repository's own folder, with its size. */
    private static List<String> state(Sandbox sandbox) throws IOException {
        try (Stream<Path> all = Files.walk(sandbox.folder().resolve(".git"))) {
            return all.map(path -> path + " " + path.toFile().length()).sorted().toList();
        }
    }

    @Test
    void a_work_tree_of_the_users_has_trees_too() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        Path own = temp.resolve("users-own");
        sandbox.git("worktree", "add", "-q", "--detach", own.toString());
        Repository repository = Sandbox.of(own).repository();
        try (Trees trees = Trees.open(repository, scratch)) {
            assertThat(Files.readString(trees.of(repository.head()).resolve("a")))
                    .isEqualTo("1");
        }
        assertThat(sandbox.git("worktree", "list").lines().count()).isEqualTo(2);
    }
}
