/** Models in Amazon S3 or any store that speaks its protocol and honours {@code If-None-Match}. */
@NullMarked
package com.aicashevolution.platform.artifact.s3;

import org.jspecify.annotations.NullMarked;
