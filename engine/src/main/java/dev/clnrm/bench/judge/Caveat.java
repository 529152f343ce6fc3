package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.Conditions;
import java.util.List;

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
     * A rule of the file is about no case of either side.
     *
     * @param what what it is: {@code budget}, {@code waiver}, {@code law}
     * @param rule the name or pattern as written
     * @param place where
     * @param near names of cases it may mean, the nearest first
     */
    record NoSuchCase(String what, String rule, Place place, List<String> near) implements Caveat {
        public NoSuchCase {
            near = List.copyOf(near);
        }

        @Override
        public String code() {
            return "no-such-case";
        }
    }

    /**
     * The sides were not measured alike.
     *
     * @param difference in what
     * @param allowed whether they are judged all the same: because somebody said so, or because the difference is no reason not to
     */
    record Unlike(Conditions.Difference difference, boolean allowed) implements Caveat {
        @Override
        public String code() {
            return switch (difference.aspect()) {
                case HOST -> "other-host";
                case JDK -> "other-jdk";
                case FLAGS -> "other-flags";
                case BLACKHOLES -> "other-blackholes";
                case THREADS -> "other-threads";
                case BATCH -> "other-batch";
                case OPERATIONS -> "other-operations";
                case WARMUP -> "other-warmup";
                case ITERATION -> "other-iterations";
            };
        }
    }
}
