/**
 * How long an answer takes: the serving kernel beside ONNX Runtime, PyTorch and DL4J with the same
 * weights on the same windows, and beside what the core's multiply-adds allow.
 *
 * <pre>
 * KernelBench ──► Material        one network, drawn once, in the forms that all of them read
 *      │
 *      ├── by turns, JMH forks ──► ForwardPass(contender, windows), MultiplyAdds
 *      │
 *      └── Figures ──► KernelReport
 * </pre>
 *
 * <p>A tool for people, not a test. DL4J is reached through {@code OutputContender}.
 */
@NullMarked
package com.aicashevolution.trainer.bench.kernel;

import org.jspecify.annotations.NullMarked;
