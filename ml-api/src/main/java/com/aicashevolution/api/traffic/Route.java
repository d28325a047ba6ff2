package com.aicashevolution.api.traffic;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;

/** Where a request goes. */
public sealed interface Route {

  /** To this version, in this role. */
  record To(ModelVersion version, Variant variant) implements Route {}

  /** Nowhere: none of the symbol's lines has a champion for these bars. */
  record NoChampion(Symbol symbol, Timeframe timeframe) implements Route {}

  /** Nowhere yet: the registry has not been read since the service started. */
  record RegistryUnread() implements Route {}
}
