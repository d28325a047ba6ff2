package com.aicashevolution.api.gateway.web;

import com.aicashevolution.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** Form of the ids of backtests and validations, checked before one becomes part of an address. */
final class JobIds {

  private static final String STAMP = "_\\d{8}_\\d{6}";
  private static final Pattern BACKTEST = Pattern.compile("backtest" + STAMP);
  private static final Pattern VALIDATION = Pattern.compile("validation" + STAMP);

  private JobIds() {}

  static String backtest(String id) {
    return checked(id, BACKTEST, "backtest_20261121_020000");
  }

  static String validation(String id) {
    return checked(id, VALIDATION, "validation_20261121_020000");
  }

  static String any(String id) {
    return VALIDATION.matcher(id).matches() ? id : backtest(id);
  }

  private static String checked(String id, Pattern form, String example) {
    if (!form.matcher(id).matches()) {
      throw ProblemException.invalid("id", id, "must look like " + example);
    }
    return id;
  }
}
