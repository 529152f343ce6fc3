package dev.clnrm.bench.init;

import java.util.List;

/**
 * The JDK a project is built with.
 *
 * @param feature its feature version, as in 21
 * @param readIn where that was read
 */
record RequiredJdk(int feature, String readIn) {
    /** The oldest JDK that benchmarks are measured with. */
    static final int OLDEST = 17;

    /** The releases with long-term support, the oldest first. */
    static final List<Integer> SUPPORTED = List.of(OLDEST, 21, 25);

    /** The release with long-term support that runs it, which machines are more likely to have. */
    int supported() {
        return SUPPORTED.stream()
                .filter(release -> release >= feature)
                .findFirst()
                .orElse(feature);
    }
}
