package com.aicashevolution.trainer.fits;

import com.aicashevolution.model.ModelVersion;
import org.jspecify.annotations.Nullable;

/** The version that a run begins from cannot be read, here or now. */
public final class ParentUnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ParentUnreadableException(ModelVersion version, String why, @Nullable Throwable cause) {
    super("the parent " + version + " cannot be read: " + why, cause);
  }
}
