package dev.clnrm.bench.dsl;

/** A declaration to which a measured body can be added. */
abstract class Drafted {
    final Draft draft;

    Drafted(Draft draft) {
        this.draft = draft;
    }

    /** The benchmark that measures a body. */
    static BenchmarkDeclaration measured(Object drafted, Kind kind, int arguments, Object body) {
        return ((Drafted) drafted).draft.measured(kind, arguments, body);
    }
}
