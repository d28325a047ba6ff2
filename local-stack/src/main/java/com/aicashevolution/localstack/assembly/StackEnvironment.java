package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.keys.StackSecrets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment variables of the services of one stack, under the names that production uses.
 *
 * @param backing {@code DATABASE_URL}, {@code REDIS_URL} and the S3 variables
 * @param market {@code MARKET_DATA_SOURCE} and what belongs to it
 */
public record StackEnvironment(
    StackPorts ports,
    StackSecrets secrets,
    Map<String, String> backing,
    Map<String, String> market) {

  public StackEnvironment {
    backing = Map.copyOf(backing);
    market = Map.copyOf(market);
  }

  /** What one service is given; on top of it, it inherits what its starter has. */
  public Map<String, String> of(StackService service) {
    Map<String, String> variables = new LinkedHashMap<>(backing);
    variables.putAll(market);
    variables.putAll(urls());
    variables.put("ML_SERVICE_KEY", secrets.serviceKey());
    variables.put(service.portVariable(), Integer.toString(ports.of(service)));
    variables.put("MANAGEMENT_PORT", Integer.toString(ports.managementOf(service)));
    variables.put("TZ", "UTC");
    // A fit's bits depend on the number of threads that BLAS uses, and one is also the fastest.
    variables.put("OMP_NUM_THREADS", "1");
    return variables;
  }

  /** The addresses of the three services. */
  public Map<String, String> urls() {
    Map<String, String> urls = new LinkedHashMap<>();
    urls.put("ML_API_URL", ports.urlOf(StackService.API));
    urls.put("TRAINING_API_URL", ports.urlOf(StackService.TRAINER));
    urls.put("INFERENCE_API_URL", ports.urlOf(StackService.INFERENCE));
    return urls;
  }
}
