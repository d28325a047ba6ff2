/**
 * What a caller is told when a request cannot be answered: RFC 9457 problem details with a stable
 * type.
 */
@NullMarked
package com.aicashevolution.platform.problem;

import org.jspecify.annotations.NullMarked;
