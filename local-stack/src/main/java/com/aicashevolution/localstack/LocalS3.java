package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.Programs;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An S3 server (s3proxy over the file system) that checks signatures and honours {@code
 * If-None-Match}; region {@code us-east-1}, path-style addresses only. It has no bucket versioning.
 */
public final class LocalS3 implements LocalEngine {
  public static final String REGION = "us-east-1";

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_GRACE = Duration.ofSeconds(5);
  private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  private final EngineHome home;
  private final int port;
  private final String accessKey;
  private final S3Signature signature;
  private final SupervisedProcess process;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String secretKey;

  public LocalS3(EngineHome home, int port, String accessKey, String secretKey, Clock clock) {
    this.home = home;
    this.port = port;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.signature = new S3Signature(accessKey, secretKey, clock);
    this.process = new SupervisedProcess(name(), home.pidFile(), port);
  }

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() {
    if (process.resume(this::isReady, STOP_GRACE)) {
      return;
    }
    Path objects = home.data().resolve("objects");
    Path settings = home.data().resolve("s3proxy.properties");
    Path classPath = home.data().resolve("classpath.args");
    try {
      Files.createDirectories(objects);
      Files.writeString(classPath, "-cp\n\"" + BuildFolder.classPath() + "\"\n");
    } catch (IOException e) {
      throw new StackFailure("%s could not be made: %s".formatted(objects, e), e);
    }
    PrivateFile.write(settings, settings(objects));
    process.launch(home.launch(name(), command(settings, classPath)));
    process.awaitReady(this::isReady, START_PATIENCE, home.log());
  }

  private static List<String> command(Path settings, Path classPath) {
    return Programs.givingWay(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "--sun-misc-unsafe-memory-access=allow",
            "@" + classPath,
            "org.gaul.s3proxy.Main",
            "--properties",
            settings.toString()));
  }

  private String settings(Path objects) {
    return """
    s3proxy.endpoint=http://127.0.0.1:%d
    s3proxy.authorization=aws-v2-or-v4
    s3proxy.identity=%s
    s3proxy.credential=%s
    jclouds.provider=filesystem-nio2
    jclouds.identity=local
    jclouds.credential=local
    jclouds.filesystem.basedir=%s
    """
        .formatted(port, accessKey, secretKey, objects);
  }

  @Override
  public boolean isReady() {
    try {
      return send("GET", "/").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the bucket unless there is one. */
  public void ensureBucket(String bucket) {
    if (!BUCKET_NAME.matcher(bucket).matches()) {
      throw new IllegalArgumentException("not a bucket name: " + bucket);
    }
    try {
      HttpResponse<String> answer = send("PUT", "/" + bucket);
      boolean existed = answer.statusCode() == 409;
      if (answer.statusCode() != 200 && !existed) {
        throw new StackFailure(
            "The bucket %s could not be made: %d %s"
                .formatted(bucket, answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new StackFailure("The bucket %s could not be made: %s".formatted(bucket, e), e);
    }
  }

  /** Writes an object, over what was there. */
  public void put(String bucket, String key, byte[] bytes) {
    expectOk("PUT", "/" + bucket + "/" + key, HttpRequest.BodyPublishers.ofByteArray(bytes));
  }

  /** Reads an object that must be there. */
  public byte[] get(String bucket, String key) {
    return expectOk("GET", "/" + bucket + "/" + key, HttpRequest.BodyPublishers.noBody());
  }

  private byte[] expectOk(String method, String path, HttpRequest.BodyPublisher body) {
    try {
      HttpResponse<byte[]> answer =
          send(method, path, body, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new StackFailure("%s %s failed: %d".formatted(method, path, answer.statusCode()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new StackFailure("%s %s failed: %s".formatted(method, path, e), e);
    }
  }

  private HttpResponse<String> send(String method, String path) throws IOException {
    return send(
        method, path, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofString());
  }

  private <T> HttpResponse<T> send(
      String method,
      String path,
      HttpRequest.BodyPublisher body,
      HttpResponse.BodyHandler<T> handler)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(endpoint() + path))
            .timeout(Duration.ofSeconds(5))
            .method(method, body);
    try {
      signature.headers(method, path).forEach(request::header);
      return http.send(request.build(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    process.stop(Signal.TERM, STOP_GRACE);
  }

  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  public String accessKey() {
    return accessKey;
  }

  public String secretKey() {
    return secretKey;
  }
}
