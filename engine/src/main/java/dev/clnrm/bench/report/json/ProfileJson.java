package dev.clnrm.bench.report.json;

import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.profile.ProfiledCase;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.profile.Stacks;
import java.util.ArrayList;
import java.util.List;

/** Writes profiled cases for programs. */
public final class ProfileJson {
    private ProfileJson() {}

    /**
     * The whole document.
     *
     * @param profiler the profiler of the forks
     * @param seconds how long
     */
    public static String render(String profiler, double seconds, List<ProfiledCase> cases) {
        return JsonText.lines(new Fields()
                .with("format", 1)
                .with("profiler", profiler)
                .with("seconds", seconds)
                .each("cases", cases, ProfileJson::of));
    }

    private static Fields of(ProfiledCase one) {
        List<Fields> kinds = new ArrayList<>();
        one.profile().kinds().forEach((kind, stacks) -> kinds.add(of(kind, stacks)));
        return new Fields()
                .with("name", one.name().toString())
                .with("failure", one.failure())
                .with("kinds", kinds)
                .with("retained", one.profile().held().map(Retention.Held::bytes))
                .each("graphs", one.graphs(), Object::toString);
    }

    private static Fields of(ProfileKind kind, Stacks stacks) {
        return new Fields()
                .with("kind", kind.word())
                .with("unit", kind == ProfileKind.ALLOCATION ? "B" : "s")
                .with("samples", stacks.samples())
                .with("total", stacks.total())
                .each("methods", stacks.hottest(), hot -> of(hot.frame())
                        .with("share", hot.share())
                        .with("caller", hot.caller().map(ProfileJson::of)));
    }

    static Fields of(Explanation one) {
        return new Fields()
                .with("name", one.name())
                .with("kind", one.kind().word())
                .with("profiler", one.profiler())
                .each("grew", one.growth(), growth -> of(growth.frame())
                        .with("share", growth.share())
                        .each("parts", growth.parts(), part -> new Fields()
                                .with("method", part.method())
                                .with("share", part.share())))
                .with("jit", one.jit().map(ProfileJson::of))
                .with("retained", one.retention().map(held -> new Fields()
                        .with("base", held.base())
                        .with("head", held.head())
                        .with("base_growth", held.baseGrowth())
                        .with("head_growth", held.headGrowth())))
                .with("graph", one.graph())
                .with("failure", one.failure());
    }

    private static Fields of(JitFindings jit) {
        return new Fields()
                .each("outgrown", jit.outgrown(), one -> new Fields()
                        .with("method", one.method())
                        .with("before", one.before())
                        .with("after", one.after())
                        .with("limit", one.limit().flag())
                        .with("bytes", one.bytes()))
                .each("inlining", jit.inlining(), one -> new Fields()
                        .with("callee", one.callee())
                        .with("caller", one.caller())
                        .with("only_on", one.onBase() ? "base" : "head")
                        .with("reason", one.reason()))
                .with("failure", jit.failure());
    }

    static Fields of(Frame frame) {
        return new Fields().with("method", frame.name()).with("line", frame.line());
    }
}
