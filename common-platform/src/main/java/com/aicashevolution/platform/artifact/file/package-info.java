/** Models in a folder, for one machine or a volume that trainer and inference share. */
@NullMarked
package com.aicashevolution.platform.artifact.file;

import org.jspecify.annotations.NullMarked;
