package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Tells a caller that a key is needed, and a browser that it may ask its user for one. */
@Component
final class Challenge {

  private final ProblemWriter problems;

  Challenge(ProblemWriter problems) {
    this.problems = problems;
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, String why)
      throws IOException {
    response.setHeader(
        "WWW-Authenticate",
        Documentation.isAskedFor(request)
            ? "Basic realm=\"API key as password\", charset=\"UTF-8\""
            : "Bearer");
    problems.write(request, response, Problem.of(ProblemType.UNAUTHENTICATED, why));
  }
}
