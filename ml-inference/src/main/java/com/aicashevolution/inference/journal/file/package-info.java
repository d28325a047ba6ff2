/** The spool as an append-only file: length, CRC-32C and payload per record, fsynced per batch. */
@NullMarked
package com.aicashevolution.inference.journal.file;

import org.jspecify.annotations.NullMarked;
