/**
 * Traces: a request is one trace across the services it touches, sent to an OpenTelemetry collector
 * over HTTP.
 *
 * <pre>
 * ml-api       POST /predict  server span
 *              . http post     client span, sends traceparent (W3C)
 * ml-inference . . POST /predict  server span: symbol, model_version, prediction_id, request_id
 * </pre>
 *
 * <p>Without an endpoint nothing of it is configured: no tracer, no exporter, no thread, no span.
 * The request id ties the services' log lines together either way.
 */
@NullMarked
package com.aicashevolution.platform.observability.otel;

import org.jspecify.annotations.NullMarked;
