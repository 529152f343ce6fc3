package dev.clnrm.cleanroom.policy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {
    @Test
    void a_level_does_what_the_one_below_does() {
        assertThat(SecurityLevel.HIGH.isAtLeast(SecurityLevel.MEDIUM)).isTrue();
        assertThat(SecurityLevel.MEDIUM.isAtLeast(SecurityLevel.MEDIUM)).isTrue();
        assertThat(SecurityLevel.LOW.isAtLeast(SecurityLevel.MEDIUM)).isFalse();
        assertThat(SecurityLevel.HIGH.toString()).isEqualTo("high");
    }

    @Test
    void a_denied_command_is_refused_wherever_it_lies() {
        assertThat(Policy.low().refusal(List.of("/usr/bin/sudo", "ls"))).hasValue("the command 'sudo' is denied");
        assertThat(Policy.low().denying("rm").refusal(List.of("rm"))).hasValue("the command 'rm' is denied");
        assertThat(Policy.low().refusal(List.of("rm"))).isEmpty();
    }

    @Test
    void at_level_high_only_what_is_listed_may_run_exactly_as_listed() {
        Policy policy = Policy.high("sh").allowing("/bin/cat");
        assertThat(policy.refusal(List.of("sh"))).isEmpty();
        assertThat(policy.refusal(List.of("/bin/cat", "x"))).isEmpty();
        assertThat(policy.refusal(List.of("cat"))).hasValue("the command 'cat' is not in the list of allowed commands");
        assertThat(policy.refusal(List.of("/tmp/evil/sh")))
                .hasValue("the command '/tmp/evil/sh' is not in the list of allowed commands");
    }

    @Test
    void denying_wins_over_allowing() {
        assertThat(Policy.high("sudo").refusal(List.of("sudo"))).hasValue("the command 'sudo' is denied");
    }

    @Test
    void words_that_no_program_can_be_given_are_refused() {
        assertThat(Policy.low().refusal(List.of(" "))).hasValue("the command has a blank name");
        assertThat(Policy.low().refusal(List.of("echo", "a\0b")))
                .hasValue("the command has a word with a NUL character in it");
    }

    @Test
    void limits_must_make_sense() {
        assertThat(assertThrows(
                        IllegalArgumentException.class, () -> Policy.medium().withOutputLimit(-1)))
                .hasMessageThat()
                .isEqualTo("an output limit of -1; it cannot be negative");
        assertThat(assertThrows(
                        IllegalArgumentException.class, () -> Policy.medium().withStepTime(Duration.ZERO)))
                .hasMessageThat()
                .isEqualTo("a step time of PT0S; it must be above zero");
    }
}
