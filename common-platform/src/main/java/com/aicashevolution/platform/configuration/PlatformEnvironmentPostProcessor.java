package com.aicashevolution.platform.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Lays the catalogue's variables over the configuration files and the platform's defaults under
 * them. Runs after the files have been read, because they say which service this is; an application
 * that is none of the three, such as a test's, gets the defaults only.
 */
final class PlatformEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

  static final String VARIABLES = "environmentCatalogue";
  static final String COMPUTED = "platformPorts";
  private static final String DEFAULTS = "platform-defaults.yml";
  private static final int HIGHEST_PORT = 65_535;
  private static final int MANAGEMENT_OFFSET = 1_000;

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    MutablePropertySources sources = environment.getPropertySources();
    loadDefaults().forEach(sources::addLast);
    PlatformService.named(environment.getProperty("spring.application.name"))
        .ifPresent(
            service -> {
              boolean answersRequests = answersRequests(environment, application);
              readVariables(new EnvironmentReader(service, answersRequests), environment);
              sources.addLast(new MapPropertySource(COMPUTED, ports(environment, service)));
            });
  }

  private static void readVariables(EnvironmentReader reader, ConfigurableEnvironment environment) {
    MutablePropertySources sources = environment.getPropertySources();
    PropertySource<?> system =
        sources.get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    if (system == null) {
      return;
    }
    Map<String, Object> properties =
        reader.properties(name -> text(system.getProperty(name)), environment::containsProperty);
    sources.addBefore(system.getName(), new MapPropertySource(VARIABLES, properties));
  }

  private static boolean answersRequests(
      ConfigurableEnvironment environment, SpringApplication application) {
    return application.getWebApplicationType() != WebApplicationType.NONE
        && !"none".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"));
  }

  private static Map<String, Object> ports(
      ConfigurableEnvironment environment, PlatformService service) {
    int port = environment.getProperty("server.port", Integer.class, service.defaultPort());
    int management = port + MANAGEMENT_OFFSET;
    if (port == 0) {
      management = 0;
    } else if (management > HIGHEST_PORT) {
      management = port - MANAGEMENT_OFFSET;
    }
    return Map.of("server.port", port, "management.server.port", management);
  }

  private static List<PropertySource<?>> loadDefaults() {
    try {
      return new YamlPropertySourceLoader().load(DEFAULTS, new ClassPathResource(DEFAULTS));
    } catch (IOException e) {
      throw new UncheckedIOException(DEFAULTS + " must be on the class path", e);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
