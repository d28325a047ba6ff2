/** Tests of the protocol's doors: what is read, what is refused and which bits are answered. */
@NullMarked
package com.aicashevolution.inference.tensor.web;

import org.jspecify.annotations.NullMarked;
