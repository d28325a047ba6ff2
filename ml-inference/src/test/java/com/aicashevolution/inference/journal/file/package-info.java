/** Tests of the spool's file, down to torn and damaged bytes. */
@NullMarked
package com.aicashevolution.inference.journal.file;

import org.jspecify.annotations.NullMarked;
