/**
 * Which version answers a request: the most specific line with a champion, and within it champion
 * or challenger by a sticky split. Decided from a snapshot of the registry that is seconds old at
 * most while Postgres answers, and stays in force while it does not.
 */
@NullMarked
package com.aicashevolution.api.traffic;

import org.jspecify.annotations.NullMarked;
