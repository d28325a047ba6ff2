/** Keys in the table {@code api_keys}. */
@NullMarked
package com.aicashevolution.platform.security.jdbc;

import org.jspecify.annotations.NullMarked;
