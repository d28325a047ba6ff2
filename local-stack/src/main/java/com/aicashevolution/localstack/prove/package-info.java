/**
 * The claims of this system, each with the measurement that a sceptic can repeat: {@code ./ml prove
 * NAME}. A claim that nothing here measures is not made anywhere.
 *
 * <p>A measurement asks the running services over HTTP like any other client; it shares no code
 * with what it measures.
 */
@NullMarked
package com.aicashevolution.localstack.prove;

import org.jspecify.annotations.NullMarked;
