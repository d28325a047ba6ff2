package com.aicashevolution.platform.upstream.http;

import com.aicashevolution.platform.upstream.Upstream;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A client whose calls run on the caller's own (virtual) thread over connections that are kept. It
 * does what it is told and nothing by itself: no second try, no redirect, no cookie, no coding.
 */
final class ConnectionReuse {
  /** More than any guard lets through: who may call is decided there. */
  private static final int MOST_CONNECTIONS = 1024;

  /** Below the sixty seconds after which our servers close an idle connection. */
  private static final TimeValue IDLE = TimeValue.ofSeconds(45);

  private ConnectionReuse() {}

  static HttpClient to(Upstream upstream) {
    Timeout connect = Timeout.of(upstream.connectTimeout());
    Timeout read = Timeout.of(upstream.readTimeout());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(read)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(connect)
                .setResponseTimeout(read)
                .setDefaultKeepAlive(IDLE.getDuration(), IDLE.getTimeUnit())
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }
}
