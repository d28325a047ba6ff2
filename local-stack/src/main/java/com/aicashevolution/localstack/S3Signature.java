package com.aicashevolution.localstack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests the first way S3 knew (“REST authentication”, AWS signature version 2), which
 * leaves a body unsigned: enough to make a bucket, to ask whether the server is there, and to write
 * and read an object, without a client library.
 */
final class S3Signature {
  private final String accessKey;
  private final String secretKey;
  private final Clock clock;

  S3Signature(String accessKey, String secretKey, Clock clock) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.clock = clock;
  }

  Map<String, String> headers(String method, String path) throws GeneralSecurityException {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    // method, content-md5, content-type, date (given as x-amz-date instead), headers, resource
    String signed = method + "\n\n\n\nx-amz-date:" + date + "\n" + path;
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
    String signature =
        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    return Map.of("x-amz-date", date, "Authorization", "AWS " + accessKey + ":" + signature);
  }
}
