package com.aicashevolution.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.platform.security.KeyVerifier.Verification;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KeyVerifierTest {

  private static final String SERVICE_SECRET = "a-service-key-with-at-least-32-characters";
  private static final String SECRET = "mlk_" + "k".repeat(43);

  private final SettableClock clock = SettableClock.atStart();
  private final InMemoryApiKeys store = new InMemoryApiKeys(clock);
  private final SecurityProperties properties =
      new SecurityProperties(SERVICE_SECRET, Duration.ofSeconds(30), Duration.ofMinutes(15), 3);
  private final KeyVerifier verifier =
      new KeyVerifier(
          new ServiceKey(SERVICE_SECRET), new VerifiedKeys(store, properties, clock), clock);

  private Verification verify() {
    return verifier.verify(SECRET, "mallory");
  }

  @Test
  void shouldKnowWhoHoldsAKeyAndNotBelieveWhomTheySpeakFor() {
    store.give(SECRET, Role.PREDICT);

    assertThat(verify())
        .isInstanceOfSatisfying(
            Verification.Verified.class,
            verified -> {
              assertThat(verified.caller().role()).isEqualTo(Role.PREDICT);
              assertThat(verified.caller().isService()).isFalse();
              assertThat(verified.caller().actor()).isEqualTo("a PREDICT");
            });
  }

  @Test
  void shouldBelieveWhomAServiceSpeaksFor() {
    assertThat(verifier.verify(SERVICE_SECRET, "alice"))
        .isEqualTo(new Verification.Verified(Caller.service("alice")));
    assertThat(store.lookUps()).isZero();
  }

  @Test
  void shouldNotAskTheStoreForWhatIsNoKey() {
    assertThat(verifier.verify("nonsense", null)).isEqualTo(new Verification.Unknown());
    assertThat(store.lookUps()).isZero();
  }

  @Test
  void shouldNotKnowAKeyNobodyGave() {
    assertThat(verify()).isEqualTo(new Verification.Unknown());
  }

  @Test
  void shouldAskTheStoreOncePerPeriod() {
    store.give(SECRET, Role.READ);

    verify();
    clock.advance(Duration.ofSeconds(29));
    verify();
    assertThat(store.lookUps()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    verify();
    assertThat(store.lookUps()).isEqualTo(2);
  }

  @Test
  void shouldForgetARevokedKeyAfterThePeriod() {
    store.give(SECRET, Role.READ);
    verify();
    store.revoke(store.list().getFirst().keyId(), "test");

    assertThat(verify()).isInstanceOf(Verification.Verified.class);
    clock.advance(Duration.ofSeconds(30));
    assertThat(verify()).isEqualTo(new Verification.Unknown());
  }

  @Test
  void shouldRefuseAnExpiredKeyTheMomentItExpiresEvenWhenRemembered() {
    store.create(
        new ApiKeys.StoredKey(
            "key_1",
            "short",
            Role.READ,
            clock.instant(),
            "test",
            clock.instant().plusSeconds(10),
            null),
        ApiKey.parse(SECRET).orElseThrow().sha256(),
        "test");
    assertThat(verify()).isInstanceOf(Verification.Verified.class);

    clock.advance(Duration.ofSeconds(10));

    assertThat(verify()).isEqualTo(new Verification.Unknown());
  }

  @Test
  void shouldKeepAVerifiedKeyWorkingForABoundedTimeWithoutTheStore() {
    store.give(SECRET, Role.READ);
    verify();
    store.lose();

    clock.advance(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(verify()).isInstanceOf(Verification.Verified.class);
    clock.advance(Duration.ofSeconds(3));
    assertThat(verify()).isEqualTo(new Verification.CannotTell());
  }

  @Test
  void shouldNotAskALostStoreForEveryRequest() {
    store.give(SECRET, Role.READ);
    verify();
    store.lose();
    clock.advance(Duration.ofMinutes(1));
    int before = store.lookUps();

    for (int i = 0; i < 100; i++) {
      verify();
      verifier.verify("mlk_" + "z".repeat(43), null);
    }

    assertThat(store.lookUps()).isEqualTo(before + 1);
  }

  @Test
  void shouldNotVerifyAnUnseenKeyWithoutTheStoreAndDoSoWhenItIsBack() {
    store.give(SECRET, Role.READ);
    store.lose();
    assertThat(verify()).isEqualTo(new Verification.CannotTell());

    store.find();
    clock.advance(Duration.ofSeconds(2));

    assertThat(verify()).isInstanceOf(Verification.Verified.class);
  }

  @Test
  void shouldRememberABoundedNumberOfKeys() {
    for (String letter : new String[] {"a", "b", "c", "d"}) {
      String secret = store.give("mlk_" + letter.repeat(43), Role.READ);
      verifier.verify(secret, null);
      clock.advance(Duration.ofSeconds(1));
    }
    int before = store.lookUps();

    verifier.verify("mlk_" + "d".repeat(43), null);
    assertThat(store.lookUps()).isEqualTo(before);
    verifier.verify("mlk_" + "a".repeat(43), null);
    assertThat(store.lookUps()).isEqualTo(before + 1);
  }
}
