package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/** Checks who is told of the outcome, which has no effect in this version. */
final class NotifyReader {
    private static final List<String> WHEN = List.of("regressed", "changed", "always");

    private NotifyReader() {}

    static void check(Entry entry) {
        entry.mapping(Section.NOTIFY).get("webhook").ifPresent(webhook -> webhook(entry, webhook.mapping()));
    }

    private static void webhook(Entry entry, Mapping keys) {
        Optional<Entry> url = keys.get("url");
        if (url.isPresent()) {
            url.get()
                    .fault(
                            "a webhook's address is a secret and does not belong in a file",
                            "keep it in an environment variable and name that with `url-from`");
            return;
        }
        keys.only(Section.WEBHOOK).get("when").ifPresent(when -> when.word(WHEN, word -> word));
        Text from = keys.need("url-from", "`webhook`", "the name of an environment variable");
        if (!MeasureReader.VARIABLE.matcher(from.value()).matches()) {
            from.fault(
                    "this is not the name of an environment variable",
                    "keep the address in an environment variable and name that");
        }
        entry.withoutEffect("this version sends nothing to a webhook", "send it in a later step of your workflow");
    }
}
