package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    private static final Report OK = Comments.unchanged(3).view();
    private static final Report REGRESSED = Comments.oneAlert().view();
    private static final Report FAILED = Comments.failed(2).view();
    private static final Report INCONCLUSIVE = Comments.inconclusive().view();
    private static final Platforms.Refused REFUSED = new Platforms.Refused("arm64", "lacks samples.ndjson");

    private static Platforms of(Report... reports) {
        return of(List.of(), reports);
    }

    private static Platforms of(List<Platforms.Refused> refused, Report... reports) {
        return new Platforms(
                IntStream.range(0, reports.length)
                        .mapToObj(i -> new Platforms.Platform("platform " + i, reports[i]))
                        .toList(),
                refused);
    }

    @Test
    void what_is_bad_on_one_platform_is_bad() {
        assertThat(of(OK, REGRESSED).sentence()).isEqualTo("regressed on 1 of 2 platforms");
        assertThat(of(OK, REGRESSED).exit()).isEqualTo(1);
        assertThat(of(OK, REGRESSED).worstNames()).containsExactly("platform 1");
        assertThat(of(REGRESSED, REGRESSED, REGRESSED).sentence()).isEqualTo("regressed on all 3 platforms");
        assertThat(of(OK, INCONCLUSIVE).sentence()).isEqualTo("inconclusive on 1 of 2 platforms");
        assertThat(of(OK, OK).sentence()).isEqualTo("ok on both platforms");
        assertThat(of(OK, OK).worstNames()).isEmpty();
    }

    @Test
    void what_is_proven_stays_proven_if_another_platform_could_not_be_measured() {
        assertThat(of(FAILED, REGRESSED).exit()).isEqualTo(1);
        assertThat(of(FAILED, OK).exit()).isEqualTo(3);
        assertThat(of(List.of(REFUSED), REGRESSED).exit()).isEqualTo(1);
        assertThat(of(List.of(REFUSED), REGRESSED).sentence()).isEqualTo("regressed on 1 of 2 platforms");
    }

    @Test
    void a_refused_bundle_is_a_platform_that_could_not_be_measured() {
        assertThat(of(List.of(REFUSED), OK, OK).exit()).isEqualTo(3);
        assertThat(of(List.of(REFUSED), OK, OK).sign()).isEqualTo(StatusLabel.COULD_NOT_MEASURE);
        assertThat(of(List.of(REFUSED), OK, OK).sentence()).isEqualTo("could not measure on 1 of 3 platforms");
        assertThat(of(List.of(REFUSED), OK).alone()).isEmpty();
        assertThat(of(OK).alone()).hasValue(OK);
    }

    @Test
    void every_status_has_its_place_in_the_order() {
        assertThat(Platforms.WORST_FIRST).containsExactlyElementsIn(StatusLabel.values());
    }
}
