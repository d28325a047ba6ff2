/** Tests of the journal: nothing acknowledged is lost, nothing is written twice. */
@NullMarked
package com.aicashevolution.inference.journal;

import org.jspecify.annotations.NullMarked;
