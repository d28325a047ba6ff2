/**
 * Who changed what, and why: a row for every change of state that a person or service caused. A row
 * is written in the transaction of the change it tells of, so neither exists without the other.
 */
@NullMarked
package com.aicashevolution.platform.audit;

import org.jspecify.annotations.NullMarked;
