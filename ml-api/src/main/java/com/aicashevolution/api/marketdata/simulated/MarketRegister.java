package com.aicashevolution.api.marketdata.simulated;

import java.util.Optional;

/** Remembers which simulated market a database holds. Thread-safe. */
public interface MarketRegister {

  Optional<StoredMarket> current();

  /** Makes {@code market} the one that is held, unless there is one already. */
  void keep(StoredMarket market);

  /** Forgets the market and deletes every candle that was simulated; returns how many. */
  long discard();
}
