package com.aicashevolution.model;

/**
 * Life of a version.
 *
 * <pre>
 * TRAINED -> REJECTED            the gate refused it
 *         -> CANDIDATE -> ACTIVE -> RETIRED        another took its place
 *                                -> ROLLED_BACK    an operator or the rollout withdrew it
 * </pre>
 *
 * <p>A challenger whose line is left without a champion stays a CANDIDATE; it serves nobody then.
 */
public enum ModelStatus {
  TRAINED,
  REJECTED,
  CANDIDATE,
  ACTIVE,
  RETIRED,
  ROLLED_BACK
}
