package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.web.ProblemWriter;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.KeyVerifier;
import com.aicashevolution.platform.security.KeyVerifier.Verification;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a caller of a key. A request without a key goes on as nobody; one with a bad key ends here,
 * even where none is needed: silently ignoring a typo helps no one.
 */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final Pattern ACTOR = Pattern.compile("[\\p{L}\\p{N} ._@:-]{1,100}");

  private final KeyVerifier verifier;
  private final ProblemWriter problems;
  private final Challenge challenge;
  private final RequestAttributeSecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  ApiKeyFilter(KeyVerifier verifier, ProblemWriter problems, Challenge challenge) {
    this.verifier = verifier;
    this.problems = problems;
    this.challenge = challenge;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> key = PresentedKey.of(request);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    switch (verifier.verify(key.get(), actor(request))) {
      case Verification.Verified verified -> {
        enter(verified.caller(), request, response);
        chain.doFilter(request, response);
      }
      case Verification.Unknown unknown ->
          challenge.refuse(request, response, "The key is not valid");
      case Verification.CannotTell lost -> {
        response.setHeader("Retry-After", "5");
        problems.write(
            request,
            response,
            Problem.of(ProblemType.UNAVAILABLE, "The key cannot be verified at the moment"));
      }
    }
  }

  private void enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private static @Nullable String actor(HttpServletRequest request) {
    String actor = request.getHeader(Caller.ACTOR_HEADER);
    return actor != null && ACTOR.matcher(actor).matches() ? actor : null;
  }
}
