package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class SessionTest {
    @Test
    void an_id_is_the_process_and_a_counter() {
        Session first = new Session();
        Session second = new Session();

        assertThat(first.id()).matches("[0-9a-f]{16}-[0-9]+");
        assertThat(first.id()).isSameInstanceAs(first.id());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.id().substring(0, 16)).isEqualTo(first.id().substring(0, 16));
    }

    @Test
    void one_caller_closes() {
        Session session = new Session();
        assertThat(session.isClosed()).isFalse();
        assertThat(session.beginClose()).isTrue();
        assertThat(session.beginClose()).isFalse();
        assertThat(session.isClosed()).isTrue();
    }
}
