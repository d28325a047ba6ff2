/** The doors of ml-inference: shapes on the wire, and which sealed result is which problem. */
@NullMarked
package com.aicashevolution.inference.web;

import org.jspecify.annotations.NullMarked;
