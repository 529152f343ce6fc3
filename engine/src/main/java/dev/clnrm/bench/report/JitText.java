package dev.clnrm.bench.report;

import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.JitFindings.Inlining;
import dev.clnrm.bench.profile.JitFindings.Outgrown;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Formats what the JIT compiler may do differently on the head. Every sentence says only that it may explain a change. */
public final class JitText {
    /** The end of each sentence. */
    public static final String MAY_EXPLAIN = ", which may explain the change";

    /** Comes before the reason why something is unknown. */
    public static final String UNKNOWN = "not all compilations are known: ";

    private JitText() {}

    /** A line for each finding, and one line if some compilations are unknown. */
    public static List<String> lines(Optional<JitFindings> found) {
        return found.stream()
                .flatMap(jit -> Stream.of(
                                jit.outgrown().stream().map(one -> Inert.name(one.method()) + " " + grew(one)),
                                jit.inlining().stream().map(JitText::line),
                                jit.failure().stream().map(why -> UNKNOWN + Inert.sentence(why)))
                        .flatMap(lines -> lines))
                .toList();
    }

    /** {@code grew from 310 to 340 bytes of bytecode, over FreqInlineSize = 325: …}: everything except the name of the method. */
    public static String grew(Outgrown one) {
        String then =
                switch (one.limit()) {
                    case INLINE -> "HotSpot inlines a larger method only if it is called often";
                    case FREQUENT -> "HotSpot does not inline larger methods";
                    case COMPILE -> "HotSpot does not compile larger methods";
                };
        return "grew from " + one.before() + " to " + one.after() + " bytes of bytecode, over "
                + one.limit().flag() + " = " + one.bytes() + ": " + then + MAY_EXPLAIN;
    }

    private static String line(Inlining one) {
        return Inert.name(one.callee()) + " is inlined into " + Inert.name(one.caller()) + " " + side(one) + " \""
                + Inert.name(one.reason()) + "\"" + MAY_EXPLAIN;
    }

    /** {@code on the base only; on the head, HotSpot reports}: the text before the reason. */
    public static String side(Inlining one) {
        return one.onBase()
                ? "on the base only; on the head, HotSpot reports"
                : "on the head only; on the base, HotSpot reports";
    }
}
