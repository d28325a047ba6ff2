package com.aicashevolution.platform.openapi;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What all services describe alike: keys, problems, names as strings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class OpenApiConfiguration {

  private static final String KEY = "api-key";
  private static final String PROBLEM = "Problem";

  @Bean
  OpenAPI openApi(Environment environment) {
    SpringDocUtils.getConfig()
        .replaceWithClass(Symbol.class, String.class)
        .replaceWithClass(ModelLine.class, String.class)
        .replaceWithClass(ModelVersion.class, String.class);
    return new OpenAPI()
        .info(
            new Info()
                .title(environment.getProperty("spring.application.name", "ml-service"))
                .version("1")
                .description(
                    "JSON in snake_case, times in UTC as ISO-8601. Every refusal is an RFC 9457"
                        + " problem with a stable type and a request_id."))
        .addSecurityItem(new SecurityRequirement().addList(KEY))
        .components(
            new Components()
                .addSecuritySchemes(
                    KEY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("Or the same key as Authorization: Bearer"))
                .addSchemas(PROBLEM, problem()));
  }

  /** Every operation may end in a problem. */
  @Bean
  OperationCustomizer problemResponses() {
    Content content =
        new Content()
            .addMediaType(
                "application/problem+json",
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    return (operation, handler) -> {
      operation
          .getResponses()
          .putIfAbsent("default", new ApiResponse().description("A problem").content(content));
      return operation;
    };
  }

  /** Makes the description use the names the mapper uses. */
  @Bean
  ModelResolver schemaModelResolver(ObjectMapper json) {
    return new ModelResolver(json);
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .addProperty("type", new StringSchema().example("urn:ml-trading:problem:not-found"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("request_id", new StringSchema());
  }
}
