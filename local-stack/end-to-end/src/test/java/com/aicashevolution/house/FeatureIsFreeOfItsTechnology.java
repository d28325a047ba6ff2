package com.aicashevolution.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * A feature does not import a technology sub-package of its own, and a technology package does not
 * import another technology. Two of the same technology may know each other: what writes problem
 * details to the web is used by what refuses on the web.
 */
final class FeatureIsFreeOfItsTechnology extends ArchCondition<JavaClass> {
  FeatureIsFreeOfItsTechnology() {
    super("know no technology sub-package but their own");
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    String own = item.getPackageName();
    for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getPackageName();
      if (target.startsWith(House.ROOT) && !target.equals(own) && isForbidden(own, target)) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  static boolean isForbidden(String own, String target) {
    if (!isTechnology(target)) {
      return false;
    }
    boolean reachesDown = own.equals(parent(target));
    boolean reachesAcross = isTechnology(own) && !lastPart(own).equals(lastPart(target));
    return reachesDown || reachesAcross;
  }

  private static boolean isTechnology(String packageName) {
    return House.TECHNOLOGIES.contains(lastPart(packageName));
  }

  private static String lastPart(String packageName) {
    return packageName.substring(packageName.lastIndexOf('.') + 1);
  }

  private static String parent(String packageName) {
    return packageName.substring(0, packageName.lastIndexOf('.'));
  }
}
