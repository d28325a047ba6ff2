package com.aicashevolution.api.marketdata;

import java.io.IOException;
import java.util.Optional;

/** A file of bars whose format is known; can be read any number of times. */
public interface BarFile {

  /** Name without folders, for people. */
  String name();

  CandleFormat format();

  /** Which side it quotes where its name or columns say so, whatever its format usually does. */
  Optional<QuoteSide> side();

  /**
   * Reads every row from the first to the last, holding one at a time.
   *
   * @throws IOException if the file cannot be read to its end, or is larger than allowed
   */
  void read(RowHandler handler) throws IOException;

  /** Receives rows in the order of the file. */
  interface RowHandler {

    void bar(RawBar bar);

    void bad(RowProblem problem);
  }
}
