/** Signals and journal rows as documents. */
@NullMarked
package com.aicashevolution.api.signals.web;

import org.jspecify.annotations.NullMarked;
