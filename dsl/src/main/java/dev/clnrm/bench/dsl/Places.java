package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Place;
import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the user's line from which a DSL method is called. */
final class Places {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final String OWN = Places.class.getPackageName() + ".";

    private Places() {}

    /** The nearest stack frame outside this package and the JDK, because JDK streams may be in between. */
    static Place caller() {
        Optional<StackFrame> frame =
                WALKER.walk(frames -> frames.filter(Places::isAuthors).findFirst());
        return frame.map(f -> new Place(
                        Optional.ofNullable(f.getFileName()).orElse(f.getClassName()),
                        Math.max(f.getLineNumber(), 0),
                        0))
                .orElse(Place.UNKNOWN);
    }

    private static boolean isAuthors(StackFrame frame) {
        return Stream.of(OWN, "java.", "jdk.").noneMatch(frame.getClassName()::startsWith);
    }
}
