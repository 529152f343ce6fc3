package dev.clnrm.bench.init;

import java.util.List;

/**
 * The JDK that a project is built with.
 *
 * @param feature its feature version, such as 21
 * @param readIn the file in which it was found
 */
record RequiredJdk(int feature, String readIn) {
    /** The oldest JDK that the program measures with. */
    static final int OLDEST = 17;

    /** The releases with long-term support, the oldest first. */
    static final List<Integer> SUPPORTED = List.of(OLDEST, 21, 25);

    /** The release with long-term support that can build the project; machines are more likely to have it. */
    int supported() {
        return SUPPORTED.stream()
                .filter(release -> release >= feature)
                .findFirst()
                .orElse(feature);
    }
}
