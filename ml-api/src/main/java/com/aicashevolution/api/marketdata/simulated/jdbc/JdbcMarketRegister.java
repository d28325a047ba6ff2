package com.aicashevolution.api.marketdata.simulated.jdbc;

import com.aicashevolution.api.marketdata.simulated.MarketKind;
import com.aicashevolution.api.marketdata.simulated.MarketRegister;
import com.aicashevolution.api.marketdata.simulated.StoredMarket;
import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.platform.json.DomainJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** {@link MarketRegister} over the one row of {@code simulated_market}. Thread-safe. */
public final class JdbcMarketRegister implements MarketRegister {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JsonMapper json = DomainJson.newMapper();

  public JdbcMarketRegister(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public Optional<StoredMarket> current() {
    return jdbc.sql("select kind, seed, planted_edge, since from simulated_market")
        .query(this::market)
        .optional();
  }

  private StoredMarket market(ResultSet row, int index) throws SQLException {
    try {
      return new StoredMarket(
          MarketKind.valueOf(row.getString("kind")),
          row.getLong("seed"),
          json.readValue(row.getString("planted_edge"), PlantedEdge.class),
          row.getObject("since", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("simulated_market.planted_edge is not of this build", e);
    }
  }

  @Override
  public void keep(StoredMarket market) {
    String edge;
    try {
      edge = json.writeValueAsString(market.edge());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a planted edge can always be written", e);
    }
    jdbc.sql(
            "insert into simulated_market (kind, seed, planted_edge, since)"
                + " values (?, ?, ?::jsonb, ?) on conflict do nothing")
        .params(market.kind().name(), market.seed(), edge, market.since().atOffset(ZoneOffset.UTC))
        .update();
  }

  @Override
  public long discard() {
    Long deleted =
        transactions.execute(
            status -> {
              jdbc.sql("delete from simulated_market").update();
              return (long)
                  jdbc.sql("delete from market_candles where source like 'simulated%'").update();
            });
    return deleted == null ? 0 : deleted;
  }
}
