/** The services behind the door over HTTP. */
@NullMarked
package com.aicashevolution.api.gateway.http;

import org.jspecify.annotations.NullMarked;
