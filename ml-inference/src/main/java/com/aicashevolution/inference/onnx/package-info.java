/**
 * A published network as an ONNX file, so that any runtime that reads ONNX computes it: the weights
 * of {@code weights.safetensors}, with the standardizer before them and the calibrated softmax
 * behind them.
 *
 * <pre>
 * LstmParameters, Standardizer, TemperatureScaling --> OnnxGraph (operators of opset 17) --> Protobuf --> bytes
 * </pre>
 *
 * <p>Not how this system serves: another runtime rounds otherwise, within 1e-5 and not to the bit.
 */
@NullMarked
package com.aicashevolution.inference.onnx;

import org.jspecify.annotations.NullMarked;
