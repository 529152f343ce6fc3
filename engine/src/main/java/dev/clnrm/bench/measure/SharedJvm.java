package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.runner.link.ForkLink;

/** The cases that one JVM measures, one or several. It gives each case its iterations and reports which cases are complete. */
final class SharedJvm implements ForkLink.Listener {
    private final Session session;
    private final RunListener listener;
    private final ProcessLog log;
    private final Instant started = Instant.now();
    private final long begin = System.nanoTime();
    private final List<Member> members;
    private final Map<String, Member> byId = new HashMap<>();
    private final Semaphore events = new Semaphore(0);
    private final List<JournalEntry> ready = new ArrayList<>();
    private Optional<Member> current;
    private long lastEvent = begin;

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

    SharedJvm(Session session, List<ForkJob> jobs, RunListener listener, ProcessLog log) {
        this.session = session;
        this.listener = listener;
        this.log = log;
        this.members = jobs.stream()
                .map(job -> new Member(job, new Collector(job, session.warmupRule(), listener, log)))
                .toList();
        this.current = isShared() ? Optional.empty() : Optional.of(members.get(0));
    }

    private boolean isShared() {
        return members.size() > 1;
    }

    /** The parameters for JMH, in the order of the jobs. */
    synchronized List<BenchmarkParams> plan(OwnClasses own) {
        List<BenchmarkParams> plan = new ArrayList<>();
        for (Member member : members) {
            Target.Jmh target = (Target.Jmh) member.job.planned().target();
            BenchmarkParams params = LinkForks.params(member.job, own.of(target));
            byId.put(params.id(), member);
            plan.add(params);
        }
        return plan;
    }

    /** Starts reading the system's counters of the process. */
    synchronized void sample(ProcSampler process) {
        members.forEach(member -> member.collector.sample(process));
    }

    @Override
    public synchronized void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number) {
        Optional<Member> next = member(benchmark);
        if (!next.equals(current)) {
            current.filter(member -> member.open && !member.collector.failure().isEmpty())
                    .ifPresent(member -> close(member, failure(member).threw(member.collector)));
            current = next;
            next.ifPresent(member -> listener.forkStarted(
                    member.job.planned().name(),
                    member.job.fork(),
                    member.job.planned().effort().forks().min()));
        }
        next.ifPresent(member -> member.collector.iterationStarted());
        happened();
    }

    @Override
    public synchronized void iterationEnded(
            BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
        member(benchmark).filter(member -> member.open).ifPresent(member -> {
            member.collector.iterationEnded(result);
            if (member.collector.enough() && member.collector.failure().isEmpty()) {
                close(member, new Outcome.Finished());
            }
        });
        happened();
    }

    private Optional<Member> member(BenchmarkParams benchmark) {
        return isShared() ? Optional.ofNullable(byId.get(benchmark.id())) : Optional.of(members.get(0));
    }

    @Override
    public synchronized void said(String line) {
        current.filter(member -> member.open).ifPresent(member -> member.collector.said(line));
    }

    @Override
    public void printed(byte[] bytes) {
        log.write(bytes, bytes.length);
    }

    /** The records that were completed since the last call. */
    synchronized List<JournalEntry> whole() {
        List<JournalEntry> records = List.copyOf(ready);
        ready.clear();
        return records;
    }

    /** Whether any job has no record yet. */
    synchronized boolean isOpen() {
        return members.stream().anyMatch(member -> member.open);
    }

    /** The jobs without a record. */
    synchronized List<ForkJob> left() {
        return members.stream()
                .filter(member -> member.open)
                .map(member -> member.job)
                .toList();
    }

    synchronized void notStarted(IOException why) {
        if (isShared()) {
            listener.noted("no JVM can be shared, so each case gets its own: " + why.getMessage());
        } else {
            open().ifPresent(member ->
                    close(member, failure(member).notStarted("its process could not be started: " + why.getMessage())));
        }
    }

    /** Handles a JVM that was killed because no iteration ended for too long. */
    synchronized void hung(double seconds) {
        open().ifPresent(member -> close(member, failure(member).hung(seconds)));
    }

    /**
     * Handles the end of the JVM. The current case failed, unless the JVM ended normally and another JVM continues with the other cases.
     *
     * @param exitStatus empty if the process had to be killed
     */
    synchronized void ended(ForkLink link, OptionalInt exitStatus) {
        open().filter(member -> !isShared()
                        || link.state() != ForkLink.State.FINISHED
                        || !member.collector.failure().isEmpty())
                .ifPresent(member -> close(member, failure(member).of(link, member.collector, exitStatus)));
    }

    private Optional<Member> open() {
        return current.filter(member -> member.open);
    }

    /** Waits for an event, but no longer than {@code millis}. */
    void await(long millis) throws InterruptedException {
        if (events.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            events.drainPermits();
        }
    }

    /** Seconds since the last sign of life. */
    synchronized double silentSeconds() {
        return (System.nanoTime() - lastEvent) / 1e9;
    }

    /** How long the current case may go without an iteration ending. */
    synchronized double patience() {
        return session.timeoutSeconds()
                + 2
                        * current.map(member -> member.job.longestIterationSeconds())
                                .orElse(0.0);
    }

    private ForkFailure failure(Member member) {
        return new ForkFailure(session, member.job, log);
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
