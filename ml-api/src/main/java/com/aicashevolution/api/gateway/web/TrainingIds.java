package com.aicashevolution.api.gateway.web;

import com.aicashevolution.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** Form of training ids, checked before one becomes part of an address. */
final class TrainingIds {

  private static final Pattern FORM = Pattern.compile("training_\\d{8}_\\d{6}(_\\d{1,3})?");

  private TrainingIds() {}

  static String checked(String id) {
    if (!FORM.matcher(id).matches()) {
      throw ProblemException.invalid("training_id", id, "must look like training_20261121_020000");
    }
    return id;
  }
}
