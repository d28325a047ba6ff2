/** Giving out API keys and taking them back, for operators; the keys are platform.security's. */
@NullMarked
package com.aicashevolution.api.keys.web;

import org.jspecify.annotations.NullMarked;
