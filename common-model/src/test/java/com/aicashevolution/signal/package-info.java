/** Tests of the policy at and around every bound. */
@NullMarked
package com.aicashevolution.signal;

import org.jspecify.annotations.NullMarked;
