package com.aicashevolution.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DependencyRulesTest {
  private static final List<String> SERVICES = List.of("trainer", "inference", "api");

  private static final String[] MODEL =
      House.MODEL_PACKAGES.stream()
          .map(each -> House.ROOT + "." + each + "..")
          .toArray(String[]::new);

  @TestFactory
  Stream<DynamicTest> aServiceNeverKnowsAnotherService() {
    return SERVICES.stream()
        .map(
            service ->
                DynamicTest.dynamicTest(
                    service,
                    () -> {
                      String[] others =
                          SERVICES.stream()
                              .filter(other -> !other.equals(service))
                              .map(other -> House.ROOT + "." + other + "..")
                              .toArray(String[]::new);
                      check(
                          noClasses()
                              .that()
                              .resideInAPackage(House.ROOT + "." + service + "..")
                              .should()
                              .dependOnClassesThat()
                              .resideInAnyPackage(others));
                    }));
  }

  @Test
  void thePlatformKnowsNoService() {
    check(
        noClasses()
            .that()
            .resideInAPackage(House.ROOT + ".platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                House.ROOT + ".trainer..", House.ROOT + ".inference..", House.ROOT + ".api.."));
  }

  @Test
  void theModelKnowsOnlyJava() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(MODEL)
            .and()
            .resideOutsideOfPackage(House.ROOT + ".indicator.ta4j..")
            .should()
            .dependOnClassesThat(
                com.tngtech.archunit.base.DescribedPredicate.not(
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                        Stream.concat(
                                Stream.of(MODEL),
                                Stream.of(
                                    "java..",
                                    "jdk.incubator.vector..",
                                    "com.sun.management..",
                                    "org.jspecify.."))
                            .toArray(String[]::new)))));
  }

  @Test
  void onlyTheTrainersDl4jPackageKnowsDl4j() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.ROOT + ".trainer..dl4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."));
  }

  @Test
  void onlyTheBaselinesKnowTribuo() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(House.ROOT + ".trainer.training.baseline.tribuo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.tribuo..", "com.oracle.labs..", "ml.dmlc.."));
  }

  @Test
  void theLocalStackIsKnownByNoService() {
    check(
        noClasses()
            .that(alwaysTrue())
            .and()
            .resideOutsideOfPackage(House.ROOT + ".localstack..")
            .should()
            .dependOnClassesThat(resideInAPackage(House.ROOT + ".localstack..")));
  }

  @Test
  void aFeatureNeverKnowsItsOwnTechnology() {
    check(
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
            .should(new FeatureIsFreeOfItsTechnology()));
  }

  @Test
  void packagesFormNoCycles() {
    check(slices().matching(House.ROOT + ".(**)").as("packages").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.check(House.classes());
  }
}
