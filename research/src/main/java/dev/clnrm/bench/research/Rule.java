package dev.clnrm.bench.research;

import java.util.List;

/** A way to say which cases of a suite became slower. */
interface Rule {
    /** What it says of {@code suite}. */
    Calls judge(List<Drawn> suite);
}
