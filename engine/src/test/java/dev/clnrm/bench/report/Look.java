package dev.clnrm.bench.report;

import dev.clnrm.bench.report.format.Format;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Prints a run for inspection: {@code java … Look table}. */
final class Look {
    private Look() {}

    public static void main(String[] arguments) {
        Format format = Format.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Style style = new Style(Style.WIDTH, arguments.length > 1 ? Palette.ANSI : Palette.NONE);
        byte[] bytes = format.renderer(style).render(Runs.everything().view()).getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
