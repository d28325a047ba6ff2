package com.aicashevolution.api.traffic;

import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.notice.NoticeListener;
import com.aicashevolution.platform.runtime.Repeating;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts following the registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(TrafficProperties.class)
class TrafficConfiguration {

  @Bean
  Repeating registryPolling(RegistryWatch watch, TrafficProperties properties) {
    return new Repeating("registry-watch", properties.pollInterval(), watch::refresh);
  }

  /** Another process that moved traffic is followed when it says so; the poll stands behind. */
  @Bean
  NoticeListener trafficMovedElsewhere(RegistryWatch watch) {
    return notice -> {
      if (notice instanceof Notice.LinesChanged) {
        watch.refresh();
      }
    };
  }
}
