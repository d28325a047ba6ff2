/** {@code java -jar ml-trainer-….jar prove NAME}: the proofs without Spring, web or database. */
@NullMarked
package com.aicashevolution.trainer.proof.cli;

import org.jspecify.annotations.NullMarked;
