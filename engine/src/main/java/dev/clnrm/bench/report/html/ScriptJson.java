package dev.clnrm.bench.report.html;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.json.DataWords;
import dev.clnrm.bench.report.json.JsonText;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * JSON that is safe between {@code <script>} and {@code </script>}: it cannot begin or end an element. Texts are safe; numbers
 * are rounded for drawing.
 */
final class ScriptJson {
    /** The digits of a drawn number: nobody sees a thousandth of a pixel. */
    private static final MathContext DRAWN = new MathContext(5);

    private static final ObjectWriter WRITER = JsonText.mapper("<>&'")
            .addModule(new SimpleModule("page")
                    .addSerializer(
                            String.class,
                            DataWords.serializer((text, out, provider) -> out.writeString(Inert.command(text))))
                    .addSerializer(Double.class, DataWords.serializer((number, out, provider) -> {
                        if (!Double.isFinite(number)) {
                            out.writeNull();
                        } else if (number == Math.rint(number) && Math.abs(number) < 1e9) {
                            out.writeNumber(number.longValue());
                        } else {
                            out.writeNumber(
                                    BigDecimal.valueOf(number).round(DRAWN).doubleValue());
                        }
                    })))
            .build()
            .writer();

    private ScriptJson() {}

    static String text(Object data) {
        return JsonText.text(WRITER, data);
    }
}
