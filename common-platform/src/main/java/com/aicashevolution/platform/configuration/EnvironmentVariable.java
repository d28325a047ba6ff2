package com.aicashevolution.platform.configuration;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variable a person may set.
 *
 * @param name as it is written in the environment
 * @param property Spring property it becomes; null for one that only the {@code ml} command reads
 * @param services that read it
 * @param need when a start without it is refused
 * @param secret whether its value must never be shown
 * @param description what it does, its default included
 */
public record EnvironmentVariable(
    String name,
    @Nullable String property,
    ValueForm form,
    Set<PlatformService> services,
    Need need,
    boolean secret,
    String description,
    String example) {

  /** When a variable must be set. */
  public enum Need {
    OPTIONAL,
    /** By a service that answers requests, not by a command of its jar. */
    SERVERS,
    ALWAYS
  }

  /** What became of a value. */
  sealed interface Reading {

    /** {@code value} is as Spring shall bind it. */
    record Understood(String value) implements Reading {}

    /** {@code complaint} is a sentence that holds no secret. */
    record Malformed(String complaint) implements Reading {}
  }

  public EnvironmentVariable {
    services = Set.copyOf(services);
  }

  static EnvironmentVariable variable(String name, @Nullable String property, ValueForm form) {
    Set<PlatformService> all = EnumSet.allOf(PlatformService.class);
    return new EnvironmentVariable(name, property, form, all, Need.OPTIONAL, false, "", "");
  }

  EnvironmentVariable only(PlatformService first, PlatformService... more) {
    Set<PlatformService> some = EnumSet.of(first, more);
    return new EnvironmentVariable(name, property, form, some, need, secret, description, example);
  }

  EnvironmentVariable needed(Need by) {
    return new EnvironmentVariable(
        name, property, form, services, by, secret, description, example);
  }

  EnvironmentVariable asSecret() {
    return new EnvironmentVariable(
        name, property, form, services, need, true, description, example);
  }

  EnvironmentVariable means(String text, String anExample) {
    return new EnvironmentVariable(name, property, form, services, need, secret, text, anExample);
  }

  public boolean isReadBy(PlatformService service) {
    return property != null && services.contains(service);
  }

  Reading read(String value) {
    try {
      return new Reading.Understood(form.read().apply(value));
    } catch (NumberFormatException e) {
      return new Reading.Malformed(complaint("", value));
    } catch (IllegalArgumentException e) {
      return new Reading.Malformed(complaint(" (" + e.getMessage() + ")", value));
    }
  }

  private String complaint(String reason, String value) {
    return name
        + " is malformed"
        + reason
        + ": expected "
        + form.expected()
        + (secret ? "" : ", was '" + value + "'")
        + hint();
  }

  /** The sentence for one that must be set and is not. */
  String missing() {
    return name + " is not set: expected " + form.expected() + hint();
  }

  String hint() {
    return "; for example " + name + "=" + example;
  }
}
