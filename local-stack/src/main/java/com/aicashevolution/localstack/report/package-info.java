/**
 * Pages that show what a training run found, written from the trainer's own answer: nothing on them
 * is computed here. Called by {@code ./ml report}.
 */
@NullMarked
package com.aicashevolution.localstack.report;

import org.jspecify.annotations.NullMarked;
