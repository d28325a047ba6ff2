package com.aicashevolution.platform.security;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How keys are checked.
 *
 * @param serviceKey the secret the services share; the same in all three
 * @param verifiedFor how long a verified key is believed without asking again: the longest a
 *     revoked key lives on
 * @param graceWithoutStore how long a verified key is believed while the store cannot be asked
 * @param rememberedKeys how many verified keys are remembered
 */
@Validated
@ConfigurationProperties(prefix = "ml.security", ignoreUnknownFields = false)
public record SecurityProperties(
    @NotNull @Size(min = 32, max = 512, message = "must have 32 to 512 characters") String serviceKey,
    @DefaultValue("30s") @DurationMin(millis = 0) Duration verifiedFor,
    @DefaultValue("15m") @DurationMin(millis = 0) Duration graceWithoutStore,
    @DefaultValue("10000") @Min(1) int rememberedKeys) {

  @Override
  public String toString() {
    return "SecurityProperties[verifiedFor=" + verifiedFor + "]";
  }
}
