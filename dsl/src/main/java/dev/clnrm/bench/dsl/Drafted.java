package dev.clnrm.bench.dsl;

/** Something of which a body can be measured. */
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
