package dev.clnrm.bench.config;

import java.util.Optional;

/** Reads shares: {@code 5 %}. */
final class Shares {
    private Shares() {}

    static Optional<Cursor.Amount> read(Entry entry, Reading reading) {
        return reading.scalar(entry, "a share like `5 %`").flatMap(Shares::read);
    }

    static Optional<Cursor.Amount> read(Text text) {
        Cursor cursor = new Cursor(text);
        return cursor.amount(Unit.SHARE).filter(share -> cursor.end(""));
    }
}
