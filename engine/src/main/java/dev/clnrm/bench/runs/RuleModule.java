package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.clnrm.bench.model.Place;
import java.io.IOException;

/** The JSON format of values in declared rules: finite numbers, and places, which are missing in old runs and in runs of strangers. */
final class RuleModule extends SimpleModule {
    RuleModule() {
        addDeserializer(double.class, new FiniteReader());
        addDeserializer(Double.class, new FiniteReader());
        addDeserializer(Place.class, new PlaceReader());
    }

    private record Position(String file, int line, int column) {}

    private static final class PlaceReader extends StdDeserializer<Place> {
        PlaceReader() {
            super(Place.class);
        }

        @Override
        public Place deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Position read = context.readValue(parser, Position.class);
            return new Place(read.file(), Math.max(0, read.line()), Math.max(0, read.column()));
        }

        @Override
        public Place getNullValue(DeserializationContext context) {
            return Place.UNKNOWN;
        }
    }

    private static final class FiniteReader extends StdDeserializer<Double> {
        FiniteReader() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            double number = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
            if (!Double.isFinite(number)) {
                context.reportInputMismatch(this, "expected a finite number");
            }
            return number;
        }
    }
}
