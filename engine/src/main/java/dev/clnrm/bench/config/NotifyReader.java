package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/** Reads who is told of a result. */
final class NotifyReader {
    private NotifyReader() {}

    static Optional<Webhook> webhook(Entry entry) {
        return entry.mapping(Section.NOTIFY).get("webhook").flatMap(webhook -> webhook(webhook.mapping()));
    }

    private static Optional<Webhook> webhook(Mapping keys) {
        Optional<Entry> url = keys.get("url");
        if (url.isPresent()) {
            url.get()
                    .fault(
                            "a webhook's address is a secret and does not belong in a file",
                            "keep it in an environment variable and name that with `url-from`");
            return Optional.empty();
        }
        keys.only(Section.WEBHOOK);
        Text from = keys.need("url-from", "`webhook`", "the name of an environment variable");
        if (!MeasureReader.VARIABLE.matcher(from.value()).matches()) {
            from.fault(
                    "this is not the name of an environment variable",
                    "keep the address in an environment variable and name that");
        }
        return Optional.of(new Webhook(
                from.value(),
                keys.get("when")
                        .map(when -> when.word(List.of(Webhook.When.values()), Webhook.When::word))
                        .orElse(Webhook.When.REGRESSED),
                keys.get("as")
                        .map(as -> as.word(List.of(Webhook.Shape.values()), Webhook.Shape::word))
                        .orElse(Webhook.Shape.JSON)));
    }
}
