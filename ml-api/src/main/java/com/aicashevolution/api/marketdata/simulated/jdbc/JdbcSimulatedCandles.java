package com.aicashevolution.api.marketdata.simulated.jdbc;

import com.aicashevolution.api.marketdata.SimulatedCandles;
import com.aicashevolution.market.Symbol;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link SimulatedCandles} in {@code market_candles}, told by their source. Thread-safe. */
public final class JdbcSimulatedCandles implements SimulatedCandles {

  private final JdbcClient jdbc;

  public JdbcSimulatedCandles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean exist(Symbol symbol) {
    return jdbc.sql(
            "select exists (select 1 from market_candles"
                + " where symbol = ? and source like 'simulated%')")
        .param(symbol.code())
        .query(Boolean.class)
        .single();
  }

  @Override
  public long delete(Symbol symbol) {
    return jdbc.sql("delete from market_candles where symbol = ? and source like 'simulated%'")
        .param(symbol.code())
        .update();
  }
}
