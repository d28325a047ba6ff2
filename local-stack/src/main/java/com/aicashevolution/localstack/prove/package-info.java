/**
 * The claims of this system, each with the measurement that a sceptic can repeat: {@code ./ml prove
 * NAME}. A claim that nothing here measures is not made anywhere.
 *
 * <p>A measurement of the services asks the running ones over HTTP like any other client; it shares
 * no code with what it measures. A measurement of a statistical method needs no stack: it is a
 * simulation of its own with the very classes of the method, and counts how often they are wrong.
 */
@NullMarked
package com.aicashevolution.localstack.prove;

import org.jspecify.annotations.NullMarked;
