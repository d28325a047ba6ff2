/** What the front door's routes have in common: who may use them, health, and metrics. */
@NullMarked
package com.aicashevolution.api.web;

import org.jspecify.annotations.NullMarked;
