package com.aicashevolution.api.gateway.web;

import com.aicashevolution.platform.observability.RequestId;
import com.aicashevolution.platform.security.Caller;

/** What a caller's assignment to champion or challenger sticks to when it names no user. */
final class StickyKey {

  private StickyKey() {}

  /** The API key; for our own services, which ask for many, the request. */
  static String of(Caller caller) {
    return caller.isService()
        ? RequestId.current().map(RequestId::value).orElse(caller.keyId())
        : caller.keyId();
  }
}
