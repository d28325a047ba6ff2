/** Every answer that was given, kept so that it can be found and replayed. */
@NullMarked
package com.aicashevolution.platform.journal;

import org.jspecify.annotations.NullMarked;
