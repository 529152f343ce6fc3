package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.Jvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCacheTest {
    private static final Commit COMMIT = new Commit("a3f2c1ab9d0e77c5b6a4f3e2d1c0b9a8f7e6d5c4");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", System.getenv().getOrDefault("PATH", ""));

    @TempDir
    Path temp = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void resolve() {
        folder = temp.resolve("builds");
    }

    private BuildCache cache() {
        return new BuildCache(folder, ENVIRONMENT, "");
    }

    private static Build build(String command) {
        return new Build(command, Optional.empty(), false);
    }

    private Path tree(String name, String... files) throws IOException {
        Path tree = Files.createDirectories(temp.resolve(name));
        Files.createDirectories(tree.resolve(".git"));
        for (String file : files) {
            Files.createDirectories(tree.resolve(file).resolveSibling(""));
            Files.writeString(tree.resolve(file), name);
        }
        return tree;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void a_build_comes_back_with_modes_and_links_and_without_the_repository_of_its_tree() throws Exception {
        Path built = tree("built", "module/target/b.jar", "run", ".git/own");
        assertThat(built.resolve("run").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(built.resolve("latest"), Path.of("module/target/b.jar"));
        assertThat(cache().keep(COMMIT, build("make"), built.resolve("module")).isEmpty())
                .isTrue();

        Path fresh = tree("fresh", "run", "module/a");
        assertThat(cache().restore(COMMIT, build("make"), fresh.resolve("module")))
                .isTrue();
        assertThat(Files.readString(fresh.resolve("latest"))).isEqualTo("built");
        assertThat(Files.isExecutable(fresh.resolve("run"))).isTrue();
        assertThat(Files.exists(fresh.resolve(".git/own"))).isFalse();
    }

    @Test
    void another_commit_command_folder_jdk_or_variable_is_another_build() throws Exception {
        Path tree = tree("built", "module/a");
        cache().keep(COMMIT, build("make"), tree);
        Build onJdk = new Build("make", Optional.of(new Jvm(temp.resolve("jdk"), "25", "")), false);
        BuildCache withOptions = new BuildCache(
                folder, Map.of("PATH", ENVIRONMENT.getOrDefault("PATH", ""), "MAVEN_OPTS", "-Dquick"), "");
        Commit other = new Commit("b" + COMMIT.hash().substring(1));

        assertThat(cache().restore(COMMIT, build("make"), tree)).isTrue();
        assertThat(cache().restore(other, build("make"), tree)).isFalse();
        assertThat(cache().restore(COMMIT, build("make all"), tree)).isFalse();
        assertThat(cache().restore(COMMIT, build("make"), tree.resolve("module")))
                .isFalse();
        assertThat(cache().restore(COMMIT, onJdk, tree)).isFalse();
        assertThat(withOptions.restore(COMMIT, build("make"), tree)).isFalse();
    }

    @Test
    void a_commit_with_something_laid_over_it_is_another_build() throws Exception {
        Path tree = tree("built", "a");
        cache().keep(COMMIT, build("make"), tree);
        BuildCache laidOver = new BuildCache(folder, ENVIRONMENT, "3f2c1ab");
        assertThat(laidOver.restore(COMMIT, build("make"), tree)).isFalse();
        laidOver.keep(COMMIT, build("make"), tree);
        assertThat(laidOver.restore(COMMIT, build("make"), tree)).isTrue();
        assertThat(new BuildCache(folder, ENVIRONMENT, "9d0e77c").restore(COMMIT, build("make"), tree))
                .isFalse();
    }

    @Test
    void a_jdk_that_was_updated_in_place_is_another_jdk() throws Exception {
        Path tree = tree("built", "a");
        Path home = temp.resolve("jdk");
        Path launcher = home.resolve("bin/java");
        Files.createDirectories(launcher.resolveSibling(""));
        Files.writeString(launcher, "#!/bin/sh\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
        BuildCache cache = new BuildCache(
                folder, Map.of("PATH", ENVIRONMENT.getOrDefault("PATH", ""), "JAVA_HOME", home.toString()), "");
        cache.keep(COMMIT, build("make"), tree);
        assertThat(cache.restore(COMMIT, build("make"), tree)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"17.0.2\"\n");
        assertThat(cache.restore(COMMIT, build("make"), tree)).isFalse();
    }

    @Test
    void old_builds_are_not_used_and_go_with_the_next_and_so_do_the_oldest_of_too_many() throws Exception {
        Path tree = tree("built", "a");
        cache().keep(COMMIT, build("make"), tree);
        Files.setLastModifiedTime(
                files().get(0),
                FileTime.from(Instant.now().minus(BuildCache.AGE).minusSeconds(60)));
        assertThat(cache().restore(COMMIT, build("make"), tree)).isFalse();
        for (int i = 0; i < BuildCache.MOST + 2; i++) {
            cache().keep(COMMIT, build("make " + i), tree);
        }
        assertThat(files()).hasSize(BuildCache.MOST);
        assertThat(cache().restore(COMMIT, build("make " + (BuildCache.MOST + 1)), tree))
                .isTrue();
        assertThat(cache().restore(COMMIT, build("make 0"), tree)).isFalse();
    }

    @Test
    void large_builds_push_older_ones_out() throws Exception {
        Path tree = tree("built", "a");
        cache().keep(COMMIT, build("make"), tree);
        try (RandomAccessFile sparse = new RandomAccessFile(files().get(0).toFile(), "rw")) {
            sparse.setLength(BuildCache.BYTES);
        }
        Files.setLastModifiedTime(files().get(0), FileTime.from(Instant.now().minusSeconds(60)));
        cache().keep(COMMIT, build("make more"), tree);
        assertThat(files()).hasSize(1);
        assertThat(cache().restore(COMMIT, build("make more"), tree)).isTrue();
    }

    @Test
    void what_a_killed_process_was_packing_is_no_build_and_goes() throws Exception {
        Files.createDirectories(folder);
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(folder.resolve(".part-" + gone.pid()), "half");
        cache().keep(COMMIT, build("make"), tree("built", "a"));
        assertThat(files()).hasSize(1);
        assertThat(files().get(0).getFileName().toString()).matches("a3f2c1a-[0-9a-f]{16}\\.tar");
    }

    @Test
    void a_build_that_cannot_be_kept_or_unpacked_is_said() throws Exception {
        Path tree = tree("built", "a");
        cache().keep(COMMIT, build("make"), tree);
        Path file = files().get(0);
        Files.writeString(file, "no tar");
        CheckoutException fault =
                assertThrows(CheckoutException.class, () -> cache().restore(COMMIT, build("make"), tree));
        assertThat(fault)
                .hasMessageThat()
                .isEqualTo("the stored build " + file + " cannot be unpacked: tar ended with status 2");

        BuildCache nowhere = new BuildCache(file, ENVIRONMENT, "");
        assertWithMessage("a file is no folder")
                .that(nowhere.keep(COMMIT, build("make"), tree).isPresent())
                .isTrue();
    }
}
