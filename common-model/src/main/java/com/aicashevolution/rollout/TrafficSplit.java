package com.aicashevolution.rollout;

/** Sticky, stateless assignment of a key to champion or challenger. */
public final class TrafficSplit {

  private TrafficSplit() {}

  /**
   * Whether {@code key} belongs to the challenger's share. The same key, salt and percentage always
   * give the same answer, and raising the percentage never moves a key back to the champion.
   *
   * @param key user, API key or request id
   * @param salt the line and challenger version, so that experiments are independent
   * @param percentage in [0, 100]
   */
  public static boolean isChallenger(String key, String salt, int percentage) {
    throw new UnsupportedOperationException("contract only");
  }
}
