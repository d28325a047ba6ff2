package com.aicashevolution.inference.tensor.web;

import static com.aicashevolution.inference.tensor.web.InferRequests.NUMBERS;
import static com.aicashevolution.inference.tensor.web.InferRequests.array;
import static com.aicashevolution.inference.tensor.web.InferRequests.binary;
import static com.aicashevolution.inference.tensor.web.InferRequests.binaryJson;
import static com.aicashevolution.inference.tensor.web.InferRequests.flat;
import static com.aicashevolution.inference.tensor.web.InferRequests.nested;
import static com.aicashevolution.inference.tensor.web.InferRequests.random;
import static com.aicashevolution.inference.tensor.web.InferRequests.read;
import static com.aicashevolution.inference.tensor.web.InferRequests.request;
import static com.aicashevolution.inference.tensor.web.InferRequests.withData;
import static com.aicashevolution.inference.tensor.web.InferRequests.withFirst;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeatureWindow;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferRequestReaderTest {

  @Test
  void readsTheShortestRequest() {
    InferRequest request = read(withData("[" + NUMBERS + "]"));

    assertThat(request.id()).isNull();
    assertThat(request.binaryAnswer()).isFalse();
    assertThat(request.windows().windows()).isOne();
    assertThat(request.windows().values()).startsWith(0f, 0.5f, 1f).endsWith(169.5f);
  }

  @Test
  void readsMembersInAnyOrderAndTakesNullForNone() {
    InferRequest request =
        read(
            """
            {"outputs":[{"parameters":null,"shape":null,"name":"probabilities","data":null}],"parameters":null,
             "inputs":[{"data":[%s],"parameters":{"content_type":"np","binary_data_size":null},
                        "datatype":"FP32","shape":[1,20,17],"name":"windows"}],
             "model_name":"global","id":null}"""
                .formatted(NUMBERS));

    assertThat(request.id()).isNull();
    assertThat(request.windows().values()[339]).isEqualTo(169.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 26})
  void readsNestedNumbersLikeFlatOnes(int windows) {
    float[] values = random(windows);
    String shape = "[" + windows + ",20,17]";

    assertThat(read(request(shape, flat(values))).windows().values()).isEqualTo(values);
    assertThat(read(request(shape, nested(values, windows))).windows().values()).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource({
    // just below the middle of two floats: rounded to a double first, it would be the middle
    "1.00000017881393432617187499, 0x1.000002p0",
    "1.00000017881393432617187501, 0x1.000004p0",
    "0.1, 0.1",
    "-0.0, -0.0",
    "1e-45, 1.4e-45",
    "3.4028235e38, 3.4028235e38",
    "16777217, 16777216",
    "-9007199254740993, -9007199254740992",
    "123456789012345678901234567890, 1.2345679e29"
  })
  void roundsEachNumberOnce(String written, String expected) {
    float value = read(withFirst(written)).windows().values()[0];

    assertThat(Float.floatToRawIntBits(value))
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(expected)));
  }

  /** Against {@link BigDecimal}, which rounds the decimal itself. */
  @Test
  void roundsAnyNumberAsItsDecimalWouldBe() {
    Random random = new Random(11);
    String[] written =
        IntStream.range(0, 30 * FeatureWindow.LENGTH)
            .mapToObj(i -> decimal(random))
            .toArray(String[]::new);

    float[] values =
        read(request("[30,20,17]", array(written.length, i -> written[i]))).windows().values();

    for (int i = 0; i < written.length; i++) {
      assertThat(values[i]).as(written[i]).isEqualTo(new BigDecimal(written[i]).floatValue());
    }
  }

  /** One to twenty-five digits, from denormal numbers to almost the largest. */
  private static String decimal(Random random) {
    StringBuilder digits = new StringBuilder(random.nextBoolean() ? "-" : "");
    digits.append(1 + random.nextInt(9)).append('.').append(random.nextInt(10));
    for (int i = random.nextInt(24); i > 0; i--) {
      digits.append(random.nextInt(10));
    }
    return random.nextInt(3) == 0
        ? digits.toString()
        : digits.append('e').append(random.nextInt(-46, 38)).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', false",
    "'\"parameters\":{\"binary_data_output\":true},', '', true",
    "'\"parameters\":{\"binary_data_output\":false},', '', false",
    "'', '\"outputs\":[{\"name\":\"probabilities\"}],', false",
    "'', '\"outputs\":[],', false",
    "'', '\"outputs\":[{\"name\":\"probabilities\",\"parameters\":{\"binary_data\":true}}],', true",
    "'\"parameters\":{\"binary_data_output\":true},',"
        + " '\"outputs\":[{\"name\":\"probabilities\",\"parameters\":{\"binary_data\":false}}],',"
        + " false",
    "'\"parameters\":{\"binary_data_output\":true},',"
        + " '\"outputs\":[{\"name\":\"probabilities\"}],', true"
  })
  void answersInBytesWhereTheOutputOrElseTheRequestSaysSo(
      String parameters, String outputs, boolean binary) {
    assertThat(read("{" + parameters + outputs + withData("[" + NUMBERS + "]").substring(1)))
        .returns(binary, InferRequest::binaryAnswer);
  }

  @Test
  void readsBytesBehindTheJson() {
    float[] values = random(3);
    InferRequest request = read(binary(values, binaryJson(3, 3 * 1360)));

    assertThat(request.windows().values()).isEqualTo(values);
    assertThat(request.id()).isEqualTo("42");
  }

  @Test
  void readsAFullBatch() {
    float[] values = new float[256 * FeatureWindow.LENGTH];

    assertThat(read(request("[256,20,17]", flat(values))).windows().windows()).isEqualTo(256);
  }
}
