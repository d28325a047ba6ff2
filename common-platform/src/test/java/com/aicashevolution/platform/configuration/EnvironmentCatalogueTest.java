package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.platform.configuration.EnvironmentVariable.Need;
import com.aicashevolution.platform.configuration.EnvironmentVariable.Reading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentCatalogueTest {

  static Stream<EnvironmentVariable> variables() {
    return EnvironmentCatalogue.variables().stream();
  }

  @Test
  void namesNoVariableTwice() {
    assertThat(variables().map(EnvironmentVariable::name)).doesNotHaveDuplicates().isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("variables")
  void explainsEveryVariableWithAnExampleOfItsOwnForm(EnvironmentVariable variable) {
    assertThat(variable.name()).matches("[A-Z][A-Z0-9_]*");
    assertThat(variable.description()).endsWith(variable.secret() ? "" : ".").isNotBlank();
    assertThat(variable.read(variable.example())).isInstanceOf(Reading.Understood.class);
  }

  @ParameterizedTest
  @MethodSource("variables")
  void showsNoSecretInAComplaint(EnvironmentVariable variable) {
    String value = "hunter2 %zz http:// ://";

    if (variable.read(value) instanceof Reading.Malformed(String complaint)) {
      assertThat(complaint).startsWith(variable.name()).contains(variable.example());
      if (variable.secret()) {
        assertThat(complaint).doesNotContain("hunter2");
      } else {
        assertThat(complaint).contains(value);
      }
    }
  }

  @Test
  void needsADatabaseAndTheServicesKey() {
    assertThat(variables().filter(v -> v.need() != Need.OPTIONAL))
        .extracting(EnvironmentVariable::name)
        .containsExactly("DATABASE_URL", "ML_SERVICE_KEY");
  }

  @Test
  void findsTheVariablesOfAPropertyInAnyOfSpringsForms() {
    for (String property : List.of("ml.database.pool-size", "ml.database.poolSize")) {
      assertThat(EnvironmentCatalogue.settingProperty(property))
          .extracting(EnvironmentVariable::name)
          .containsExactly("DATABASE_POOL_SIZE");
    }
    assertThat(EnvironmentCatalogue.settingProperty("ml.artifact.bucket"))
        .extracting(EnvironmentVariable::name)
        .containsExactly("S3_BUCKET", "MODEL_STORAGE_BUCKET");
  }
}
