/** Tests of the formats a version is kept in. */
@NullMarked
package com.aicashevolution.platform.artifact;

import org.jspecify.annotations.NullMarked;
