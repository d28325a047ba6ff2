/**
 * {@code ./ml bench http}: how fast the services answer, as ratios measured in one run.
 *
 * <pre>
 *  core A: stock echo | ml-inference | ml-api        core B: generator, PostgreSQL, Redis, S3
 *
 *  round 1: stock  echo  cached  uncached  api-echo  api-cached  api-uncached
 *  round 2: stock  echo  …
 * </pre>
 *
 * <p>All servers stand side by side on one core, one of them under load at a time; a figure is the
 * median of its rounds, so that what else the machine does falls on all of them alike. Nothing else
 * needs to run: the bench has engines, a market and a champion of its own, kept for the next run.
 */
@NullMarked
package com.aicashevolution.bench.http;

import org.jspecify.annotations.NullMarked;
