package dev.clnrm.bench.verdict;

import dev.clnrm.bench.samples.Conditions;

/** What qualifies a comparison as a whole: the closed list. */
public sealed interface Caveat {
    /** A stable short name, as in files: {@code host-unknown}. */
    String code();

    /** A side does not name its machine, so both are taken to come from one. */
    record HostUnknown() implements Caveat {
        @Override
        public String code() {
            return "host-unknown";
        }
    }

    /** The sides come from two runs, not from one in which they took turns: a slowdown may be the machine's. */
    record OtherTime() implements Caveat {
        @Override
        public String code() {
            return "other-time";
        }
    }

    /**
     * The sides were not measured alike.
     *
     * @param difference in what
     * @param allowed whether they are judged all the same, because somebody said so
     */
    record Unlike(Conditions.Difference difference, boolean allowed) implements Caveat {
        @Override
        public String code() {
            return switch (difference.aspect()) {
                case HOST -> "other-host";
                case JDK -> "other-jdk";
                case FLAGS -> "other-flags";
                case BLACKHOLES -> "other-blackholes";
            };
        }
    }
}
