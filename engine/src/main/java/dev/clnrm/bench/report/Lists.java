package dev.clnrm.bench.report;

import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** Several things in one sentence. */
final class Lists {
    private Lists() {}

    /** {@code a, b, c and 2 more}. */
    static String some(List<String> names, int most) {
        if (names.size() <= most) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** A list whose elements are made as they are read: of many, few may be. */
    static <T, R> List<R> as(List<T> all, Function<T, R> making) {
        return new AbstractList<>() {
            @Override
            public R get(int index) {
                return making.apply(all.get(index));
            }

            @Override
            public int size() {
                return all.size();
            }
        };
    }
}
