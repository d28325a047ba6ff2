package com.aicashevolution.inference.tensor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferRequestReaderTest {

  private static final String NUMBERS = numbers(340);

  private final InferRequestReader reader =
      new InferRequestReader(StrictJson.newMapper(List.of(DomainJson.module())).getFactory());

  @Nested
  class Legal {

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
      assertThat(read(request(shape, nested(values, windows))).windows().values())
          .isEqualTo(values);
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
      InferRequest request = reader.read(binary(values, binaryJson(3, 3 * 1360)), "global");

      assertThat(request.windows().values()).isEqualTo(values);
      assertThat(request.id()).isEqualTo("42");
    }

    @Test
    void readsAFullBatch() {
      float[] values = new float[256 * FeatureWindow.LENGTH];

      assertThat(read(request("[256,20,17]", flat(values))).windows().windows()).isEqualTo(256);
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "[] | body | must be an object",
          "{} | inputs | must be the tensor windows once, had 0",
          "{\"inputs\":{}} | inputs | must be an array",
          "{\"inputs\":[null]} | inputs[0] | must be an object",
          "{\"inputs\":[{}]} | inputs[0].name | must be windows, the only input, was null",
          "{\"id\":7} | id | must be a string",
          "{\"model_name\":\"EURUSD\"} | model_name"
              + " | must be the path's global or left out, was EURUSD",
          "{\"inputs\":[],\"batch\":1} | batch | is not supported here",
          "{\"parameters\":{\"priority\":1}} | parameters.priority | is not supported here",
          "{\"parameters\":{\"binary_data_output\":1}} | parameters.binary_data_output"
              + " | must be true or false",
          "{\"inputs\":[{\"parameters\":{\"headers\":{}}}]} | inputs[0].parameters.headers"
              + " | is not supported here",
          "{\"inputs\":[{\"parameters\":{\"content_type\":\"pd\"}}]}"
              + " | inputs[0].parameters.content_type | must be np or left out",
          "{\"outputs\":[{\"parameters\":{\"classification\":3}}]}"
              + " | outputs[0].parameters.classification | is not supported here",
          "{\"inputs\":[{\"shape\":[1,-20,17]}]} | inputs[0].shape[1]"
              + " | must be a whole number from 0 to 2147483647",
          "{\"inputs\":[{\"shape\":[1,20.0,17]}]} | inputs[0].shape[1]"
              + " | must be a whole number from 0 to 2147483647",
          "{\"inputs\":[{\"shape\":[9999999999,20,17]}]} | inputs[0].shape[0]"
              + " | must be a whole number from 0 to 2147483647",
          "{\"inputs\":[{\"shape\":\"1,20,17\"}]} | inputs[0].shape | must be an array",
          "{\"inputs\":[{\"data\":7}]} | inputs[0].data | must be an array of numbers",
          "{\"inputs\":[{\"data\":[1,\"2\"]}]} | inputs[0].data[1] | must be a number, was 2",
          "{\"inputs\":[{\"data\":[1,null]}]} | inputs[0].data[1] | must be a number, was null",
          "{\"inputs\":[{\"data\":[[1],{}]}]} | inputs[0].data[1] | must be a number, was {",
          "{\"inputs\":[{\"data\":[1,2,NaN]}]} | inputs[0].data[2]"
              + " | must be a finite FP32 number, was NaN",
          "{\"inputs\":[{\"data\":[-Infinity]}]} | inputs[0].data[0]"
              + " | must be a finite FP32 number, was -Infinity",
          "{\"inputs\":[{\"data\":[3.5e38]}]} | inputs[0].data[0]"
              + " | must be a finite FP32 number, was 3.5e38",
          "{\"inputs\":[{\"data\":[[1,2],[3]]}]} | inputs[0].data"
              + " | must have equally long arrays at level 2, had 2 entries and 1",
          "{\"inputs\":[{\"data\":[1,[2]]}]} | inputs[0].data[1] | must be a number, was an array",
          "{\"inputs\":[{\"data\":[[1],2]}]} | inputs[0].data[1]"
              + " | must be at level 2 like the others, was at 1",
          "{\"inputs\":[{\"data\":[[[[1]]]]}]} | inputs[0].data"
              + " | must be nested in at most 3 levels"
        })
    void namesTheFieldAndTheNumber(String body, String field, String message) {
      assertRefused(() -> read(body), field, message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[20,17]",
          "[340]",
          "[]",
          "[1,20,17,1]",
          "[1,17,20]",
          "[1,20,16]",
          "[0,20,17]",
          "[257,20,17]"
        })
    void namesAShapeThatIsNotOfWindows(String shape) {
      assertRefused(
          () -> read(request(shape, "[" + NUMBERS + "]")),
          "inputs[0].shape",
          "must be [n, 20, 17] with n from 1 to 256, was " + shape.replace(",", ", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FP64", "FP16", "INT32", "fp32", "BYTES"})
    void namesAnotherDatatype(String datatype) {
      assertRefused(
          () -> read(withData("[" + NUMBERS + "]").replace("FP32", datatype)),
          "inputs[0].datatype",
          "must be FP32, was " + datatype);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 339, 341, 680})
    void countsTheNumbers(int count) {
      assertRefused(
          () -> read(withData("[" + numbers(count) + "]")),
          "inputs[0].data",
          "must have the 340 numbers of shape [1, 20, 17], had " + count);
    }

    @Test
    void stopsAtTheLargestBatch() {
      String data = flat(new float[256 * FeatureWindow.LENGTH + 1]);
      assertRefused(
          () -> read(request("[257,20,17]", data)),
          "inputs[0].data",
          "must have at most 256 windows of 340 numbers, had more");
    }

    @Test
    void refusesNestingThatIsNotTheShapes() {
      String transposed = array(17, i -> array(20, j -> "1"));
      assertRefused(
          () -> read(withData("[" + transposed + "]")),
          "inputs[0].data",
          "must be flat or nested as shape [1, 20, 17] says, was nested as [1, 17, 20]");
      assertRefused(
          () -> read(withData(array(20, i -> array(17, j -> "1")))),
          "inputs[0].data",
          "must be flat or nested as shape [1, 20, 17] says, was nested as [20, 17]");
    }

    @Test
    void namesUnknownAndRepeatedTensors() {
      String input = withData("[" + NUMBERS + "]");
      assertRefused(
          () -> read(input.replace("\"windows\"", "\"input_0\"")),
          "inputs[0].name",
          "must be windows, the only input, was input_0");
      String twice = input.replace("}]}", "},{\"name\":\"windows\"}]}");
      assertRefused(() -> read(twice), "inputs", "must be the tensor windows once, had 2");
      String output = "{\"outputs\":[{\"name\":\"logits\"}]," + input.substring(1);
      assertRefused(
          () -> read(output),
          "outputs[0].name",
          "must be probabilities, the only output, was logits");
      String both = output.replace("}],", "},{\"name\":\"probabilities\"}],");
      assertThat(errors(() -> read(both)))
          .extracting(Problem.FieldError::field)
          .containsExactly("outputs[0].name", "outputs");
    }

    @Test
    void saysEverythingThatIsWrongWithATensorAtOnce() {
      assertThat(
              errors(
                  () ->
                      read(
                          "{\"model_name\":\"metal\",\"inputs\":[{\"name\":\"x\","
                              + "\"datatype\":\"FP64\",\"shape\":[2]}]}")))
          .extracting(Problem.FieldError::field)
          .containsExactly(
              "model_name",
              "inputs[0].name",
              "inputs[0].datatype",
              "inputs[0].shape",
              "inputs[0].data");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{\"id\":\"a\",\"id\":\"b\"} | Duplicate field 'id'",
          "{\"inputs\":[{\"data\":[1,2 | The body is not JSON",
          "{\"id\":'a'} | The body is not JSON",
          "nothing | The body is not JSON",
          "{} {} | body must end after its object"
        })
    void saysWhereItStopsBeingJson(String body, String sentence) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> read(body))
          .satisfies(
              refused -> {
                assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_REQUEST);
                assertThat(refused.problem().detail()).startsWith(sentence);
              });
    }

    /** A body may be one long word, and an answer must not be. */
    @Test
    void repeatsNoMoreThanTheBeginningOfWhatWasSent() {
      String word = "x".repeat(1_000);
      String shown = "x".repeat(64) + "…";
      assertRefused(() -> read("{\"%s\":1}".formatted(word)), shown, "is not supported here");
      assertRefused(
          () -> read("{\"inputs\":[{\"data\":[\"%s\"]}]}".formatted(word)),
          "inputs[0].data[0]",
          "must be a number, was " + shown);
      String tensor = "{\"name\":\"%s\",\"datatype\":\"%s\"}".formatted(word, word);
      List<Problem.FieldError> errors =
          errors(() -> read("{\"inputs\":%s}".formatted(array(500, i -> tensor))));
      assertThat(errors).hasSize(25);
      assertThat(errors).allSatisfy(error -> assertThat(error.message()).endsWith("was " + shown));
      assertRefused(
          () -> read(request(array(500, i -> "20"), "[1]")),
          "inputs[0].shape",
          "must be [n, 20, 17] with n from 1 to 256, was [" + "20, ".repeat(15) + "20," + "…");
    }

    @Test
    void boundsTheId() {
      assertThat(
              read("{\"id\":\""
                      + "x".repeat(256)
                      + "\","
                      + withData("[" + NUMBERS + "]").substring(1))
                  .id())
          .hasSize(256);
      assertRefused(
          () -> read("{\"id\":\"" + "x".repeat(257) + "\"}"),
          "id",
          "must have at most 256 characters, had 257");
    }
  }

  @Nested
  class RefusedBytes {

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "1.0", "99999999999", "100000"})
    void namesALengthThatCannotBe(String header) {
      assertRefused(
          () -> InferBody.of(new byte[1000], header),
          "Inference-Header-Content-Length",
          "must be a whole number from 0 to the body's 1000 bytes");
    }

    @Test
    void wantsTheLengthOfTheJson() {
      assertRefused(
          () -> read(binaryJson(1, 1360)),
          "Inference-Header-Content-Length",
          "must be given with binary_data_size: it says where the bytes begin");
    }

    @Test
    void countsTheBytes() {
      assertRefused(
          () -> reader.read(binary(random(1), binaryJson(1, 1356)), "global"),
          "inputs[0].parameters.binary_data_size",
          "must be 1360, 4 bytes for each of 340 numbers");
      assertRefused(
          () -> reader.read(binary(random(2), binaryJson(1, 1360)), "global"),
          "body",
          "must have 1360 bytes behind its JSON, had 2720");
      assertRefused(
          () -> reader.read(binary(random(1), withData("[" + NUMBERS + "]")), "global"),
          "body",
          "must end with its JSON, had 1360 bytes of no tensor");
    }

    @Test
    void wantsNumbersInOnePlaceOnly() {
      String both =
          binaryJson(1, 1360).replaceFirst("\"parameters\"", "\"data\":[1],\"parameters\"");
      String message = "must be given, or else parameters.binary_data_size, but not both";
      assertRefused(
          () -> reader.read(binary(random(1), both), "global"), "inputs[0].data", message);
      assertRefused(() -> read(withData("null")), "inputs[0].data", message);
    }

    @Test
    void namesTheNumberThatIsNotFinite() {
      float[] values = random(1);
      values[17] = Float.NaN;
      assertRefused(
          () -> reader.read(binary(values, binaryJson(1, 1360)), "global"),
          "inputs[0].data[17]",
          "must be a finite FP32 number");
    }
  }

  private InferRequest read(String json) {
    return reader.read(InferBody.of(json.getBytes(StandardCharsets.UTF_8), null), "global");
  }

  private interface Reading {
    Object read();
  }

  private static void assertRefused(Reading reading, String field, String message) {
    assertThat(errors(reading)).first().isEqualTo(new Problem.FieldError(field, message));
  }

  @SuppressWarnings("unchecked")
  private static List<Problem.FieldError> errors(Reading reading) {
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

  private static String withData(String data) {
    return request("[1,20,17]", data);
  }

  private static String withFirst(String number) {
    return withData("[" + number + "," + numbers(339) + "]");
  }

  private static String request(String shape, String data) {
    return "{\"inputs\":[{\"name\":\"windows\",\"datatype\":\"FP32\",\"shape\":%s,\"data\":%s}]}"
        .formatted(shape, data);
  }

  /** As Triton's own clients write it. */
  private static String binaryJson(int windows, int bytes) {
    return "{\"id\":\"42\",\"inputs\":[{\"name\":\"windows\",\"shape\":[%d,20,17],\"datatype\":\"FP32\",\"parameters\":{\"binary_data_size\":%d}}],\"parameters\":{\"binary_data_output\":true}}"
        .formatted(windows, bytes);
  }

  private static InferBody binary(float[] values, String json) {
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

  private static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf(i / 2.0))
        .collect(Collectors.joining(","));
  }

  private static String flat(float[] values) {
    return array(values.length, i -> String.valueOf(values[i]));
  }

  private static String nested(float[] values, int windows) {
    return array(
        windows,
        w -> array(20, r -> array(17, f -> String.valueOf(values[(w * 20 + r) * 17 + f]))));
  }

  private interface Element {
    String at(int index);
  }

  private static String array(int length, Element element) {
    return IntStream.range(0, length)
        .mapToObj(element::at)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static float[] random(int windows) {
    Random random = new Random(windows);
    float[] values = new float[windows * FeatureWindow.LENGTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
