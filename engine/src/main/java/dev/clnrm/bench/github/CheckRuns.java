package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/** Keeps one check run per name and commit up to date. Annotations are sent in batches. */
final class CheckRuns {
    private CheckRuns() {}

    static Posted post(GHRepository repository, CheckRun check) throws IOException {
        String commit = check.message().commit();
        Optional<GHCheckRun> before = Optional.empty();
        for (GHCheckRun run : repository.getCheckRuns(commit, Map.of("check_name", check.name()))) {
            Optional<Order> order = order(check.message().key(), String.valueOf(run.getExternalId()));
            if (order.isPresent() && order.get().compareTo(check.message().order()) > 0) {
                return Posted.Superseded.by("check", order.get());
            }
            before = order.isPresent() ? Optional.of(run) : before;
        }
        GHCheckRunBuilder builder =
                before.isPresent() ? before.get().update() : repository.createCheckRun(check.name(), commit);
        builder.withStatus(GHCheckRun.Status.COMPLETED)
                .withConclusion(
                        switch (check.conclusion()) {
                            case SUCCESS -> GHCheckRun.Conclusion.SUCCESS;
                            case NEUTRAL -> GHCheckRun.Conclusion.NEUTRAL;
                            case FAILURE -> GHCheckRun.Conclusion.FAILURE;
                        })
                .withExternalID(id(check.message()));
        if (!check.details().isEmpty()) {
            builder.withDetailsURL(check.details());
        }
        GHCheckRunBuilder.Output output =
                new GHCheckRunBuilder.Output(check.title(), check.message().text());
        check.breaches()
                .forEach(breach -> output.add(new GHCheckRunBuilder.Annotation(
                                breach.path(), breach.line(), GHCheckRun.AnnotationLevel.FAILURE, breach.message())
                        .withTitle(breach.title())));
        return new Posted.Done(String.valueOf(builder.add(output).create().getHtmlUrl()));
    }

    private static String id(Message message) {
        return "clnrm-bench:" + message.key() + ":" + message.order().run() + ":"
                + message.order().attempt();
    }

    private static Optional<Order> order(String key, String id) {
        String[] parts = id.split(":", -1);
        boolean ours = parts.length == 4
                && parts[0].equals("clnrm-bench")
                && parts[1].equals(key)
                && parts[2].matches("\\d{1,18}")
                && parts[3].matches("\\d{1,9}");
        return ours ? Optional.of(new Order(Long.parseLong(parts[2]), Integer.parseInt(parts[3]))) : Optional.empty();
    }
}
