package com.aicashevolution.inference.tensor.web;

import static com.aicashevolution.inference.tensor.web.InferRequests.NUMBERS;
import static com.aicashevolution.inference.tensor.web.InferRequests.array;
import static com.aicashevolution.inference.tensor.web.InferRequests.assertRefused;
import static com.aicashevolution.inference.tensor.web.InferRequests.errors;
import static com.aicashevolution.inference.tensor.web.InferRequests.flat;
import static com.aicashevolution.inference.tensor.web.InferRequests.numbers;
import static com.aicashevolution.inference.tensor.web.InferRequests.read;
import static com.aicashevolution.inference.tensor.web.InferRequests.request;
import static com.aicashevolution.inference.tensor.web.InferRequests.withData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InferRequestRefusalsTest {

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
