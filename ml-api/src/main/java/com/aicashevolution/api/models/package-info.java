/** Which versions exist and what became of them, read from the registry. */
@NullMarked
package com.aicashevolution.api.models;

import org.jspecify.annotations.NullMarked;
