package dev.clnrm.bench.reach;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.reach.Foreseen.HitRate;
import dev.clnrm.bench.reach.Foreseen.Likelihood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrecedentsTest {
    private static final CaseName PARSE = new CaseName("s", "parse", Map.of());
    private static final CaseName PRINT = new CaseName("s", "print", Map.of());
    private static final String TEXT = "src/main/java/com/acme/Text.java";
    private static final String HELP = "src/main/java/com/acme/Help.java";

    /** Both reach Help; only one reaches Text. */
    private static final SourceReach SOURCES = new SourceReach(Map.of(
            PARSE, Optional.of(Set.of("com/acme/Text", "com/acme/Help")), PRINT, Optional.of(Set.of("com/acme/Help"))));

    private static PastChange change(String file, boolean parse, boolean print) {
        return new PastChange(Set.of(file), Map.of(PARSE, parse, PRINT, print));
    }

    /** Changes of Text move what reaches it, and changes of Help nothing, by turns. */
    private static List<PastChange> changes(int number) {
        List<PastChange> changes = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            changes.add(i % 2 == 0 ? change(TEXT, true, false) : change(HELP, false, false));
        }
        return changes;
    }

    private static Foreseen foreseen(List<PastChange> changes, String... files) {
        return new Precedents(changes, SOURCES).of(List.of(files), List.of(PARSE, PRINT));
    }

    @Test
    void few_changes_tell_nothing() {
        assertThat(foreseen(changes(7), TEXT)).isEqualTo(new Foreseen(7, List.of(), Optional.empty()));
        assertThat(foreseen(changes(8), TEXT).cases()).hasSize(2);
        assertThat(foreseen(changes(8), TEXT).tried()).isEmpty();
    }

    @Test
    void a_change_that_reaches_no_case_is_no_precedent() {
        List<PastChange> documents = Collections.nCopies(20, change("docs/help.md", true, true));

        assertThat(foreseen(documents, TEXT).changes()).isEqualTo(0);
    }

    @Test
    void what_changes_of_the_same_files_did_decides() {
        Foreseen text = foreseen(changes(20), TEXT);
        Foreseen help = foreseen(changes(20), HELP);

        // All: 10 of 30 moved; parse: 10 of 20; parse after changes of Text: 10 of 10, of Help: 0 of 10.
        double all = (10 + 2 * 0.5) / 32;
        double parse = (10 + 2 * all) / 22;
        assertThat(text.cases().get(0)).isEqualTo(new Likelihood(PARSE, (10 + 2 * parse) / 12, 10, 10));
        assertThat(text.cases().get(0).likely()).isTrue();
        assertThat(help.cases()).contains(new Likelihood(PARSE, 2 * parse / 12, 0, 10));
        assertThat(help.cases().get(0).likely()).isFalse();
        // Text is not of the code of print, so its own rate is all that is known.
        assertThat(text.cases().get(1)).isEqualTo(new Likelihood(PRINT, 2 * all / 12, 0, 0));
    }

    @Test
    void each_past_change_is_predicted_from_those_before_it() {
        HitRate tried = foreseen(changes(20), TEXT).tried().orElseThrow();

        // Of the changes 8 to 19, six of Text reach one case and six of Help reach two.
        assertThat(tried.tried()).isEqualTo(18);
        assertThat(tried.moved()).isEqualTo(6);
        assertThat(tried.likely()).isEqualTo(6);
        assertThat(tried.right()).isEqualTo(6);
        assertThat(tried.brier()).isLessThan(0.05);
        assertThat(tried.always()).isWithin(1e-12).of(12.0 / 18);
        assertThat(tried.never()).isWithin(1e-12).of(6.0 / 18);
    }

    @Test
    void what_comes_later_changes_no_prediction() {
        List<PastChange> otherwise = new ArrayList<>(changes(19));
        otherwise.add(change(HELP, true, true));

        HitRate one = foreseen(changes(20), TEXT).tried().orElseThrow();
        HitRate other = foreseen(otherwise, TEXT).tried().orElseThrow();

        assertThat(other.likely()).isEqualTo(one.likely());
        assertThat(other.right()).isEqualTo(one.right());
        assertThat(other.moved()).isEqualTo(one.moved() + 2);
    }

    @Test
    void a_file_belongs_to_the_class_of_its_name_wherever_its_folder_is() {
        assertThat(SOURCES.among(
                        PRINT, List.of("module/src/main/kotlin/com/acme/Help.kt", TEXT, "Help.java", "README")))
                .containsExactly("module/src/main/kotlin/com/acme/Help.kt");
        assertThat(SOURCES.among(new CaseName("s", "new", Map.of()), List.of(TEXT)))
                .isEmpty();
        assertThat(new SourceReach(Map.of(PARSE, Optional.empty())).among(PARSE, List.of("any")))
                .containsExactly("any");
    }
}
