/** The description of the interface that people and generators read. */
@NullMarked
package com.aicashevolution.platform.openapi;

import org.jspecify.annotations.NullMarked;
