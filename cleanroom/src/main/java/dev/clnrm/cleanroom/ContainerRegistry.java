package dev.clnrm.cleanroom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The containers of one environment, by name. Safe for concurrent use.
 *
 * <p>A slot is added to the map before its factory runs, and the factory runs without a lock of the map: factories of different
 * names run concurrently and may request each other's containers. The creator checks the session after its slot is in the map,
 * and closing reads the map after the session is closed. So either the creator sees the closing or the closing sees the slot.
 */
final class ContainerRegistry implements ContainersView {
    private final Session session;
    private final ConcurrentHashMap<String, ContainerSlot> slots = new ConcurrentHashMap<>();
    private final AtomicLong created = new AtomicLong();
    private final LongAdder reused = new LongAdder();
    private final AtomicLong released = new AtomicLong();

    ContainerRegistry(Session session) {
        this.session = session;
    }

    Container getOrCreate(String name, ContainerFactory factory) {
        session.requireOpen();
        ContainerSlot slot = slots.get(name);
        if (slot != null) {
            Container container = slot.container();
            if (container != null) {
                reused.increment();
                return container;
            }
        }
        return createOrAwait(name, factory);
    }

    @Override
    public boolean has(String name) {
        session.requireOpen();
        ContainerSlot slot = slots.get(name);
        return slot != null && slot.container() != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Container> action) {
        session.requireOpen();
        slots.forEach((name, slot) -> {
            Container container = slot.container();
            if (container != null) {
                action.accept(name, container);
            }
        });
    }

    @Override
    public long created() {
        return created.get();
    }

    @Override
    public long reused() {
        return reused.sum();
    }

    @Override
    public long released() {
        return released.get();
    }

    /** Reads the dependent counts before the creations, so that the counts are consistent. */
    ContainerStatistics statistics() {
        long releasedNow = released();
        long reusedNow = reused();
        return new ContainerStatistics(created(), reusedNow, releasedNow);
    }

    private Container createOrAwait(String name, ContainerFactory factory) {
        if (name.isBlank()) {
            throw NameException.blank(session, "container");
        }
        ContainerSlot mine = new ContainerSlot(name);
        ContainerSlot first = slots.putIfAbsent(name, mine);
        return first == null ? create(mine, factory) : await(first);
    }

    private Container create(ContainerSlot slot, ContainerFactory factory) {
        Container container;
        try {
            session.requireOpen();
            container = requireMade(factory.create(slot.name()));
        } catch (Throwable cause) {
            ForeignFailure.keepInterruption(cause);
            slots.remove(slot.name(), slot);
            slot.failed(cause);
            throw failure(slot.name(), cause);
        }
        slot.created(container, created.incrementAndGet());
        if (slot.isAbandoned()) {
            release(slot, container);
        }
        session.requireOpen();
        return container;
    }

    private Container await(ContainerSlot slot) {
        if (slot.isBeingCreatedByCurrentThread()) {
            throw ContainerException.waitsForItself(session, slot.name());
        }
        Container container;
        try {
            container = slot.await();
        } catch (CompletionException e) {
            throw failure(slot.name(), ForeignFailure.causeOf(e));
        }
        session.requireOpen();
        reused.increment();
        return container;
    }

    /** Releases every container, the newest first, and waits for those that are being created. */
    void close(List<? super CleanroomException> failures) {
        List<ContainerSlot> held = new ArrayList<>();
        for (ContainerSlot slot : slots.values()) {
            if (slot.isBeingCreatedByCurrentThread()) {
                slot.abandon();
            } else if (isCreated(slot)) {
                held.add(slot);
            }
        }
        held.sort(Comparator.comparingLong(ContainerSlot::order).reversed());
        for (ContainerSlot slot : held) {
            try {
                release(slot, slot.await());
            } catch (ContainerException e) {
                failures.add(e);
            }
        }
        slots.clear();
    }

    private static boolean isCreated(ContainerSlot slot) {
        try {
            slot.await();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    private void release(ContainerSlot slot, Container container) {
        try {
            container.release();
        } catch (Throwable cause) {
            ForeignFailure.keepInterruption(cause);
            throw ContainerException.releaseFailed(session, slot.name(), cause);
        }
        released.incrementAndGet();
    }

    private CleanroomException failure(String name, Throwable cause) {
        return cause instanceof EnvironmentClosedException && session.isClosed()
                ? new EnvironmentClosedException(session)
                : ContainerException.createFailed(session, name, cause);
    }

    private static Container requireMade(@Nullable Container container) {
        if (container == null) {
            throw new IllegalStateException("the factory returned null");
        }
        return container;
    }
}
