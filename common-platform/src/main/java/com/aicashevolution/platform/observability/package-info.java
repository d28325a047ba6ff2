/**
 * What an operator can see of a process: health, metrics, and the request id that ties one
 * request's log lines together across the services.
 */
@NullMarked
package com.aicashevolution.platform.observability;

import org.jspecify.annotations.NullMarked;
