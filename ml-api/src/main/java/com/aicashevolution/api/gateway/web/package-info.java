/** Predictions, training and promotion as the dashboard asks for them. */
@NullMarked
package com.aicashevolution.api.gateway.web;

import org.jspecify.annotations.NullMarked;
