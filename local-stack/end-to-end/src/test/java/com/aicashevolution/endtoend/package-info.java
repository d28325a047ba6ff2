/**
 * The main job on the real jars: three processes on real PostgreSQL, Redis and S3, spoken to over
 * HTTP alone.
 */
@NullMarked
package com.aicashevolution.endtoend;

import org.jspecify.annotations.NullMarked;
