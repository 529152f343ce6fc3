package dev.clnrm.bench.github;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHCheckRun;
import org.kohsuke.github.GHCheckRunBuilder;
import org.kohsuke.github.GHRepository;

/**
 * Keeps one check run per name and commit up to date. An update appends annotations and cannot remove any, so a check run that has some is
 * replaced by a new one of the same name: GitHub shows the newest.
 */
final class CheckRuns {
    /** The most annotations: as many as one request takes. */
    private static final int MOST = 50;

    private CheckRuns() {}

    static Posted post(GHRepository repository, CheckRun check) throws IOException {
        String commit = check.message().commit();
        Optional<GHCheckRun> before = Optional.empty();
        boolean shared = false;
        for (GHCheckRun run : repository.getCheckRuns(commit, Map.of("check_name", check.name()))) {
            Optional<Order> order = order(check.message().key(), String.valueOf(run.getExternalId()));
            if (order.isPresent() && order.get().isNewerThan(check.message().order())) {
                return Posted.Superseded.by("check", order.get());
            }
            if (order.isPresent() && order.get().rivals(check.message().order())) {
                if (check.conclusion().compareTo(conclusion(run)) <= 0) {
                    return Posted.Shared.by("check");
                }
                shared = true;
            }
            boolean newest = before.isEmpty() || run.getId() > before.get().getId();
            before = order.isPresent() && newest ? Optional.of(run) : before;
        }
        before = before.filter(run -> run.getOutput().getAnnotationsCount() == 0);
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
        GHCheckRunBuilder.Output output = new GHCheckRunBuilder.Output(
                check.title(), check.message().text() + more(check.breaches().size() - MOST));
        check.breaches().stream()
                .limit(MOST)
                .forEach(breach -> output.add(new GHCheckRunBuilder.Annotation(
                                breach.path(), breach.line(), GHCheckRun.AnnotationLevel.FAILURE, breach.message())
                        .withTitle(breach.title())));
        GHCheckRun posted = builder.add(output).create();
        return shared ? Posted.Shared.by("check") : new Posted.Done(String.valueOf(posted.getHtmlUrl()));
    }

    private static CheckRun.Conclusion conclusion(GHCheckRun run) {
        if (run.getConclusion() == GHCheckRun.Conclusion.SUCCESS) {
            return CheckRun.Conclusion.SUCCESS;
        }
        return run.getConclusion() == GHCheckRun.Conclusion.NEUTRAL
                ? CheckRun.Conclusion.NEUTRAL
                : CheckRun.Conclusion.FAILURE;
    }

    private static String more(int more) {
        return more <= 0 ? "" : "\nAnnotations: the first " + MOST + "; " + more + " more are omitted.\n";
    }

    private static String id(Message message) {
        return "clnrm-bench:" + message.key() + ":" + message.order().run() + ":"
                + message.order().attempt()
                + (message.order().job().isEmpty() ? "" : ":" + message.order().job());
    }

    private static Optional<Order> order(String key, String id) {
        String[] parts = id.split(":", -1);
        boolean ours = (parts.length == 4 || (parts.length == 5 && parts[4].matches("[0-9a-f]{8}")))
                && parts[0].equals("clnrm-bench")
                && parts[1].equals(key)
                && parts[2].matches("\\d{1,18}")
                && parts[3].matches("\\d{1,9}");
        return ours
                ? Optional.of(new Order(
                        Long.parseLong(parts[2]), Integer.parseInt(parts[3]), parts.length == 5 ? parts[4] : ""))
                : Optional.empty();
    }
}
