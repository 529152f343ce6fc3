package dev.clnrm.bench.git;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
    @TempDir
    Path temp = Path.of("");

    private Sandbox sandbox() throws IOException {
        return Sandbox.at(temp.resolve("project"));
    }

    private static CheckoutException fault(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(CheckoutException.class, executable);
    }

    @Test
    void a_revision_is_a_commit_whatever_names_it() throws Exception {
        Sandbox sandbox = sandbox();
        String hash = sandbox.write("a", "1").commit("Say größer – once");
        sandbox.git("tag", "-a", "-m", "first", "v1");
        Commit commit = new Commit(hash);
        for (String revision : new String[] {"HEAD", "main", "v1", hash, hash.substring(0, 7), "v1^{}"}) {
            assertThat(sandbox.repository().resolve(revision)).isEqualTo(commit);
        }
        assertThat(commit.shortHash()).isEqualTo(hash.substring(0, 7));
    }

    @Test
    void the_nearest_names_are_offered_for_an_unknown_revision() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.commit("one");
        sandbox.git("branch", "faster-maps");
        CheckoutException fault = fault(() -> sandbox.repository().resolve("faster-map"));
        assertThat(fault).hasMessageThat().isEqualTo("unknown revision `faster-map`");
        assertThat(fault.help()).isEqualTo("did you mean `faster-maps`?");
    }

    @Test
    void a_branch_of_the_origin_alone_is_offered() throws Exception {
        Sandbox origin = sandbox();
        origin.commit("one");
        origin.git("branch", "topic");
        Sandbox clone = Sandbox.clone(origin.folder(), temp.resolve("clone"));
        CheckoutException fault = fault(() -> clone.repository().resolve("topic"));
        assertThat(fault.help()).isEqualTo("did you mean `origin/topic`?");
    }

    @Test
    void the_latest_release_is_the_newest_version_that_the_head_contains_and_is_not() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").commit("one");
        sandbox.git("tag", "v1.9");
        sandbox.git("tag", "-a", "-m", "ten", "v1.10");
        sandbox.git("tag", "v2.0-rc1");
        sandbox.git("tag", "nightly");
        sandbox.git("checkout", "-q", "-b", "other");
        sandbox.write("a", "2").commit("beside");
        sandbox.git("tag", "v3.0");
        sandbox.git("checkout", "-q", "main");
        sandbox.write("a", "3").commit("two");
        sandbox.git("tag", "v2.0");

        Repository repository = sandbox.repository();
        assertThat(repository.base(Repository.LATEST_RELEASE, repository.head()))
                .isEqualTo("v1.10");
        assertThat(repository.base("v1.9", repository.head())).isEqualTo("v1.9");
        sandbox.write("a", "4").commit("three");
        assertThat(repository.base(Repository.LATEST_RELEASE, repository.head()))
                .isEqualTo("v2.0");
        sandbox.git("branch", Repository.LATEST_RELEASE);
        assertThat(repository.base(Repository.LATEST_RELEASE, repository.head()))
                .isEqualTo(Repository.LATEST_RELEASE);
    }

    @Test
    void versions_of_modules_and_of_four_parts_are_releases() throws Exception {
        for (String tag : new String[] {"1.2.3", "release-2.0", "parser-4.1.100.Final", "r08.1", "jmh/v1.37"}) {
            Sandbox sandbox = Sandbox.at(temp.resolve("of-" + tag.replace('/', '-')));
            sandbox.write("a", tag).commit("one");
            sandbox.git("tag", tag);
            sandbox.write("a", "2").commit("two");
            Repository repository = sandbox.repository();
            assertThat(repository.base(Repository.LATEST_RELEASE, repository.head()))
                    .isEqualTo(tag);
        }
    }

    @Test
    void a_history_without_a_release_is_said() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.commit("one");
        sandbox.git("tag", "v1.0-beta");
        sandbox.commit("two");
        Repository repository = sandbox.repository();
        CheckoutException fault = fault(() -> repository.base(Repository.LATEST_RELEASE, repository.head()));
        assertThat(fault).hasMessageThat().contains("contains no release");
        assertThat(fault.help()).contains("--base TAG");
    }

    @Test
    void an_option_is_no_revision() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.commit("one");
        assertThat(fault(() -> sandbox.repository().resolve("--all")))
                .hasMessageThat()
                .isEqualTo("unknown revision `--all`");
    }

    @Test
    void what_a_shallow_clone_left_out_is_said_to_be_left_out() throws Exception {
        Sandbox origin = sandbox();
        String first = origin.commit("one");
        origin.write("a", "2").commit("two");
        Sandbox clone = Sandbox.clone(origin.folder(), temp.resolve("clone"), "--depth=1");
        assertThat(clone.repository().shallow()).isTrue();
        CheckoutException fault = fault(() -> clone.repository().resolve(first));
        assertThat(fault.help())
                .isEqualTo("this clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0`");
        assertThat(fault(() -> clone.repository().resolve("HEAD~1")).help()).isEqualTo(fault.help());
    }

    @Test
    void a_shallow_clone_may_lack_the_merge_base() throws Exception {
        Sandbox origin = sandbox();
        origin.commit("one");
        origin.git("checkout", "-q", "-b", "topic");
        origin.write("a", "2").commit("two");
        origin.git("checkout", "-q", "main");
        origin.write("b", "2").commit("three");
        Sandbox clone = Sandbox.clone(origin.folder(), temp.resolve("clone"), "--depth=1", "--no-single-branch");
        Repository repository = clone.repository();
        CheckoutException fault = fault(
                () -> repository.mergeBase(repository.resolve("origin/main"), repository.resolve("origin/topic")));
        assertThat(fault).hasMessageThat().endsWith(" have no commit in common");
        assertThat(fault.help()).startsWith("this clone is shallow");
    }

    @Test
    void the_merge_base_is_where_two_branches_parted() throws Exception {
        Sandbox sandbox = sandbox();
        String parted = sandbox.commit("one");
        sandbox.git("checkout", "-q", "-b", "topic");
        sandbox.write("a", "2").commit("two");
        sandbox.git("checkout", "-q", "main");
        sandbox.write("b", "2").commit("three");
        Repository repository = sandbox.repository();
        assertThat(repository
                        .mergeBase(repository.resolve("main"), repository.resolve("topic"))
                        .hash())
                .isEqualTo(parted);
    }

    @Test
    void the_base_of_a_merge_commit_is_the_branch_merged_into() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.commit("one");
        sandbox.git("checkout", "-q", "-b", "topic");
        sandbox.write("a", "2").commit("two");
        sandbox.git("checkout", "-q", "main");
        String tip = sandbox.write("b", "2").commit("three");
        sandbox.git("checkout", "-q", "--detach");
        sandbox.git("merge", "-q", "--no-ff", "-m", "Merge topic", "topic");
        Repository repository = sandbox.repository();
        assertThat(repository
                        .mergeBase(repository.resolve("main"), repository.head())
                        .hash())
                .isEqualTo(tip);
    }

    @Test
    void unrelated_histories_have_no_merge_base() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.commit("one");
        sandbox.git("checkout", "-q", "--orphan", "other");
        sandbox.write("z", "1").commit("another beginning");
        Repository repository = sandbox.repository();
        CheckoutException fault =
                fault(() -> repository.mergeBase(repository.resolve("main"), repository.resolve("other")));
        assertThat(fault.help()).isEqualTo("their histories are unrelated: use `compare` instead of `check`");
    }

    @Test
    void a_detached_head_is_a_head() throws Exception {
        Sandbox sandbox = sandbox();
        String first = sandbox.commit("one");
        sandbox.write("a", "2").commit("two");
        sandbox.git("checkout", "-q", "--detach", first);
        assertThat(sandbox.repository().head().hash()).isEqualTo(first);
    }

    @Test
    void a_repository_without_a_commit_has_no_head() throws Exception {
        Repository repository = sandbox().repository();
        assertThat(fault(repository::head)).hasMessageThat().isEqualTo("there is no commit yet");
        assertThat(repository.defaultBase()).isEmpty();
    }

    @Test
    void changed_and_new_files_make_it_dirty_and_own_runs_do_not() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("a", "1").write(".gitignore", "ignored/\n").commit("one");
        sandbox.write(".clnrm-bench/runs/1/run.json", "{}")
                .write("sub/.clnrm-bench/x", "")
                .write("ignored/x", "");
        assertThat(sandbox.repository().dirty()).isFalse();
        sandbox.write("new", "1");
        assertThat(sandbox.repository().dirty()).isTrue();
        Files.delete(sandbox.folder().resolve("new"));
        sandbox.write("a", "2");
        assertThat(sandbox.repository().dirty()).isTrue();
    }

    @Test
    void the_default_base_is_the_branch_of_the_pull_request_then_of_the_origin_then_main() throws Exception {
        Sandbox origin = sandbox();
        origin.commit("one");
        origin.git("branch", "release");
        assertThat(origin.repository().defaultBase()).hasValue("main");
        Sandbox clone = Sandbox.clone(origin.folder(), temp.resolve("clone"));
        assertThat(clone.repository().defaultBase()).hasValue("origin/main");
        assertThat(clone.repository(Map.of("GITHUB_BASE_REF", "release")).defaultBase())
                .hasValue("origin/release");
        assertThat(origin.repository(Map.of("GITHUB_BASE_REF", "release")).defaultBase())
                .hasValue("release");
        assertThat(clone.repository(Map.of("GITHUB_BASE_REF", "absent")).defaultBase())
                .hasValue("origin/absent");
    }

    @Test
    void a_project_may_be_a_folder_of_the_repository() throws Exception {
        Sandbox sandbox = sandbox();
        sandbox.write("libs/maps/pom.xml", "").commit("one");
        Map<String, String> environment = Map.of("PATH", System.getenv().getOrDefault("PATH", ""));
        assertThat(Repository.at(sandbox.folder().resolve("libs/maps"), environment)
                        .prefix())
                .isEqualTo(Path.of("libs/maps"));
        assertThat(Repository.at(sandbox.folder(), environment).prefix()).isEqualTo(Path.of(""));
    }

    @Test
    void without_git_it_says_so() throws Exception {
        Sandbox sandbox = sandbox();
        CheckoutException fault = fault(() -> sandbox.repository(Map.of("PATH", temp.toString())));
        assertThat(fault).hasMessageThat().isEqualTo("revisions are read with git, and there is no `git` on the PATH");
    }

    @Test
    void outside_of_a_repository_it_says_so() {
        Map<String, String> environment = Map.of("PATH", System.getenv().getOrDefault("PATH", ""));
        assertThat(fault(() -> Repository.at(temp, environment)))
                .hasMessageThat()
                .isEqualTo(temp + " is not in a git repository");
    }

    @Test
    void commits_of_a_branch_beside_are_not_between_two_others() throws Exception {
        Sandbox sandbox = Sandbox.at(temp.resolve("beside"));
        String first = sandbox.commit("one");
        sandbox.git("checkout", "-q", "-b", "topic");
        sandbox.commit("beside");
        String topic = sandbox.commit("beside too");
        sandbox.git("checkout", "-q", "main");
        sandbox.commit("two");
        String third = sandbox.commit("three");
        CommitGraph apart = Repository.at(sandbox.folder(), System.getenv()).commits();

        assertThat(apart.onBranch(first)).isTrue();
        assertThat(apart.onBranch(third)).isTrue();
        assertThat(apart.onBranch(topic)).isFalse();
        assertThat(apart.onBranch("unknown")).isFalse();
        assertThat(Repository.at(sandbox.folder(), System.getenv())
                        .commits("topic")
                        .onBranch(topic))
                .isTrue();
        assertThat(apart.between(first, third)).isEqualTo(Optional.of(2));
        assertThat(apart.between(topic, third)).isEqualTo(Optional.empty());
        assertThat(apart.between(third, first)).isEqualTo(Optional.empty());
        assertThat(apart.between("unknown", first)).isEqualTo(Optional.empty());

        sandbox.git("merge", "-q", "--no-ff", "-m", "merge", "topic");
        String merge = sandbox.git("rev-parse", "HEAD");
        CommitGraph merged = Repository.at(sandbox.folder(), System.getenv()).commits();

        assertThat(merged.between(first, merge)).isEqualTo(Optional.of(5));
        assertThat(merged.between(third, merge)).isEqualTo(Optional.of(3));
    }
}
