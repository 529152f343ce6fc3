package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseReferencesTest {
    private static final CaseName CASE = DeclaredForks.name("core/open", "level=low", "n=1");
    private static final CaseName VARIANT = CASE.variant("8 threads");

    private final CaseReferences references = new CaseReferences(List.of(CASE, VARIANT));

    @Test
    void parameters_may_have_any_order() {
        assertThat(references.named("core/open{n=1,level=low}")).isEqualTo(Optional.of(CASE));
        assertThat(references.named("core/open{n=1}")).isEmpty();
    }

    @Test
    void a_variant_follows_in_brackets() {
        assertThat(references.named("core/open{n=1,level=low} [8 threads]")).isEqualTo(Optional.of(VARIANT));
        assertThat(references.named("core/open{n=1,level=low} [4 threads]")).isEmpty();
        assertThat(references.ofBenchmark("core/open [8 threads]")).containsExactly(VARIANT);
        assertThat(references.ofBenchmark("core/open{n=1}")).containsExactly(CASE);
    }

    @Test
    void a_value_with_a_comma_is_found_by_the_full_name() {
        CaseName list = new CaseName("core", "open", Map.of("list", "1,2"));

        assertThat(new CaseReferences(List.of(CASE, list)).named("core/open{list=1,2}"))
                .isEqualTo(Optional.of(list));
    }
}
