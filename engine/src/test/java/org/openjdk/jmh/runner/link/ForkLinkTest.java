package org.openjdk.jmh.runner.link;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.faulty.Trap;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.runner.Plans;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.link.ForkLink.State;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Tests forks that follow the protocol, and callers that do not: the connection always ends, with a reason. */
@Timeout(20)
class ForkLinkTest {
    private final List<String> heard = new ArrayList<>();
    private final ForkLink link;

    ForkLinkTest() throws IOException {
        link = new ForkLink(new OptionsBuilder().build(), Plans.of(List.of(params())), new RecordingListener(heard));
    }

    @AfterEach
    void hangUp() throws IOException {
        link.close();
    }

    @Test
    void a_fork_gets_its_plan_and_says_good_bye() throws Exception {
        try (Socket fork = call()) {
            ObjectOutputStream out = new ObjectOutputStream(fork.getOutputStream());
            ObjectInputStream in = new ObjectInputStream(fork.getInputStream());
            out.writeObject(new HandshakeInitFrame(1));
            assertThat(in.readObject()).isInstanceOf(HandshakeResponseFrame.class);
            out.writeObject(new InfraFrame(InfraFrame.Type.ACTION_PLAN_REQUEST));
            assertThat(in.readObject()).isInstanceOf(ActionPlanFrame.class);
            awaitState(State.PLANNED);
            out.writeObject(new OutputFrame(OutputFrame.Type.OUT, "hello".getBytes(StandardCharsets.UTF_8)));
            out.writeObject(new OutputFormatFrame("println", new Object[] {"a line"}));
            out.writeObject(new FinishingFrame());
            link.drain(5_000);
        }
        assertThat(link.state()).isEqualTo(State.FINISHED);
        assertThat(link.trouble()).isEmpty();
        assertThat(heard).containsExactly("printed hello", "said a line").inOrder();
    }

    @Test
    void garbage_breaks_the_link() throws Exception {
        assertThat(broken(out -> out.write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8))))
                .contains("invalid stream header");
    }

    @Test
    void garbage_within_a_stream_breaks_the_link() throws Exception {
        assertThat(broken(out -> {
                    out.write(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});
                    out.write(new byte[1000]);
                }))
                .contains("invalid type code");
    }

    @Test
    void a_class_that_is_not_admitted_is_never_read() throws Exception {
        assertThat(broken(out -> send(out, new Trap()))).contains("filter status: REJECTED");
        assertThat(Trap.sprung()).isFalse();
    }

    @Test
    void a_class_that_is_not_admitted_is_not_read_inside_an_admitted_one() throws Exception {
        assertThat(broken(out -> send(out, new OutputFormatFrame("println", new Object[] {List.of(new Trap())}))))
                .contains("filter status: REJECTED");
        assertThat(Trap.sprung()).isFalse();
    }

    @Test
    void an_array_larger_than_any_honest_one_is_not_made() throws Exception {
        byte[] small = serialized(new byte[] {1, 2, 3});
        int length = small.length - 3 - Integer.BYTES;
        small[length] = 0x7f;

        assertThat(broken(out -> out.write(small))).contains("filter status: REJECTED");
    }

    @Test
    void arrays_in_arrays_are_bounded_together() throws Exception {
        Object[] arrays = new Object[100];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new Object[] {new byte[0]};
        }
        byte[] bytes = serialized(arrays);
        byte[] pattern = {'u', 'q', 0, '~', 0, 0, 0, 0, 0, 1};
        int patched = 0;
        for (int at = 0; at < bytes.length - pattern.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                bytes[at + 7] = 0x40;
                patched++;
            }
        }
        assertThat(patched).isGreaterThan(50);

        assertThat(broken(out -> out.write(bytes))).contains("filter status: REJECTED");
    }

    @Test
    void sets_in_sets_that_take_forever_to_read_are_refused() throws Exception {
        Set<Object> root = new HashSet<>();
        Set<Object> first = root;
        Set<Object> second = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            Set<Object> one = new HashSet<>();
            Set<Object> two = new HashSet<>();
            one.add("foo");
            first.add(one);
            first.add(two);
            second.add(one);
            second.add(two);
            first = one;
            second = two;
        }
        byte[] bomb = serialized(root);

        assertThat(broken(out -> out.write(bomb))).contains("filter status: REJECTED");
    }

    @Test
    void a_fork_may_print_for_as_long_as_it_likes() throws Exception {
        OutputFormatFrame frame = new OutputFormatFrame("println", new Object[0]);
        try (Socket fork = call()) {
            ObjectOutputStream out = objects(new BufferedOutputStream(fork.getOutputStream(), 1 << 16));
            for (int i = 0; i < 5_000_000; i++) {
                out.writeObject(frame);
            }
            out.writeObject(new FinishingFrame());
            out.flush();
            link.drain(20_000);
        }
        assertThat(link.state()).isEqualTo(State.FINISHED);
    }

    @Test
    void a_caller_who_says_nothing_does_not_keep_the_link_open() throws Exception {
        try (Socket fork = call()) {
            Thread.sleep(50);
            assertThat(link.state()).isEqualTo(State.WAITING);
            link.close();
            link.drain(5_000);

            assertThat(link.state()).isEqualTo(State.BROKEN);
            assertThat(fork.isConnected()).isTrue();
        }
    }

    @Test
    void a_caller_who_stops_in_the_middle_does_not_keep_the_link_open() throws Exception {
        byte[] frame = serialized(new OutputFormatFrame("println", new Object[] {"a line"}));
        try (Socket fork = call()) {
            fork.getOutputStream().write(frame, 0, frame.length / 2);
            fork.getOutputStream().flush();
            Thread.sleep(50);
            link.close();
            link.drain(5_000);

            assertThat(link.state()).isEqualTo(State.BROKEN);
        }
    }

    @Test
    void a_caller_who_hangs_up_in_the_middle_breaks_the_link() throws Exception {
        byte[] frame = serialized(new OutputFormatFrame("println", new Object[] {"a line"}));

        assertThat(broken(out -> out.write(frame, 0, frame.length / 2))).isEqualTo("the connection ended");
    }

    @Test
    void a_link_that_nobody_calls_ends_when_it_is_closed() throws Exception {
        link.close();
        link.drain(5_000);

        assertThat(link.state()).isEqualTo(State.BROKEN);
    }

    @Test
    void only_the_first_caller_is_heard() throws Exception {
        try (Socket fork = call()) {
            objects(fork.getOutputStream());
            awaitState(State.CONNECTED);
            assertThrows(ConnectException.class, () -> call().close());
        }
    }

    @Test
    void a_listener_that_throws_breaks_the_link_and_nothing_else() throws Exception {
        assertThat(broken(out -> send(out, new OutputFormatFrame("println", new Object[] {"throw"}))))
                .isEqualTo("java.lang.IllegalStateException: as told");
    }

    @Test
    void an_iteration_without_a_result_breaks_the_link_and_nothing_else() throws Exception {
        IterationParams params = params().getMeasurement();
        IterationResult empty = new IterationResult(params(), params, new IterationResultMetaData(0, 0));

        assertThat(broken(out ->
                        send(out, new OutputFormatFrame("iterationResult", new Object[] {params(), params, 1, empty}))))
                .isNotEmpty();
    }

    @Test
    void what_is_no_frame_is_passed_over() throws Exception {
        try (Socket fork = call()) {
            ObjectOutputStream out = objects(fork.getOutputStream());
            out.writeObject("a text");
            out.writeObject(new OutputFormatFrame("println", new Object[0]));
            out.writeObject(new OutputFormatFrame("println", new Object[] {1, 2, 3, 4, 5}));
            out.writeObject(new FinishingFrame());
            link.drain(5_000);
        }
        assertThat(link.state()).isEqualTo(State.FINISHED);
        assertThat(heard).isEmpty();
    }

    /** Sends something, disconnects, and returns the reason that the connection reports. */
    private String broken(Saying saying) throws Exception {
        try (Socket fork = call()) {
            try {
                saying.say(fork.getOutputStream());
                fork.getOutputStream().flush();
            } catch (IOException e) {
                // The connection may close before everything is sent.
                assertThat(e).hasMessageThat().isNotEmpty();
            }
        }
        link.drain(10_000);
        assertThat(link.state()).isEqualTo(State.BROKEN);
        return link.trouble();
    }

    private void awaitState(State state) throws InterruptedException {
        for (int i = 0; i < 500 && link.state() != state; i++) {
            Thread.sleep(10);
        }
        assertThat(link.state()).isEqualTo(state);
    }

    private Socket call() throws IOException {
        return new Socket(InetAddress.getByName(link.host()), link.port());
    }

    private static ObjectOutputStream objects(OutputStream out) throws IOException {
        ObjectOutputStream objects = new ObjectOutputStream(out);
        objects.flush();
        return objects;
    }

    private static void send(OutputStream out, Object object) throws IOException {
        ObjectOutputStream objects = objects(out);
        objects.writeObject(object);
        objects.flush();
    }

    private static byte[] serialized(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static BenchmarkParams params() {
        TimeValue brief = TimeValue.milliseconds(10);
        return new BenchmarkParams(
                "a.Benchmark.method",
                "a.jmh_generated.Benchmark_method",
                true,
                1,
                new int[] {1},
                List.of(),
                1,
                0,
                Plans.warmup(1, brief, 1),
                Plans.measurement(1, brief, 1),
                org.openjdk.jmh.annotations.Mode.AverageTime,
                new WorkloadParams(),
                TimeUnit.SECONDS,
                1,
                "java",
                List.of(),
                "17",
                "vm",
                "17",
                "1.37",
                brief);
    }

    /** Sends something to the connection. */
    private interface Saying {
        void say(OutputStream out) throws IOException;
    }

    /** Records the messages. */
    private record RecordingListener(List<String> heard) implements ForkLink.Listener {
        @Override
        public void iterationStarted(BenchmarkParams benchmark, IterationParams params, int number) {
            heard.add("started " + number);
        }

        @Override
        public void iterationEnded(
                BenchmarkParams benchmark, IterationParams params, int number, IterationResult result) {
            heard.add("ended " + number + " " + result.getPrimaryResult().getScore());
        }

        @Override
        public void said(String line) {
            if (line.equals("throw")) {
                throw new IllegalStateException("as told");
            }
            heard.add("said " + line);
        }

        @Override
        public void printed(byte[] bytes) {
            heard.add("printed " + new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
