/**
 * Keeping the files of a version: the port, and the formats of manifest and weights. The manifest
 * is written last; a version without one does not exist, and no file is ever overwritten.
 */
@NullMarked
package com.aicashevolution.platform.artifact;

import org.jspecify.annotations.NullMarked;
