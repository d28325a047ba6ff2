package com.aicashevolution.platform.artifact.s3;

import java.io.IOException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Turns the SDK's failures into sentences an operator can act on.
 *
 * @param bucket they are about
 */
record S3Calls(String bucket) {

  /**
   * Makes a call.
   *
   * @throws S3Exception if the store answered with an error
   * @throws IOException if there was no answer
   */
  <T> T run(Supplier<T> call) throws IOException {
    try {
      return call.get();
    } catch (SdkClientException e) {
      throw new IOException("S3 does not answer (bucket " + bucket + "): " + e.getMessage(), e);
    }
  }

  IOException failure(S3Exception e) {
    String sentence =
        switch (e.statusCode()) {
          case 404 ->
              "bucket '"
                  + bucket
                  + "' does not exist; create it, or set S3_BUCKET to one that does";
          case 401, 403 ->
              "S3 denies access to bucket '"
                  + bucket
                  + "'; check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and the bucket's policy";
          case 301, 400 ->
              "S3 refuses the call to bucket '"
                  + bucket
                  + "' ("
                  + reason(e)
                  + "); check AWS_REGION and S3_ENDPOINT";
          default -> "S3 failed on bucket '" + bucket + "': " + reason(e);
        };
    return new IOException(sentence, e);
  }

  private static String reason(S3Exception e) {
    return e.awsErrorDetails() == null
        ? "status " + e.statusCode()
        : e.awsErrorDetails().errorCode() + ", status " + e.statusCode();
  }
}
