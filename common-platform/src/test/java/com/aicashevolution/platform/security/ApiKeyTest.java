package com.aicashevolution.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void shouldHaveTheFormItCanBeParsedFrom() {
    ApiKey key = ApiKey.generate(random);

    assertThat(key.reveal()).matches("mlk_[A-Za-z0-9_-]{43}");
    assertThat(ApiKey.parse(key.reveal()).orElseThrow().sha256()).isEqualTo(key.sha256());
  }

  @Test
  void shouldDifferEachTime() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      seen.add(ApiKey.generate(random).reveal());
    }
    assertThat(seen).hasSize(1_000);
  }

  /** Expected value by coreutils: {@code printf mlk_AAA… | sha256sum}. */
  @Test
  void shouldHashTheWholeTextAsLowerCaseHex() {
    assertThat(ApiKey.parse("mlk_" + "A".repeat(43)).orElseThrow().sha256())
        .isEqualTo("a085e880c42840752a9ffb212b95010a70aa29ca6ce586326f63856a2ef23a10");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "mlk_", "mlk_short", "key_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void shouldNotParseWhatIsNoKey(String text) {
    assertThat(ApiKey.parse(text)).isEmpty();
  }

  @Test
  void shouldNotShowItselfInLogs() {
    ApiKey key = ApiKey.generate(random);

    assertThat(key.toString()).doesNotContain(key.reveal().substring(4, 20));
  }
}
