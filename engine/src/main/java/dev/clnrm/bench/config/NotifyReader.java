package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/** Checks who is told of the outcome, which is not used yet. */
final class NotifyReader {
    private static final List<String> WHEN = List.of("regressed", "changed", "always");

    private NotifyReader() {}

    static void check(Entry entry) {
        entry.mapping(Section.NOTIFY).get("webhook").map(Entry::mapping).ifPresent(NotifyReader::webhook);
    }

    private static void webhook(Mapping keys) {
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
    }
}
