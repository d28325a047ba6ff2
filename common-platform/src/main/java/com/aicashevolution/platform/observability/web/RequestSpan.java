package com.aicashevolution.platform.observability.web;

import com.aicashevolution.platform.observability.LogField;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Gives the span of a request what its log lines say. These are attributes of the span alone, never
 * tags of a meter: there are as many values as requests.
 */
@Component
@ConditionalOnWebApplication
final class RequestSpan extends DefaultServerRequestObservationConvention {

  @Override
  public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
    List<KeyValue> said = new ArrayList<>();
    LogField.current().forEach((name, value) -> said.add(KeyValue.of(name, value)));
    return super.getHighCardinalityKeyValues(context).and(said);
  }
}
