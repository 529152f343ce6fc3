package dev.clnrm.bench.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The environment and settings of a measurement, as text; empty if unknown.
 *
 * @param host the machine: {@code AMD EPYC 7763, 2 processors, 7.8 GiB, Linux 6.1}
 * @param jdk the version of the JDK: {@code 17.0.15}
 * @param vm name and build of the virtual machine: {@code OpenJDK 64-Bit Server VM 17.0.15+6}
 * @param flags the arguments of the JVM, without those that name folders of one run
 * @param blackholes the kind of JMH's black holes: {@code compiler} or {@code full}
 * @param setup threads, batch size, warm-up and iterations of its forks
 */
public record Conditions(
        Optional<String> host,
        Optional<String> jdk,
        Optional<String> vm,
        Optional<List<String>> flags,
        Optional<String> blackholes,
        ForkSetup setup) {
    public static final Conditions UNKNOWN =
            new Conditions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The first Java release whose compiler supports black holes. */
    private static final int COMPILER_BLACKHOLES = 17;

    /** The first minor version of JMH that uses them by default. */
    private static final int COMPILER_BLACKHOLES_BY_JMH = 36;

    public Conditions {
        flags = flags.map(List::copyOf);
    }

    /** Conditions without the setup of the forks. */
    public Conditions(
            Optional<String> host,
            Optional<String> jdk,
            Optional<String> vm,
            Optional<List<String>> flags,
            Optional<String> blackholes) {
        this(host, jdk, vm, flags, blackholes, ForkSetup.UNKNOWN);
    }

    /** The conditions in a JMH result file, which does not name the machine. */
    public static Conditions of(JmhResult.Vm vm) {
        boolean silent = vm.jdkVersion().isEmpty() && vm.args().isEmpty();
        return new Conditions(
                Optional.empty(),
                said(vm.jdkVersion()),
                said((vm.name() + " " + vm.version()).strip()),
                silent ? Optional.empty() : Optional.of(lasting(vm.args())),
                blackholes(vm.jmhVersion(), vm.jdkVersion()));
    }

    public Conditions on(Optional<String> machine) {
        return new Conditions(machine, jdk, vm, flags, blackholes, setup);
    }

    public Conditions with(ForkSetup forks) {
        return new Conditions(host, jdk, vm, flags, blackholes, forks);
    }

    /** The machine and the JVM only: what all cases of a run share. */
    public Conditions platform() {
        return with(ForkSetup.UNKNOWN);
    }

    /** The arguments except those that name a place of one run, for example a folder for temporary files. */
    public static List<String> lasting(List<String> args) {
        return args.stream().filter(arg -> !arg.startsWith("-Djava.io.tmpdir=")).toList();
    }

    /** The kind of black holes that JMH uses by default: compiler black holes from JMH 1.36 and JDK 17 on. */
    public static Optional<String> blackholes(String jmhVersion, String jdkVersion) {
        String[] jmh = jmhVersion.split("[.-]", -1);
        String[] jdk = jdkVersion.split("[^0-9]+", -1);
        if (jmh.length < 2 || !jmh[1].matches("\\d{1,4}") || !jdk[0].matches("\\d{1,4}")) {
            return Optional.empty();
        }
        boolean known = Integer.parseInt(jdk[0]) >= COMPILER_BLACKHOLES;
        return Optional.of(known && Integer.parseInt(jmh[1]) >= COMPILER_BLACKHOLES_BY_JMH ? "compiler" : "full");
    }

    /** The differences between two conditions, the machine first; an unknown aspect does not differ. */
    public List<Difference> differences(Conditions other) {
        List<Difference> found = new ArrayList<>();
        for (Aspect aspect : Aspect.values()) {
            boolean differ = add(found, aspect, aspect.of(this), aspect.of(other));
            if (aspect == Aspect.JDK && !differ) {
                add(found, aspect, vm, other.vm);
            }
        }
        return found;
    }

    private static boolean add(List<Difference> found, Aspect aspect, Optional<String> base, Optional<String> head) {
        boolean differ = base.isPresent() && head.isPresent() && !base.equals(head);
        if (differ) {
            found.add(new Difference(aspect, base.get(), head.get()));
        }
        return differ;
    }

    private static Optional<String> said(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The aspects that can differ. */
    public enum Aspect {
        HOST("the hosts differ"),
        /** The JDK, or the build of the JVM. */
        JDK("the JDKs differ"),
        FLAGS("the JVM's flags differ"),
        BLACKHOLES("the black holes differ"),
        THREADS("the numbers of threads differ"),
        /** The number of invocations that count as one. */
        BATCH("the batch sizes differ"),
        OPERATIONS("the operations per invocation differ"),
        WARMUP("the warm-ups differ"),
        ITERATION("the lengths of an iteration differ");

        private final String differs;

        Aspect(String differs) {
            this.differs = differs;
        }

        /** The clause about a difference, without the values: {@code the JDKs differ}. */
        public String differs() {
            return differs;
        }

        /** The text of the aspect; empty if unknown. */
        Optional<String> of(Conditions one) {
            return switch (this) {
                case HOST -> one.host;
                case JDK -> one.jdk;
                case FLAGS -> one.flags.map(flags -> flags.isEmpty() ? "none" : String.join(" ", flags));
                case BLACKHOLES -> one.blackholes;
                case THREADS -> one.setup.threads().map(String::valueOf);
                case BATCH -> one.setup.batch().map(String::valueOf);
                case OPERATIONS -> one.setup.operations().map(String::valueOf);
                case WARMUP -> one.setup.warmup();
                case ITERATION -> one.setup.iteration();
            };
        }

        /** Whether a difference in this aspect prevents a comparison of times. */
        public boolean forbids() {
            return this != OPERATIONS && this != WARMUP && this != ITERATION;
        }

        /** Whether a difference in this aspect prevents a comparison of bytes. Another machine allocates the same. */
        public boolean forbidsAllocation() {
            return this == JDK || this == FLAGS || this == THREADS || this == BATCH;
        }
    }

    /**
     * A difference.
     *
     * @param base the text for the base
     * @param head the text for the head
     */
    public record Difference(Aspect aspect, String base, String head) {
        /** The clause with the values: {@code the JDKs differ: 17.0.14 against 17.0.15}. */
        public String text() {
            return aspect.differs() + ": " + base + " against " + head;
        }
    }
}
