/**
 * The words of {@code ./ml}: one class per wish, each short, each ending in an exit code and, when
 * it fails, in one sentence that a person can act on.
 */
@NullMarked
package com.aicashevolution.localstack.command;

import org.jspecify.annotations.NullMarked;
