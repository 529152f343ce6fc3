package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.Coded;
import java.util.List;

/** A restriction of a whole comparison. This is the complete list. */
public sealed interface Caveat extends Coded {
    /** A side does not name its machine, so both are assumed to come from the same one. */
    record HostUnknown() implements Caveat {}

    /** The benchmark is new or edited, and the base was built again with the head's version of it. */
    record HeadsBenchmark() implements Caveat {}

    /** The sides come from two runs, not from one run in which they took turns: the machine may have caused a slowdown. */
    record OtherTime() implements Caveat {}

    /**
     * A rule of the file matches no case of either side.
     *
     * @param what the kind of rule: {@code budget}, {@code waiver}, {@code law}
     * @param rule the name or pattern as written
     * @param place the place of the rule
     * @param near the names that are spelled nearly like it
     */
    record NoSuchCase(String what, String rule, Place place, List<String> near) implements Caveat {
        public NoSuchCase {
            near = List.copyOf(near);
        }
    }

    /**
     * The sides were measured under different conditions.
     *
     * @param difference the difference
     * @param allowed whether the sides are judged anyway, because the user allows it or because this difference does not matter
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
