package com.aicashevolution.platform.security;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param keyId public id of the key, {@code service} for the services' own
 * @param name what the key was made for
 * @param onBehalfOf whom a calling service speaks for; null for everybody else
 */
public record Caller(String keyId, String name, Role role, @Nullable String onBehalfOf)
    implements Principal {

  /** Key id and name of the services themselves. */
  public static final String SERVICE = "service";

  /** Header in which a service names the person it speaks for. */
  public static final String ACTOR_HEADER = "X-Actor";

  public static Caller service(@Nullable String onBehalfOf) {
    return new Caller(SERVICE, SERVICE, Role.OPERATE, onBehalfOf);
  }

  /** Whether another of our services is calling: only then is what it says of others believed. */
  public boolean isService() {
    return keyId.equals(SERVICE);
  }

  /** The name for audit: the person behind a service, else the key's own. */
  public String actor() {
    return onBehalfOf == null ? name : onBehalfOf;
  }

  @Override
  public String getName() {
    return name;
  }
}
