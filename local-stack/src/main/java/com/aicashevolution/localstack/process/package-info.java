/**
 * Child processes as the local stack needs them: bound to the life of this JVM or outliving it,
 * with their output in a file, recognised again by a later JVM, and stopped politely before
 * forcibly.
 *
 * <p>Knows nothing of what the processes serve.
 */
@NullMarked
package com.aicashevolution.localstack.process;

import org.jspecify.annotations.NullMarked;
