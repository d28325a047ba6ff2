/** Models and rollouts as documents. */
@NullMarked
package com.aicashevolution.api.models.web;

import org.jspecify.annotations.NullMarked;
