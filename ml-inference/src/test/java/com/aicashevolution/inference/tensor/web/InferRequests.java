package com.aicashevolution.inference.tensor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests as clients write them, read for a model that is called global. */
final class InferRequests {

  /** The numbers of one window, in JSON. */
  static final String NUMBERS = numbers(340);

  private static final InferRequestReader READER =
      new InferRequestReader(StrictJson.newMapper(List.of(DomainJson.module())).getFactory());

  private InferRequests() {}

  static InferRequest read(String json) {
    return read(InferBody.of(json.getBytes(StandardCharsets.UTF_8), null));
  }

  static InferRequest read(InferBody body) {
    return READER.read(body, "global");
  }

  interface Reading {
    Object read();
  }

  static void assertRefused(Reading reading, String field, String message) {
    assertThat(errors(reading)).first().isEqualTo(new Problem.FieldError(field, message));
  }

  @SuppressWarnings("unchecked")
  static List<Problem.FieldError> errors(Reading reading) {
    List<Problem.FieldError> errors = new ArrayList<>();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(reading::read)
        .satisfies(
            refused -> {
              assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
              Object named = refused.problem().members().get("errors");
              errors.addAll((List<Problem.FieldError>) (named == null ? List.of() : named));
            });
    return errors;
  }

  static String withData(String data) {
    return request("[1,20,17]", data);
  }

  static String withFirst(String number) {
    return withData("[" + number + "," + numbers(339) + "]");
  }

  static String request(String shape, String data) {
    return "{\"inputs\":[{\"name\":\"windows\",\"datatype\":\"FP32\",\"shape\":%s,\"data\":%s}]}"
        .formatted(shape, data);
  }

  /** As Triton's own clients write it. */
  static String binaryJson(int windows, int bytes) {
    return "{\"id\":\"42\",\"inputs\":[{\"name\":\"windows\",\"shape\":[%d,20,17],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":%d}}],\"parameters\":{\"binary_data_output\":true}}"
        .formatted(windows, bytes);
  }

  static InferBody binary(float[] values, String json) {
    byte[] head = json.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocate(head.length + values.length * Float.BYTES)
            .put(head)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      body.putFloat(value);
    }
    return InferBody.of(body.array(), String.valueOf(head.length));
  }

  static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf(i / 2.0))
        .collect(Collectors.joining(","));
  }

  static String flat(float[] values) {
    return array(values.length, i -> String.valueOf(values[i]));
  }

  static String nested(float[] values, int windows) {
    return array(
        windows,
        w -> array(20, r -> array(17, f -> String.valueOf(values[(w * 20 + r) * 17 + f]))));
  }

  interface Element {
    String at(int index);
  }

  static String array(int length, Element element) {
    return IntStream.range(0, length)
        .mapToObj(element::at)
        .collect(Collectors.joining(",", "[", "]"));
  }

  static float[] random(int windows) {
    Random random = new Random(windows);
    float[] values = new float[windows * FeatureWindow.LENGTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
