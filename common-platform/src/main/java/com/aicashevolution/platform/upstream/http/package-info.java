/** Service calls over HTTP, with the service key, the request id and the person behind it. */
@NullMarked
package com.aicashevolution.platform.upstream.http;

import org.jspecify.annotations.NullMarked;
