package dev.clnrm.bench.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a run, each measured on a machine of its own. The cases of all parts together are those of the whole, each in
 * one part; both sides of a case are in the same.
 *
 * @param number which part, from 1
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
    /** All of it. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    public Shard {
        if (number < 1 || of < number) {
            throw new IllegalArgumentException("there is no part " + number + " of " + of);
        }
    }

    /** As written on the command line: {@code 1/4}. */
    public static Optional<Shard> ofWord(String word) {
        Matcher parts = WRITTEN.matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(parts.group(1));
        int of = Integer.parseInt(parts.group(2));
        return number >= 1 && number <= of ? Optional.of(new Shard(number, of)) : Optional.empty();
    }

    /** As a run keeps it: {@code 1/4}; nothing for all of it. */
    public Optional<String> section() {
        return of == 1 ? Optional.empty() : Optional.of(number + "/" + of);
    }

    /**
     * Its part of some values, dealt one by one.
     *
     * @param before how many were dealt before these
     */
    <T> List<T> of(List<T> all, int before) {
        return IntStream.range(0, all.size())
                .filter(i -> (before + i) % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }
}
