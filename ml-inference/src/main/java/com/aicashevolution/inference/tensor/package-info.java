/**
 * The network as a function of tensors, for clients that bring their own feature windows: which
 * version a model name means, and what it says to so many windows at once.
 *
 * <pre>
 * ModelName "EURUSD.H4" -> ModelDirectory (one version, or why none) -> ServingModel -> probabilities
 *                                                                          ^
 *                              WindowTensor [n, 20, 17], raw feature rows --+
 * </pre>
 *
 * <p>Not a prediction: no symbol, no bar, no policy, no weights. So nothing here is journalled,
 * cached, counted as a prediction or shown to anybody as a signal; {@link
 * com.aicashevolution.inference.prediction} does all that. The numbers are the same bits.
 */
@NullMarked
package com.aicashevolution.inference.tensor;

import org.jspecify.annotations.NullMarked;
