package com.aicashevolution.platform.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {

  @Test
  void shouldArriveAsItWasSent() {
    Notice lines = new Notice.LinesChanged();
    Notice candles = new Notice.CandlesChanged(Symbol.of("EURUSD"), Timeframe.H1);

    assertThat(lines.text()).isEqualTo("lines");
    assertThat(new Notice.WeightsChanged().text()).isEqualTo("weights");
    assertThat(Notice.parse("weights")).contains(new Notice.WeightsChanged());
    assertThat(candles.text()).isEqualTo("candles EURUSD H1");
    assertThat(Notice.parse(lines.text())).contains(lines);
    assertThat(Notice.parse(candles.text())).contains(candles);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "line",
        "lines now",
        "candles",
        "candles EURUSD",
        "candles EURUSD H9",
        "candles eur/usd H1",
        "candles EURUSD H1 twice"
      })
  void shouldBeNoneWhereAnotherBuildSaysWhatThisOneDoesNotKnow(String text) {
    assertThat(Notice.parse(text)).isEmpty();
  }
}
