package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** With a server that {@code scripts/stores.sh} starts. */
@EnabledIfSystemProperty(named = PostgresStoreTest.SERVER, matches = ".+")
class PostgresStoreTest extends RunStoreContract {
    static final String SERVER = "store.postgresql";

    private final String repository = "test/" + UUID.randomUUID();

    @Override
    RunStore store() {
        return JdbcStore.of(System.getProperty(SERVER, ""), repository, folder.resolve("fetched"), System.getenv());
    }

    @Test
    void repositories_share_a_database_and_no_run() throws Exception {
        store().add(run(0));
        assertThat(JdbcStore.of(System.getProperty(SERVER, ""), repository + "-other", folder, System.getenv())
                        .read()
                        .runs())
                .isEmpty();
    }
}
