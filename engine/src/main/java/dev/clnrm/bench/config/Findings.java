package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found so far; goes on after every fault, so that one does not hide another. */
final class Findings {
    private static final int MOST = 1000;

    private final Set<Diagnostic> found = new LinkedHashSet<>();
    private int dropped;

    void add(Diagnostic diagnostic) {
        if (found.size() < MOST) {
            found.add(diagnostic);
        } else {
            dropped++;
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Diagnostic> of(Diagnostic.Level level) {
        return found.stream().filter(d -> d.level() == level).toList();
    }

    /** Throws everything found, if there is an error among it. */
    void throwErrors() throws DeclarationException {
        List<Diagnostic> errors = of(Diagnostic.Level.ERROR);
        if (!errors.isEmpty()) {
            List<Diagnostic> all = new ArrayList<>(found);
            if (dropped > 0) {
                Place place = all.get(0).place();
                all.add(Diagnostic.error(
                        new Place(place.file(), Integer.MAX_VALUE, 0),
                        "too many faults; " + dropped + " more are not shown"));
            }
            throw new DeclarationException(all);
        }
    }
}
