package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.tensor.web.PostedRequest.PostedOutput;
import com.aicashevolution.platform.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON of a request in one pass. Members come in any order, null stands for one that is
 * not there, and what is not known is refused by its name: a parameter that somebody relies on must
 * not be ignored. Used once and by one thread.
 */
final class PostedRequestReader {

  private static final int MAX_ID = 256;

  private final JsonParser parser;

  PostedRequestReader(JsonParser parser) {
    this.parser = parser;
  }

  PostedRequest read() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw ProblemException.invalid("body", null, "must be an object");
    }
    RequestMembers request = new RequestMembers();
    readObject("", request::read);
    if (parser.nextToken() != null) {
      throw ProblemException.invalid("body", null, "must end after its object");
    }
    return new PostedRequest(
        request.id, request.modelName, request.binaryOutput, request.inputs, request.outputs);
  }

  /** Reads the member the parser is at; false for one it does not know. */
  private interface Member {
    boolean read(String name, String path) throws IOException;
  }

  private final class RequestMembers {
    private @Nullable String id;
    private @Nullable String modelName;
    private boolean binaryOutput;
    private List<PostedTensor> inputs = List.of();
    private List<PostedOutput> outputs = List.of();

    boolean read(String name, String path) throws IOException {
      switch (name) {
        case "id" -> id = id(path);
        case "model_name" -> modelName = text(path);
        case "parameters" -> readObject(path, this::readParameter);
        case "inputs" -> inputs = readArray(path, PostedRequestReader.this::input);
        case "outputs" -> outputs = readArray(path, PostedRequestReader.this::output);
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean readParameter(String name, String path) throws IOException {
      if (!name.equals("binary_data_output")) {
        return false;
      }
      binaryOutput = flag(path);
      return true;
    }
  }

  private PostedTensor input(String path) throws IOException {
    TensorMembers tensor = new TensorMembers();
    readObject(path, tensor::read);
    return new PostedTensor(
        tensor.name, tensor.datatype, tensor.shape, tensor.data, tensor.binaryBytes);
  }

  private final class TensorMembers {
    private @Nullable String name;
    private @Nullable String datatype;
    private @Nullable List<Integer> shape;
    private @Nullable TensorData data;
    private @Nullable Integer binaryBytes;

    boolean read(String member, String path) throws IOException {
      switch (member) {
        case "name" -> name = text(path);
        case "datatype" -> datatype = text(path);
        case "shape" -> shape = readArray(path, PostedRequestReader.this::length);
        case "parameters" -> readObject(path, this::readParameter);
        case "data" -> data = new TensorDataReader(parser, path).read();
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean readParameter(String parameter, String path) throws IOException {
      switch (parameter) {
        case "binary_data_size" -> binaryBytes = length(path);
        case "content_type" -> requireNumpy(path);
        default -> {
          return false;
        }
      }
      return true;
    }
  }

  /** Some clients say of plain numbers that they come from an array of NumPy. */
  private void requireNumpy(String path) throws IOException {
    String type = text(path);
    if (!type.equals("np")) {
      throw ProblemException.invalid(path, type, "must be np or left out");
    }
  }

  private PostedOutput output(String path) throws IOException {
    OutputMembers output = new OutputMembers();
    readObject(path, output::read);
    return new PostedOutput(output.name, output.binary);
  }

  private final class OutputMembers {
    private @Nullable String name;
    private @Nullable Boolean binary;

    boolean read(String member, String path) throws IOException {
      switch (member) {
        case "name" -> name = text(path);
        case "parameters" -> readObject(path, this::readParameter);
        default -> {
          return false;
        }
      }
      return true;
    }

    private boolean readParameter(String parameter, String path) throws IOException {
      if (!parameter.equals("binary_data")) {
        return false;
      }
      binary = flag(path);
      return true;
    }
  }

  private void readObject(String path, Member member) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw ProblemException.invalid(path, null, "must be an object");
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String memberPath = (path.isEmpty() ? "" : path + ".") + Shown.of(name);
      if (parser.nextToken() != JsonToken.VALUE_NULL && !member.read(name, memberPath)) {
        throw ProblemException.invalid(memberPath, null, "is not supported here");
      }
    }
  }

  /** Reads one entry, whose path is given. */
  private interface Entry<T> {
    T read(String path) throws IOException;
  }

  private <T> List<T> readArray(String path, Entry<T> entry) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw ProblemException.invalid(path, null, "must be an array");
    }
    List<T> entries = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      entries.add(entry.read(path + "[" + entries.size() + "]"));
    }
    return entries;
  }

  private String id(String path) throws IOException {
    String id = text(path);
    if (id.length() > MAX_ID) {
      throw ProblemException.invalid(
          path, null, "must have at most " + MAX_ID + " characters, had " + id.length());
    }
    return id;
  }

  private String text(String path) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw ProblemException.invalid(path, null, "must be a string");
    }
    return parser.getText();
  }

  private boolean flag(String path) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw ProblemException.invalid(path, null, "must be true or false");
    };
  }

  private int length(String path) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
        || parser.getNumberType() != JsonParser.NumberType.INT
        || parser.getIntValue() < 0) {
      throw ProblemException.invalid(
          path, parser.getText(), "must be a whole number from 0 to " + Integer.MAX_VALUE);
    }
    return parser.getIntValue();
  }
}
