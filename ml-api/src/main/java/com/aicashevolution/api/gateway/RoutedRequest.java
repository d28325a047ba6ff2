package com.aicashevolution.api.gateway;

import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A request with the version that must answer it, in the form ml-inference reads. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutedRequest(
    @JsonUnwrapped @JsonIgnoreProperties("model_version") PredictionRequest request,
    ModelVersion modelVersion,
    String variant) {}
