/**
 * The Open Inference Protocol, version 2, over REST: health, metadata and inference, with its
 * extension for binary tensor data.
 *
 * <p>Refusals are our problems with the protocol's {@code error} member, so that both kinds of
 * reader find their sentence.
 */
@NullMarked
package com.aicashevolution.inference.tensor.web;

import org.jspecify.annotations.NullMarked;
