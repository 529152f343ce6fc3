package dev.clnrm.bench.runs;

import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.samples.JmhResult;
import java.util.List;
import java.util.Optional;

/**
 * The measuring conditions of a case, as {@code run.json} records them.
 *
 * @param name the full name of the case: {@code scenario/multi_step_scenario{steps=50}}
 * @param effort the number of forks, the warm-up and the iterations
 * @param jvm the JVM of its forks
 * @param jvmArgs the arguments of the JVM
 * @param jmh the version of JMH
 * @param batch how many invocations count as one operation
 * @param operations how many operations an invocation performs
 * @param machine the machine of its part, in a run that was merged from parts
 */
public record CaseFacts(
        String name,
        Optional<Mode> mode,
        Optional<Effort> effort,
        Optional<Java> jvm,
        Optional<List<String>> jvmArgs,
        Optional<String> jmh,
        Optional<Integer> batch,
        Optional<Integer> operations,
        Optional<Fingerprint> machine) {
    public CaseFacts {
        jvmArgs = jvmArgs.map(List::copyOf);
    }

    /** A JDK, with its directory. */
    public record Java(String home, String version, String vendor) {}

    public static CaseFacts of(PlannedCase planned) {
        return new CaseFacts(
                planned.name().toString(),
                Optional.of(planned.mode()),
                Optional.of(planned.effort()),
                Optional.of(new Java(
                        planned.launch().jvm().home().toString(),
                        planned.launch().jvm().version(),
                        planned.launch().jvm().vendor())),
                Optional.of(planned.launch().jvmArgs()),
                Optional.of(planned.launch().jmhVersion()),
                Optional.of(planned.target().batchSize()),
                Optional.of(planned.target().operations()),
                Optional.empty());
    }

    public static CaseFacts of(CaseName name, JmhResult result) {
        JmhResult.Vm vm = result.vm();
        boolean known = !vm.jdkVersion().isEmpty();
        return new CaseFacts(
                name.toString(),
                Optional.of(result.mode()),
                Optional.empty(),
                known ? Optional.of(new Java("", vm.jdkVersion(), vm.name())) : Optional.empty(),
                known ? Optional.of(vm.args()) : Optional.empty(),
                Optional.of(vm.jmhVersion()).filter(version -> !version.isEmpty()),
                Optional.of(result.measurement().batchSize()),
                Optional.empty(),
                Optional.empty());
    }

    /** A case of which only the name is known. */
    static CaseFacts unknown(String name) {
        return new CaseFacts(
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public CaseFacts on(Optional<Fingerprint> other) {
        return new CaseFacts(name, mode, effort, jvm, jvmArgs, jmh, batch, operations, other);
    }

    /** The facts that reports show: machine, JVM and its arguments. */
    CaseFacts shown() {
        return new CaseFacts(
                name,
                Optional.empty(),
                Optional.empty(),
                jvm,
                jvmArgs,
                jmh,
                Optional.empty(),
                Optional.empty(),
                machine);
    }

    /**
     * The conditions under which the case was measured.
     *
     * @param host the machine of the run; a machine of the case itself has precedence
     */
    public Conditions conditions(CaseSamples samples, Optional<Fingerprint> host) {
        Optional<String> jdk = jvm.map(Java::version).filter(version -> !version.isEmpty());
        return new Conditions(
                machine.or(() -> host).map(Fingerprint::words),
                jdk,
                Optional.empty(),
                jvmArgs.map(Conditions::lasting),
                Conditions.blackholes(jmh.orElse(""), jdk.orElse("")),
                ForkSetup.of(
                        samples, batch, operations, effort.map(Effort::warmup).map(CaseFacts::words)));
    }

    private static String words(Warmup warmup) {
        if (warmup instanceof Warmup.Fixed fixed) {
            return ForkSetup.fixed(fixed.count(), fixed.seconds());
        }
        return ForkSetup.untilSteady(((Warmup.Adaptive) warmup).capSeconds());
    }
}
