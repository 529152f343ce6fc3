package dev.clnrm.bench.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a text from left to right. After the first fault it reports no further ones and returns stand-ins. */
final class Cursor {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?(\\d+))?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:[,_']\\d{3}){1,12}(?!\\d)");
    private static final Pattern UNIT = Pattern.compile("[^\\s,]+");
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EXPONENT = 3;

    /** A valid value for every kind of amount: a time, a size, a share, a confidence. */
    private static final double STAND_IN = 0.5;

    private final Text text;
    private final String value;
    private Reading reading;
    private boolean sound = true;

    /** The end of the part that was read last. */
    private int end;

    /** The position of the next character that is not a space. */
    private int at;

    Cursor(Text text) {
        this.text = text;
        this.value = text.value();
        this.reading = text.reading();
        step(0);
    }

    private void step(int to) {
        end = to;
        at = to;
        while (!atEnd() && Character.isWhitespace(value.charAt(at))) {
            at++;
        }
    }

    /** Whether only spaces remain. */
    boolean atEnd() {
        return at == value.length();
    }

    /** Skips the words if they come next, with any number of spaces between them. */
    boolean eat(String words) {
        return eat(Pattern.compile(words.replace(" ", "\\s+") + "(?![\\w-])")).isPresent();
    }

    /** Skips a punctuation mark if it comes next. */
    boolean eatMark(String mark) {
        return eat(Pattern.compile(mark, Pattern.LITERAL)).isPresent();
    }

    private Optional<MatchResult> eat(Pattern pattern) {
        Matcher matcher = pattern.matcher(value).region(at, value.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        step(matcher.end());
        return Optional.of(matcher);
    }

    /** Reports a fault at the rest of the text. */
    void fault(String message, String help) {
        fault(text.part(at, Math.max(at, value.stripTrailing().length())), message, help);
    }

    /** Reports a fault of the whole text. */
    void refuse(String message, String help) {
        fault(text.spot(), message, help);
    }

    private void fault(Spot spot, String message, String help) {
        reading.fault(spot, message, help);
        reading = reading.silent();
        sound = false;
    }

    /** Reports any remaining text as a fault. */
    void end(String help) {
        if (!atEnd()) {
            fault("unexpected " + left(), help);
        }
    }

    private String left() {
        return VisibleText.quote(value.substring(at).stripTrailing());
    }

    /** Reads an amount that ends the text. */
    Amount onlyAmount(AmountKind unit) {
        Amount amount = amount(unit);
        end("");
        return amount;
    }

    /** Reads an amount of this kind that is not negative. */
    Amount amount(AmountKind kind) {
        int from = at;
        Optional<BigDecimal> number = decimal(kind.what(), kind.help());
        int unitFrom = at;
        if (number.isEmpty()) {
            return made(STAND_IN, from);
        }
        Optional<String> unit = eat(UNIT).map(MatchResult::group);
        if (unit.isEmpty()) {
            fault(since(from), quoted(from) + " has no unit", kind.help());
            return made(STAND_IN, from);
        }
        Optional<BigDecimal> factor = unit.flatMap(kind::factor);
        if (factor.isEmpty()) {
            fault(since(unitFrom), AmountKind.unknown(unit.get(), kind), kind.help());
            return made(STAND_IN, from);
        }
        BigDecimal amount = number.get().multiply(factor.get());
        if (amount.signum() < 0) {
            fault(since(from), kind.what() + " is not negative, but this is " + quoted(from), "");
        } else if (amount.compareTo(kind.most()) > 0) {
            outOfRange(from);
        }
        return made(amount.doubleValue(), from);
    }

    /** Reads a number without a unit. */
    Amount number(String what, String help) {
        int from = at;
        double number = decimal(what, help).map(BigDecimal::doubleValue).orElse(STAND_IN);
        if (Double.isInfinite(number)) {
            outOfRange(from);
        }
        return made(number, from);
    }

    Amount whole(String what, int least, int most) {
        int from = at;
        Optional<BigDecimal> number = decimal(what, "")
                .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0)
                .filter(n -> n.stripTrailingZeros().scale() <= 0);
        if (number.isEmpty()) {
            String range = what + " is a whole number from " + least + " to " + most;
            fault(since(from), range + ", not " + quoted(from), "");
        }
        return new Amount(number.map(BigDecimal::doubleValue).orElse((double) least), since(from), reading, sound);
    }

    private Amount made(double amount, int from) {
        return new Amount(sound ? amount : STAND_IN, since(from), reading, sound);
    }

    private Optional<BigDecimal> decimal(String what, String help) {
        int from = at;
        Optional<MatchResult> grouped = eat(GROUPED);
        if (grouped.isPresent()) {
            String digits = grouped.get().group().replaceAll("[,_']", "");
            fault(since(from), "a number takes no separators", "write `" + digits + "`");
            return Optional.empty();
        }
        Optional<MatchResult> number = eat(NUMBER);
        if (number.isEmpty()) {
            fault("expected " + what + ", found " + (atEnd() ? "nothing" : left()), help);
            return Optional.empty();
        }
        String digits = number.get().group();
        String exponent = number.get().group(1);
        if (digits.length() > LONGEST_NUMBER || (exponent != null && exponent.length() > LONGEST_EXPONENT)) {
            outOfRange(from);
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits));
    }

    private void outOfRange(int from) {
        fault(since(from), quoted(from) + " is out of range", "");
    }

    /** The part that was read from an index on. */
    private Spot since(int from) {
        return text.part(from, Math.max(from, end));
    }

    private String quoted(int from) {
        return VisibleText.quote(value.substring(from, Math.max(from, end)));
    }
}
