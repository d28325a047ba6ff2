/** Tests of the doors: what is read, what is refused and how it is said. */
@NullMarked
package com.aicashevolution.inference.web;

import org.jspecify.annotations.NullMarked;
