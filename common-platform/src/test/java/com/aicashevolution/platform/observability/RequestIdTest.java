package com.aicashevolution.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  private static final UUID FALLBACK = UUID.fromString("00000000-0000-0000-0000-000000000001");

  @ParameterizedTest
  @ValueSource(strings = {"abcdefgh", "trace:1.2-3_4", "4bf92f3577b34da6a3ce929d0e0e4736"})
  void shouldAcceptAnIdThatIsSafeInLogs(String offered) {
    assertThat(RequestId.acceptOr(offered, FALLBACK).value()).isEqualTo(offered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "short", "with space", "new\nline-forged", "<script>alert", "日本語日本語日本語"})
  void shouldReplaceOneThatIsNot(String offered) {
    assertThat(RequestId.acceptOr(offered, FALLBACK).value()).isEqualTo(FALLBACK.toString());
  }

  @Test
  void shouldReplaceOneThatIsTooLong() {
    assertThat(RequestId.acceptOr("x".repeat(64), FALLBACK).value()).hasSize(64);
    assertThat(RequestId.acceptOr("x".repeat(65), FALLBACK).value()).isEqualTo(FALLBACK.toString());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RequestId("x".repeat(65)))
        .withMessageContaining("had 65");
  }
}
