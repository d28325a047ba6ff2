/** The front door as its callers meet it. */
@NullMarked
package com.aicashevolution.api;

import org.jspecify.annotations.NullMarked;
