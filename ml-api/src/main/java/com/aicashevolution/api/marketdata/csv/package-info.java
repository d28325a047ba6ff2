/**
 * Reads bars from delimited text, plain or packed, with FastCSV: finds out format and columns from
 * the beginning of a file, then hands over one row at a time.
 *
 * <p>It understands how rows are written, not what they mean: clocks, scales and quality are the
 * feature's business.
 */
@NullMarked
package com.aicashevolution.api.marketdata.csv;

import org.jspecify.annotations.NullMarked;
