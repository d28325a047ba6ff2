package com.aicashevolution.platform.security;

import static com.aicashevolution.platform.security.Role.OPERATE;
import static com.aicashevolution.platform.security.Role.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import com.aicashevolution.platform.security.RouteRules.Decision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class RouteRulesTest {

  private final RouteRules rules =
      RouteRules.combined(
          List.of(
              RouteRules.builder().open(GET, "/health").build(),
              RouteRules.builder()
                  .allow(READ, GET, "/models/{v}")
                  .allow(OPERATE, GET, "/models/secret")
                  .allow(OPERATE, POST, "/models/{v}/promote")
                  .build()));

  private Decision decide(HttpMethod method, String path) {
    return rules.decide(method, PathContainer.parsePath(path));
  }

  @Test
  void shouldOpenOnlyWhatIsDeclaredOpen() {
    assertThat(decide(GET, "/health")).isEqualTo(new Decision.Open());
    assertThat(decide(GET, "/health/")).isEqualTo(new Decision.NoRoute());
    assertThat(decide(GET, "/HEALTH")).isEqualTo(new Decision.NoRoute());
  }

  @Test
  void shouldNeedTheRoleOfTheRoute() {
    assertThat(decide(GET, "/models/v1")).isEqualTo(new Decision.Needs(READ));
    assertThat(decide(POST, "/models/v1/promote")).isEqualTo(new Decision.Needs(OPERATE));
  }

  @Test
  void shouldLetTheMostSpecificPatternDecideWhateverTheOrder() {
    assertThat(decide(GET, "/models/secret")).isEqualTo(new Decision.Needs(OPERATE));
  }

  @Test
  void shouldTreatHeadAsGet() {
    assertThat(decide(HEAD, "/models/v1")).isEqualTo(new Decision.Needs(READ));
  }

  @Test
  void shouldCloseWhatNobodyDeclared() {
    assertThat(decide(GET, "/anything")).isEqualTo(new Decision.NoRoute());
    assertThat(decide(GET, "/models/v1/v2")).isEqualTo(new Decision.NoRoute());
  }

  @Test
  void shouldNameTheMethodsOfARouteThatHasOthers() {
    assertThat(decide(DELETE, "/models/v1")).isEqualTo(new Decision.WrongMethod(Set.of("GET")));
  }
}
