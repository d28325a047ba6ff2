package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** From the variable in the environment to the setting the service works with. */
class MarketDataPropertiesTest {

  private final Map<String, Object> variables =
      new HashMap<>(Map.of("DATABASE_URL", "postgresql://u:p@db/ml"));

  @EnableConfigurationProperties(MarketDataProperties.class)
  static class Settings {}

  private MarketDataProperties read() {
    StandardEnvironment environment = new StandardEnvironment();
    String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(system, new SystemEnvironmentPropertySource(system, variables));
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Settings.class)
            .environment(environment)
            .web(WebApplicationType.NONE)
            .logStartupInfo(false)
            .run("--spring.application.name=ml-api", "--spring.main.banner-mode=off")) {
      return context.getBean(MarketDataProperties.class);
    }
  }

  @Test
  void shouldBringNoCandlesByItselfUnlessAskedTo() {
    assertThat(read()).isEqualTo(new MarketDataProperties(MarketDataProperties.Source.NONE, 1));
  }

  @Test
  void shouldReadBothVariables() {
    variables.put("MARKET_DATA_SOURCE", "simulated");
    variables.put("SIMULATION_SEED", "-42");

    assertThat(read())
        .isEqualTo(new MarketDataProperties(MarketDataProperties.Source.SIMULATED, -42));
  }

  @Test
  void shouldNameAVariableThatIsMalformed() {
    variables.put("MARKET_DATA_SOURCE", "bloomberg");
    variables.put("SIMULATION_SEED", "one");

    assertThatThrownBy(this::read)
        .hasMessageContaining("MARKET_DATA_SOURCE")
        .hasMessageContaining("bloomberg")
        .hasMessageContaining("SIMULATION_SEED");
  }
}
