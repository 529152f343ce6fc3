package dev.clnrm.bench.store;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;

/** Faults of a store. They name the store as the user does. */
final class StoreFault {
    /** The help for a store that a newer version wrote. */
    static final String NEWER = "use the version of clnrm-bench that wrote it, or a newer one";

    private StoreFault() {}

    static UnreadableFileException unreadable(String store, String message, String help) {
        return new UnreadableFileException(new Place(store, 0, 0), message, help);
    }

    static UnwritableFileException unwritable(String store, String message, String help) {
        return new UnwritableFileException(new Place(store, 0, 0), message, help);
    }
}
