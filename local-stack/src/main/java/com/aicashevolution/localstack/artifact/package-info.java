/**
 * Published versions from a sceptic's side: the files in the bucket and the row in the registry,
 * read, varied, spoilt and written again without a line of the code that is examined by them.
 *
 * <p>The arithmetic of a network is the exception: {@link com.aicashevolution.lstm.LstmForward}'s,
 * whose own claims are examined elsewhere.
 */
@NullMarked
package com.aicashevolution.localstack.artifact;

import org.jspecify.annotations.NullMarked;
