/** The filter chain: reads keys from requests and holds every request against the route rules. */
@NullMarked
package com.aicashevolution.platform.security.web;

import org.jspecify.annotations.NullMarked;
