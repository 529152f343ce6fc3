package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Plays a short run for inspection. */
final class Look {
    private Look() {}

    public static void main(String[] arguments) throws InterruptedException {
        Progress progress = Terminal.ofThisProcess(Color.AUTO, System.getenv()).progress();
        List<CaseName> names = List.of(
                new CaseName("cleanroom", "cleanroom_creation", Map.of()),
                new CaseName("scenario", "multi_step_scenario", Map.of("steps", "10")),
                new CaseName("ai_intelligence", "a_benchmark_with_quite_a_long_name/and_a_part", Map.of("n", "1000")));
        progress.planned(3, 9, 0, 9);
        for (int fork = 1; fork <= 3; fork++) {
            for (CaseName name : names) {
                progress.forkStarted(name, fork, 3);
                for (int i = 0; i < 6; i++) {
                    Thread.sleep(60);
                    progress.iteration(name, i > 2, 1.2e-6 * name.benchmark().length());
                }
                if (fork == 2 && name.suite().equals("scenario")) {
                    progress.forkFailed(name, fork, 3, "java.lang.IllegalStateException: no\nsuch key");
                } else {
                    progress.forkEnded(
                            name,
                            fork,
                            3,
                            OptionalDouble.of(1.2e-6 * name.benchmark().length()));
                }
            }
        }
        progress.note("the time budget ran out before every case had its forks");
        progress.done();
    }
}
