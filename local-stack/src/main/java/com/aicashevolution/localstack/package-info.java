/** Starts and stops everything on one machine. */
@NullMarked
package com.aicashevolution.localstack;

import org.jspecify.annotations.NullMarked;
