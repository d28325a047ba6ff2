package com.aicashevolution.platform.observability;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing a service leans on, and a way to try whether it holds. */
public interface DependencyCheck {

  /** Name on the wire, for example {@code postgres}. */
  String name();

  /** Where it is, for example {@code db.example.com:5432}; empty where that says nothing more. */
  default String location() {
    return "";
  }

  /** Whether the service is of no use without it; otherwise its loss only degrades. */
  boolean required();

  /**
   * Tries it with one cheap round trip. Runs on its own thread and is interrupted when it takes too
   * long.
   *
   * @return what an operator may want to know of it, in order
   * @throws Exception if it does not hold; the message is shown to operators
   */
  Map<String, @Nullable Object> check() throws Exception;
}
