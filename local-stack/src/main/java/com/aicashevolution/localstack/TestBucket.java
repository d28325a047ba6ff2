package com.aicashevolution.localstack;

/**
 * One bucket of the test's own, to be addressed path-style.
 *
 * @param endpoint as in {@code S3_ENDPOINT}
 * @param region as in {@code AWS_REGION}
 * @param bucket as in {@code S3_BUCKET}
 * @param accessKey as in {@code AWS_ACCESS_KEY_ID}
 * @param secretKey as in {@code AWS_SECRET_ACCESS_KEY}
 */
public record TestBucket(
    String endpoint, String region, String bucket, String accessKey, String secretKey) {}
