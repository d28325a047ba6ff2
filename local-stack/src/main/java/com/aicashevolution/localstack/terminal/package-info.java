/**
 * What a person sees: lines, tables, and the progress of long steps as a repainted bar on a
 * terminal and as plain lines elsewhere.
 */
@NullMarked
package com.aicashevolution.localstack.terminal;

import org.jspecify.annotations.NullMarked;
