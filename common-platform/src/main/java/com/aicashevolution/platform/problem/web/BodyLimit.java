package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies larger than a limit: by their announced length before reading, else while reading.
 */
final class BodyLimit extends OncePerRequestFilter {

  private final long maxBytes;
  private final ProblemWriter problems;

  BodyLimit(long maxBytes, ProblemWriter problems) {
    this.maxBytes = maxBytes;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > maxBytes) {
      // the unread body makes the connection useless
      response.setHeader("Connection", "close");
      TooLarge tooLarge = new TooLarge(maxBytes);
      problems.write(
          request, response, Problem.of(ProblemType.PAYLOAD_TOO_LARGE, tooLarge.sentence()));
      return;
    }
    chain.doFilter(new Limited(request, maxBytes), response);
  }

  /** The body turned out to be larger than allowed. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    TooLarge(long maxBytes) {
      super("The body must be at most " + maxBytes + " bytes");
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final long maxBytes;

    Limited(HttpServletRequest request, long maxBytes) {
      super(request);
      this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountingStream(super.getInputStream(), maxBytes);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class CountingStream extends ServletInputStream {

    private final ServletInputStream body;
    private final long maxBytes;
    private long read;

    CountingStream(ServletInputStream body, long maxBytes) {
      this.body = body;
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = body.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int bytes) throws TooLarge {
      read += bytes;
      if (read > maxBytes) {
        throw new TooLarge(maxBytes);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
