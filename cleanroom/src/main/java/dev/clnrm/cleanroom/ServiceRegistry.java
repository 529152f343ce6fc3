package dev.clnrm.cleanroom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The services of one environment, by name and in the order of registration. Safe for concurrent use.
 *
 * <p>Registration takes a lock, which closing takes too, so closing misses no service. Everything else reads the map, or the
 * chain of slots from the newest to the oldest, without a lock.
 */
final class ServiceRegistry implements ServicesView {
    private final Session session;
    private final ConcurrentHashMap<String, ServiceSlot> slots = new ConcurrentHashMap<>();
    private final ServiceTally tally = new ServiceTally();
    private volatile @Nullable ServiceSlot newest;

    ServiceRegistry(Session session) {
        this.session = session;
    }

    void register(ServicePlugin plugin) {
        String name = plugin.name();
        if (name.isBlank()) {
            throw NameException.blank(session, "service");
        }
        synchronized (this) {
            session.requireOpen();
            if (slots.containsKey(name)) {
                throw NameException.taken(session, name);
            }
            ServiceSlot slot = new ServiceSlot(session, name, plugin, tally, newest);
            newest = slot;
            slots.put(name, slot);
        }
    }

    @Override
    public boolean has(String name) {
        session.requireOpen();
        return slots.containsKey(name);
    }

    ServiceHandle start(String name) {
        session.requireOpen();
        return slot(name).start();
    }

    boolean stop(String name) {
        session.requireOpen();
        return slot(name).stop();
    }

    CompletionStage<List<ServiceHandle>> startAll(Executor executor) {
        session.requireOpen();
        return startSlots(inOrder(), executor);
    }

    CompletionStage<List<ServiceHandle>> startAll(Collection<String> names, Executor executor) {
        session.requireOpen();
        return startSlots(names.stream().map(this::slot).toArray(ServiceSlot[]::new), executor);
    }

    int stopAll() {
        session.requireOpen();
        List<CleanroomException> failures = new ArrayList<>();
        int stopped = stopRunning(failures);
        if (failures.size() == 1) {
            throw failures.get(0);
        } else if (!failures.isEmpty()) {
            throw ServiceException.severalFailed(session, "stop", failures);
        }
        return stopped;
    }

    HealthReport health() {
        session.requireOpen();
        ServiceSlot[] all = inOrder();
        ServiceHealth[] lines = new ServiceHealth[all.length];
        for (int i = 0; i < all.length; i++) {
            lines[i] = new ServiceHealth(all[i].name(), all[i].health());
        }
        return new HealthReport(List.of(lines));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super ServicePlugin> action) {
        session.requireOpen();
        for (ServiceSlot slot = newest; slot != null; slot = slot.previous) {
            action.accept(slot.name(), slot.plugin());
        }
    }

    @Override
    public int registered() {
        return size(newest);
    }

    @Override
    public int running() {
        return tally.running();
    }

    /** Reads the running services before the registered ones, so that the counts are consistent. */
    ServiceStatistics statistics() {
        int running = running();
        return new ServiceStatistics(registered(), running);
    }

    /** Stops every service, the last started one first, and waits for those that are starting or stopping. */
    void close(List<? super CleanroomException> failures) {
        for (ServiceSlot slot : inOrderAfterClose()) {
            slot.settleForClose();
        }
        stopRunning(failures);
    }

    private synchronized ServiceSlot[] inOrderAfterClose() {
        return inOrder();
    }

    private int stopRunning(List<? super CleanroomException> failures) {
        record Candidate(ServiceSlot slot, long order) {}
        List<Candidate> candidates = new ArrayList<>();
        for (ServiceSlot slot : inOrder()) {
            ServiceState.Running running = slot.running();
            if (running != null) {
                candidates.add(new Candidate(slot, running.order()));
            }
        }
        candidates.sort(Comparator.comparingLong(Candidate::order).reversed());
        int stopped = 0;
        for (Candidate candidate : candidates) {
            try {
                if (candidate.slot().stop()) {
                    stopped++;
                }
            } catch (ServiceException e) {
                failures.add(e);
            }
        }
        return stopped;
    }

    private CompletionStage<List<ServiceHandle>> startSlots(ServiceSlot[] chosen, Executor executor) {
        List<CompletableFuture<ServiceHandle>> starts = new ArrayList<>(chosen.length);
        for (ServiceSlot slot : chosen) {
            starts.add(slot.startAsync(executor));
        }
        return StartAll.of(chosen, starts, () -> handles(chosen, starts), executor);
    }

    /** The handles of completed starts, or an exception with all failures. */
    private List<ServiceHandle> handles(ServiceSlot[] chosen, List<CompletableFuture<ServiceHandle>> starts) {
        ServiceHandle[] handles = new ServiceHandle[chosen.length];
        List<CleanroomException> failures = new ArrayList<>(0);
        for (int i = 0; i < chosen.length; i++) {
            try {
                handles[i] = starts.get(i).join();
            } catch (RuntimeException e) {
                failures.add(chosen[i].startFailure(e));
            }
        }
        session.requireOpen();
        if (failures.size() == 1) {
            throw failures.get(0);
        } else if (!failures.isEmpty()) {
            throw ServiceException.severalFailed(session, "start", failures);
        }
        return List.of(handles);
    }

    private ServiceSlot slot(String name) {
        ServiceSlot slot = slots.get(name);
        if (slot == null) {
            throw NameException.unknown(session, name, slots.keySet());
        }
        return slot;
    }

    private ServiceSlot[] inOrder() {
        ServiceSlot slot = newest;
        ServiceSlot[] all = new ServiceSlot[size(slot)];
        for (int i = all.length - 1; slot != null; i--) {
            all[i] = slot;
            slot = slot.previous;
        }
        return all;
    }

    private static int size(@Nullable ServiceSlot newest) {
        return newest == null ? 0 : newest.position;
    }
}
