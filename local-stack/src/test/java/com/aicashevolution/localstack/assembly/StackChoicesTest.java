package com.aicashevolution.localstack.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackChoicesTest {
  private static final StackChoices CHOSEN =
      new StackChoices(100, true, true, 99, 365, Map.of("DATABASE_URL", "postgresql://a:b@h/d"));

  @Test
  void comesBackAsWritten(@TempDir Path folder) {
    Path file = folder.resolve("stack.properties");
    CHOSEN.write(file);
    assertThat(StackChoices.read(file)).isEqualTo(CHOSEN);
  }

  @Test
  void isTheDefaultWhereNothingWasWritten(@TempDir Path folder) {
    assertThat(StackChoices.read(folder.resolve("none"))).isEqualTo(StackChoices.DEFAULT);
  }

  @Test
  void saysWhatToDoWithADamagedFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stack.properties");
    Files.writeString(file, "port_offset=many\n");
    assertThatThrownBy(() -> StackChoices.read(file))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("delete it");
  }

  @Test
  void tellsMarketsApartByWhatFillsThem() {
    StackChoices moved = new StackChoices(0, true, true, 99, 30, Map.of());
    StackChoices other = new StackChoices(100, true, true, 100, 365, Map.of());
    assertThat(CHOSEN.isSameMarketAs(moved)).isTrue();
    assertThat(CHOSEN.isSameMarketAs(other)).isFalse();
  }

  @Test
  void refusesAHistoryTooShortToTrainOn() {
    assertThatThrownBy(() -> new StackChoices(0, true, false, 1, 29, Map.of()))
        .hasMessage("days must be in [30, 3650], was 29");
  }

  @Test
  void movesEveryPort() {
    assertThat(CHOSEN.ports()).isEqualTo(new StackPorts(8181, 8182, 8180, 15532, 16479, 19100));
    assertThatThrownBy(() -> StackPorts.movedBy(-1))
        .hasMessage("offset must be in [0, 13000], was -1");
    assertThatThrownBy(() -> StackPorts.movedBy(13_001))
        .hasMessage("offset must be in [0, 13000], was 13001");
  }
}
