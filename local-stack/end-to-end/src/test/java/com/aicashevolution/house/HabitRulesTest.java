package com.aicashevolution.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class HabitRulesTest {
  private static final List<String> FORBIDDEN_NAMES =
      List.of(
          "util",
          "utils",
          "impl",
          "dto",
          "dtos",
          "service",
          "services",
          "common",
          "helper",
          "helpers",
          "manager",
          "managers");

  private final JavaClasses house = House.classes();

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(house);
  }

  @Test
  void constructorsAndMethodsTakeNoAtValueParameters() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.springframework.beans.factory.annotation.Value")
        .check(house);
  }

  @Test
  void timeComesFromAClockOutsideConfiguration() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Configuration")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.OffsetDateTime.class, "now")
        .check(house);
  }

  @Test
  void randomnessHasASeed() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
        .check(house);
  }

  @Test
  void staticFieldsAreFinal() {
    fields().that().areStatic().should().beFinal().check(house);
  }

  @Test
  void nothingPrintsBesidesTheLauncher() {
    noClasses()
        .that()
        .resideOutsideOfPackage(House.ROOT + ".localstack..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(house);
  }

  @Test
  void everyPackageIsNullMarked() {
    TreeSet<String> unmarked = new TreeSet<>();
    for (JavaPackage each : packagesWithClasses()) {
      if (!each.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(each.getName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void noPackageHasAForbiddenName() {
    TreeSet<String> named = new TreeSet<>();
    for (JavaPackage each : packagesWithClasses()) {
      for (String part : each.getName().substring(House.ROOT.length()).split("\\.")) {
        if (FORBIDDEN_NAMES.contains(part)) {
          named.add(each.getName());
        }
      }
    }
    assertThat(named).isEmpty();
  }

  private List<JavaPackage> packagesWithClasses() {
    return house.stream()
        .map(JavaClass::getPackage)
        .filter(each -> each.getName().startsWith(House.ROOT))
        .distinct()
        .toList();
  }
}
