/** Weights as documents, and wishes for better ones passed on to ml-trainer. */
@NullMarked
package com.aicashevolution.api.weights.web;

import org.jspecify.annotations.NullMarked;
