/**
 * The command line of the ml-api jar: {@code java -jar … cli import|simulate|migrate}. It needs a
 * database and nothing else of the service.
 */
@NullMarked
package com.aicashevolution.api.marketdata.cli;

import org.jspecify.annotations.NullMarked;
