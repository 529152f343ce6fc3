package dev.clnrm.bench.research;

import java.util.List;

/** Decides which cases of a suite became slower. */
interface Rule {
    /** The result for {@code suite}. */
    Calls judge(List<Drawn> suite);
}
