package com.aicashevolution.model;

/**
 * Life of a version.
 *
 * <pre>
 * TRAINED -> REJECTED            the gate refused it
 *         -> CANDIDATE -> ACTIVE -> RETIRED        another took its place
 *                                -> ROLLED_BACK    an operator or the rollout withdrew it
 * </pre>
 */
public enum ModelStatus {
  TRAINED,
  REJECTED,
  CANDIDATE,
  ACTIVE,
  RETIRED,
  ROLLED_BACK
}
