package com.aicashevolution.platform.json.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.http.MockHttpOutputMessage;

class WholeJsonTest {

  private final WholeJson converter = new WholeJson(new ObjectMapper());

  @Test
  void saysTheLengthInBytes() throws IOException {
    assertThat(lengthOf(Map.of("name", "naïve"))).isEqualTo("{\"name\":\"naïve\"}".length() + 1);
  }

  @Test
  void writesLongDocumentsWhole() throws IOException {
    List<Integer> numbers = IntStream.range(0, 100_000).boxed().toList();
    String text = numbers.toString().replace(" ", "");
    MockHttpOutputMessage message = written(numbers);
    assertThat(message.getBodyAsString(StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(message.getHeaders().getContentLength()).isEqualTo(text.length());
  }

  @Test
  void leavesTheTypeAsItWas() throws IOException {
    assertThat(written(Map.of()).getHeaders().getContentType())
        .isEqualTo(MediaType.APPLICATION_JSON);
  }

  private long lengthOf(Object document) throws IOException {
    MockHttpOutputMessage message = written(document);
    assertThat(message.getHeaders().getContentLength()).isEqualTo(message.getBodyAsBytes().length);
    return message.getHeaders().getContentLength();
  }

  private MockHttpOutputMessage written(Object document) throws IOException {
    MockHttpOutputMessage message = new MockHttpOutputMessage();
    converter.write(document, document.getClass(), MediaType.APPLICATION_JSON, message);
    return message;
  }
}
