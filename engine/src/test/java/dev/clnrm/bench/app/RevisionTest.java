package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.git.Commit;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final String HASH = "a3f2c1ab9d0e77c5b6a4f3e2d1c0b9a8f7e6d5c4";

    @Test
    void a_name_is_shown_with_its_commit_and_a_hash_as_a_short_one() {
        assertThat(shown("main", false)).isEqualTo("main (a3f2c1a)");
        assertThat(shown("main", true)).isEqualTo("main (a3f2c1a with changes)");
        assertThat(shown(HASH, false)).isEqualTo("a3f2c1a");
        assertThat(shown("a3f2c1ab9d", false)).isEqualTo("a3f2c1a");
        assertThat(shown("a3f2c1a", true)).isEqualTo("a3f2c1a with changes");
        assertThat(shown("a", false)).isEqualTo("a (a3f2c1a)");
    }

    private static String shown(String label, boolean dirty) {
        return new Revision(label, Path.of("work"), Optional.of(new Commit(HASH)), dirty).shown();
    }
}
