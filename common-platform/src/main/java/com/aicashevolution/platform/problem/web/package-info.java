/**
 * Problems over HTTP: the one advice all controllers share, the writer for filters, and the guards
 * that answer before a controller is reached (oversized bodies, rejected URLs, the container's own
 * error page).
 */
@NullMarked
package com.aicashevolution.platform.problem.web;

import org.jspecify.annotations.NullMarked;
