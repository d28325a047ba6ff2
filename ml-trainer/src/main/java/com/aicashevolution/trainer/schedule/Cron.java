package com.aicashevolution.trainer.schedule;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/** The text is a cron expression of six fields, seconds first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Constraint(validatedBy = Cron.Check.class)
public @interface Cron {

  String message() default
      "must be a cron expression of six fields, seconds first, such as 0 0 2 * * SUN";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Tells a cron expression from other text; nothing is no cron expression. */
  final class Check implements ConstraintValidator<Cron, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text != null && CronExpression.isValidExpression(text);
    }
  }
}
