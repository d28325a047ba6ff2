/**
 * The indicator weights in force and what they replaced, for people to see. Finding better ones is
 * ml-trainer's, answering under them ml-inference's.
 */
@NullMarked
package com.aicashevolution.api.weights;

import org.jspecify.annotations.NullMarked;
