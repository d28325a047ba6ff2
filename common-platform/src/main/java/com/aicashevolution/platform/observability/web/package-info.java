/** Health, metrics and request ids over HTTP. */
@NullMarked
package com.aicashevolution.platform.observability.web;

import org.jspecify.annotations.NullMarked;
