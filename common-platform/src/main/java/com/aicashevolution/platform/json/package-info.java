/**
 * The one way domain values become JSON: snake_case names, ISO-8601 instants in UTC, and names such
 * as symbols, lines and versions as plain strings. The wire, the manifest and the JSON columns of
 * the database all use it.
 */
@NullMarked
package com.aicashevolution.platform.json;

import org.jspecify.annotations.NullMarked;
