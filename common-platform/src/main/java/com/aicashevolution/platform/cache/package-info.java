/**
 * Remembering answers for a short while, shared between the processes. A cache that is lost makes
 * things slower and nothing else: it never throws and never waits for long.
 */
@NullMarked
package com.aicashevolution.platform.cache;

import org.jspecify.annotations.NullMarked;
