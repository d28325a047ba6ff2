package com.aicashevolution.platform.configuration;

import com.aicashevolution.platform.configuration.EnvironmentVariable.Need;
import com.aicashevolution.platform.configuration.EnvironmentVariable.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue's variables for one service. An empty value counts as not set: that is how
 * compose files and deployment forms write "nothing".
 *
 * @param service whose variables are read
 * @param answersRequests whether it is the service itself and not a command of its jar
 */
record EnvironmentReader(PlatformService service, boolean answersRequests) {

  /**
   * Spring properties for what {@code environment} sets.
   *
   * @param environment value of a variable, null where it is not set
   * @param isPropertySet whether a property has been given a value some other way
   * @throws InvalidEnvironmentException with every malformed or missing variable
   */
  Map<String, Object> properties(
      Function<String, @Nullable String> environment, Predicate<String> isPropertySet) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> complaints = new ArrayList<>();
    for (EnvironmentVariable variable : EnvironmentCatalogue.variables()) {
      String property = variable.property();
      if (property == null || !variable.isReadBy(service)) {
        continue;
      }
      String value = environment.apply(variable.name());
      if (value == null || value.isBlank()) {
        continue;
      }
      switch (variable.read(value.strip())) {
        case Reading.Understood understood -> properties.putIfAbsent(property, understood.value());
        case Reading.Malformed malformed -> complaints.add(malformed.complaint());
      }
    }
    if (complaints.isEmpty()) {
      complaints.addAll(
          missing(property -> properties.containsKey(property) || isPropertySet.test(property)));
    }
    if (!complaints.isEmpty()) {
      throw new InvalidEnvironmentException(complaints);
    }
    return properties;
  }

  private List<String> missing(Predicate<String> isSet) {
    return EnvironmentCatalogue.variables().stream()
        .filter(this::isNeeded)
        .filter(variable -> variable.property() != null && !isSet.test(variable.property()))
        .map(EnvironmentVariable::missing)
        .toList();
  }

  private boolean isNeeded(EnvironmentVariable variable) {
    return variable.isReadBy(service)
        && (variable.need() == Need.ALWAYS || (variable.need() == Need.SERVERS && answersRequests));
  }
}
