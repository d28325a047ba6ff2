/** The rules of the house: who may know whom, held against the classes of every module. */
@NullMarked
package com.aicashevolution.house;

import org.jspecify.annotations.NullMarked;
