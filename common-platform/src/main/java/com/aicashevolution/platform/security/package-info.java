/**
 * Who may do what. Keys are 256 random bits shown once and stored as their SHA-256; roles are
 * ordered; every route needs a rule, and a route without one is closed.
 *
 * <pre>
 * X-API-Key / Bearer -> KeyVerifier -> Caller -> RouteRules -> controller
 *                         |   \
 *                    ServiceKey  VerifiedKeys (30 s, longer while Postgres is lost) -> ApiKeys
 * </pre>
 */
@NullMarked
package com.aicashevolution.platform.security;

import org.jspecify.annotations.NullMarked;
