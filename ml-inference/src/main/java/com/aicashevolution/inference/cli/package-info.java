/**
 * The command line of the ml-inference jar: {@code java -jar … cli replay|export-onnx|kernel}. It
 * reads the journal, the registry and the artifact store; the service need not run.
 */
@NullMarked
package com.aicashevolution.inference.cli;

import org.jspecify.annotations.NullMarked;
