package com.aicashevolution.trainer.dataset;

import com.aicashevolution.market.CandleSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Fingerprint of candles: SHA-256 over symbol and timeframe, then per candle the open time (epoch
 * seconds) and the raw bits of open, high, low, close, volume and spread, all big-endian.
 */
public final class DataHash {

  private static final int CANDLE_BYTES = 7 * Long.BYTES;

  private DataHash() {}

  /** Lower-case hex over {@code series}, one after the other. */
  public static String of(List<CandleSeries> series) {
    MessageDigest digest = sha256();
    ByteBuffer candle = ByteBuffer.allocate(CANDLE_BYTES);
    for (CandleSeries one : series) {
      digest.update((one.symbol() + " " + one.timeframe() + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < one.size(); i++) {
        candle.clear();
        candle.putLong(one.openEpochSecond(i)).putDouble(one.open(i)).putDouble(one.high(i));
        candle.putDouble(one.low(i)).putDouble(one.close(i));
        candle.putDouble(one.volume(i)).putDouble(one.spread(i));
        digest.update(candle.array());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
