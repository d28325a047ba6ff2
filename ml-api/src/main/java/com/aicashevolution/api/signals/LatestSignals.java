package com.aicashevolution.api.signals;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.market.TradedSymbols;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The newest prediction of every symbol. While the journal cannot be read it shows what it read
 * last, and says so: a prediction's age is told with it and stays true.
 */
@Component
public final class LatestSignals {

  private static final Logger log = LoggerFactory.getLogger(LatestSignals.class);

  private final PredictionJournal journal;
  private final TradedSymbols traded;
  private final Map<Timeframe, Map<Symbol, JournalEntry>> lastRead = new ConcurrentHashMap<>();

  LatestSignals(PredictionJournal journal, TradedSymbols traded) {
    this.journal = journal;
    this.traded = traded;
  }

  /** One row a traded symbol, in the configured order. */
  public Overview overview(Timeframe timeframe) {
    boolean degraded = false;
    Map<Symbol, JournalEntry> newest = new LinkedHashMap<>();
    try {
      for (JournalEntry entry : journal.latestPerSymbol(timeframe)) {
        newest.put(entry.symbol(), entry);
      }
      lastRead.put(timeframe, newest);
    } catch (DataAccessException | TransactionException lost) {
      Map<Symbol, JournalEntry> remembered = lastRead.get(timeframe);
      if (remembered == null) {
        throw lost;
      }
      log.warn("journal lost, showing what was read last: {}", lost.getMessage());
      newest = remembered;
      degraded = true;
    }
    Map<Symbol, @Nullable JournalEntry> rows = new LinkedHashMap<>();
    for (Symbol symbol : traded.symbols()) {
      rows.put(symbol, newest.get(symbol));
    }
    return new Overview(rows, degraded);
  }

  /**
   * What is known.
   *
   * @param newest symbol to its newest prediction, null where there is none yet
   * @param degraded whether this was read earlier because the journal cannot be read now
   */
  public record Overview(Map<Symbol, @Nullable JournalEntry> newest, boolean degraded) {}
}
