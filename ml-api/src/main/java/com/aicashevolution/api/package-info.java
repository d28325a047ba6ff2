/** The api apiprocess. */
@NullMarked
package com.aicashevolution.api;

import org.jspecify.annotations.NullMarked;
