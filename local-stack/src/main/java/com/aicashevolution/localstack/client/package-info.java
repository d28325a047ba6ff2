/**
 * Talks to a running stack as any other client does: JSON over HTTP with a key. Knows the wire, not
 * the commands.
 */
@NullMarked
package com.aicashevolution.localstack.client;

import org.jspecify.annotations.NullMarked;
