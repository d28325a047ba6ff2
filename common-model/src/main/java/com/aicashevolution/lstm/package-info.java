/**
 * The serving kernel: the forward pass of a published network over primitive arrays, in an order of
 * operations that does not depend on the machine.
 *
 * <p>Not a training library: weights come from an artifact and are never changed here.
 */
@NullMarked
package com.aicashevolution.lstm;

import org.jspecify.annotations.NullMarked;
