package com.aicashevolution.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule about a package that does not exist holds over nothing, silently: so each must exist. */
class RulesAreNotVoidTest {
  private static final Set<String> PACKAGES =
      House.classes().stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

  static Stream<String> namedInRules() {
    return Stream.concat(
        House.MODEL_PACKAGES.stream(),
        Stream.of(
            "platform",
            "trainer",
            "inference",
            "api",
            "localstack",
            "trainer.training.dl4j",
            "trainer.training.baseline.tribuo"));
  }

  @ParameterizedTest
  @MethodSource("namedInRules")
  void aPackageNamedInARuleHasClasses(String name) {
    assertThat(PACKAGES).anyMatch(each -> (each + ".").startsWith(House.ROOT + "." + name + "."));
  }

  @ParameterizedTest
  @MethodSource("technologies")
  void aTechnologyNamedInARuleIsUsed(String technology) {
    assertThat(PACKAGES).anyMatch(each -> each.endsWith("." + technology));
  }

  static Stream<String> technologies() {
    return House.TECHNOLOGIES.stream();
  }

  @ParameterizedTest
  @MethodSource("foreignPackages")
  void aLibraryForbiddenInARuleIsKnownToSomeone(String library) {
    assertThat(House.classes().stream())
        .anyMatch(
            each ->
                each.getDirectDependenciesFromSelf().stream()
                    .anyMatch(
                        dependency ->
                            dependency.getTargetClass().getPackageName().startsWith(library)));
  }

  static Stream<String> foreignPackages() {
    return Stream.of(
        "org.deeplearning4j", "org.nd4j", "org.springframework.beans.factory.annotation");
  }

  @Test
  void everyTopPackageOfTheModelIsHeldByItsRule() {
    Set<String> top = new TreeSet<>();
    House.classes().stream()
        .filter(
            each ->
                !each.getSource()
                    .map(s -> !s.getUri().toString().contains("/common-model/"))
                    .orElse(true))
        .map(each -> each.getPackageName().substring(House.ROOT.length() + 1).split("\\.")[0])
        .forEach(top::add);
    assertThat(top).containsExactlyInAnyOrderElementsOf(House.MODEL_PACKAGES);
  }

  @Test
  void theTechnologyRuleFindsWhatItIsMeantToFind() {
    String feature = House.ROOT + ".platform.registry";
    assertThat(FeatureIsFreeOfItsTechnology.isForbidden(feature, feature + ".jdbc")).isTrue();
    assertThat(FeatureIsFreeOfItsTechnology.isForbidden(feature + ".web", feature + ".jdbc"))
        .isTrue();
    assertThat(FeatureIsFreeOfItsTechnology.isForbidden(feature + ".jdbc", feature)).isFalse();
    assertThat(
            FeatureIsFreeOfItsTechnology.isForbidden(
                feature + ".web", House.ROOT + ".platform.problem.web"))
        .isFalse();
  }
}
