package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.link.ForkLink;

/** The cases measured in one JVM: gives what comes back to the case it belongs to, and says which are whole. */
final class SharedJvm implements ForkLink.Listener {
    private final Session session;
    private final RunListener listener;
    private final ForkLog log;
    private final Instant started;
    private final long begin = System.nanoTime();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Semaphore events = new Semaphore(0);
    private final List<JournalEntry> ready = new ArrayList<>();
    private Optional<Member> current = Optional.empty();
    private long lastEvent = System.nanoTime();

    /** One case; open until it has a record. */
    private static final class Member {
        final ForkJob job;
        final Collector collector;
        boolean open = true;

        Member(ForkJob job, Collector collector) {
            this.job = job;
            this.collector = collector;
        }
    }

    SharedJvm(Session session, RunListener listener, ForkLog log, Instant started) {
        this.session = session;
        this.listener = listener;
        this.log = log;
        this.started = started;
    }

    /** Another case, measured after those added before. */
    void add(BenchmarkParams params, ForkJob job) {
        Collector collector =
                new Collector(job, LinkForks.iterationSeconds(job.planned()), session.warmupRule(), listener, log);
        members.put(params.id(), new Member(job, collector));
    }

    /** Watches the process from outside from now on. */
    synchronized void watch(ProcSampler process) {
        members.values().forEach(member -> member.collector.watch(process));
    }

    @Override
    public synchronized void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number) {
        Optional<Member> next = Optional.ofNullable(members.get(benchmark.id()));
        if (!next.equals(current)) {
            current.filter(member -> member.open && !member.collector.failure().isEmpty())
                    .ifPresent(this::failed);
            current = next;
            next.ifPresent(member -> listener.forkStarted(
                    member.job.planned().name(),
                    member.job.fork(),
                    member.job.planned().effort().forks().min()));
        }
        next.ifPresent(member -> member.collector.iterationStarted(benchmark, params, number));
        happened();
    }

    @Override
    public synchronized void iterationEnded(
            BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
        Member member = members.get(benchmark.id());
        if (member != null && member.open) {
            member.collector.iterationEnded(benchmark, params, number, result);
            if (member.collector.enough()) {
                close(member, new Outcome.Finished());
            }
        }
        happened();
    }

    @Override
    public synchronized void said(String line) {
        current.filter(member -> member.open).ifPresent(member -> member.collector.said(line));
    }

    @Override
    public void printed(byte[] bytes) {
        log.write(bytes, bytes.length);
    }

    /** Records that became whole since this was last asked. */
    synchronized List<JournalEntry> whole() {
        List<JournalEntry> records = List.copyOf(ready);
        ready.clear();
        return records;
    }

    /** The jobs without a record. */
    synchronized List<ForkJob> left() {
        return members.values().stream()
                .filter(member -> member.open)
                .map(member -> member.job)
                .toList();
    }

    /** The record of the case whose iteration does not end. */
    synchronized Optional<JournalEntry> hung(double seconds) {
        return last(member -> ending(member).hung(seconds));
    }

    /** The record of the case at which the JVM ended. */
    synchronized Optional<JournalEntry> brokeOff(ForkLink link, OptionalInt exitStatus) {
        return last(member -> ending(member).failed(link, exitStatus));
    }

    /** Waits for something to happen, but no longer than {@code millis}. */
    void await(long millis) throws InterruptedException {
        if (events.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            events.drainPermits();
        }
    }

    synchronized double silentSeconds() {
        return (System.nanoTime() - lastEvent) / 1e9;
    }

    /** How long the current case may go without an iteration ending. */
    synchronized double patience() {
        return session.timeoutSeconds()
                + 2
                        * current.map(member -> LinkForks.iterationSeconds(member.job.planned()))
                                .orElse(0.0);
    }

    private Optional<JournalEntry> last(Function<Member, Outcome> how) {
        Optional<Member> last = current.filter(member -> member.open);
        last.ifPresent(member -> close(member, how.apply(member)));
        return last.flatMap(member -> whole().stream().findFirst());
    }

    private void failed(Member member) {
        close(member, ending(member).threw());
    }

    private ForkFailure ending(Member member) {
        return new ForkFailure(session, member.job, log, member.collector);
    }

    private void close(Member member, Outcome outcome) {
        member.open = false;
        ready.add(member.collector.record(started, begin, members.size(), outcome));
    }

    private void happened() {
        lastEvent = System.nanoTime();
        events.release();
    }
}
