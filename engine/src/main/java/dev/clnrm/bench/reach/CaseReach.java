package dev.clnrm.bench.reach;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Sameness;

/**
 * Whether a change can reach a case.
 *
 * @param why the reason
 */
public record CaseReach(CaseName name, Why why) {
    /** The reasons why a change may or may not reach a case. The first true reason counts. */
    public enum Why {
        /** The base does not have it. */
        NEW(Sameness.DIFFERENT),
        /** It is a program, or its class path cannot be read. */
        UNKNOWN(Sameness.DIFFERENT),
        /** The JVM, its flags, the parameters or JMH differ between the sides. */
        SETTINGS(Sameness.DIFFERENT),
        /** It reaches code that changed. */
        CODE(Sameness.DIFFERENT),
        /** Its declaration in the suite changed: its body or its inputs. */
        DECLARED(Sameness.DIFFERENT),
        /** It finds classes by names made at run time, so it may reach anything that changed. */
        BY_NAME(Sameness.DIFFERENT),
        /** A file on its class path changed that is not a class. */
        RESOURCE(Sameness.DIFFERENT),
        /** It reaches nothing that changed, but it may read other files. */
        READS_FILES(Sameness.CLASSES),
        /** It reaches nothing that changed. */
        NOTHING(Sameness.ALL);

        private final Sameness sameness;

        Why(Sameness sameness) {
            this.sameness = sameness;
        }
    }

    public boolean affected() {
        return why.sameness == Sameness.DIFFERENT;
    }

    /** How much of the code that it reaches is the same on both sides. */
    public Sameness sameness() {
        return why.sameness;
    }
}
