package com.aicashevolution.api.keys.web;

import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.ApiKeys;
import com.aicashevolution.platform.security.ApiKeys.StoredKey;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.KeyIssuer;
import com.aicashevolution.platform.security.KeyIssuer.IssuedKey;
import com.aicashevolution.platform.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives out keys, lists them without their secrets, and revokes them. */
@RestController
@Tag(name = "keys")
class KeysController {

  private final KeyIssuer issuer;
  private final ApiKeys keys;

  KeysController(KeyIssuer issuer, ApiKeys keys) {
    this.issuer = issuer;
    this.keys = keys;
  }

  /** A wish for a key. */
  record KeyWish(
      @NotNull(message = "must be given") @Pattern(
              regexp = "[\\p{L}\\p{N} ._@:-]{1,100}",
              message = "must have 1 to 100 letters, digits, spaces and . _ @ : -")
          String name,
      @NotNull(message = "must be one of READ, PREDICT, OPERATE") Role role,
      @Min(value = 1, message = "must be in [1, 3650]") @Max(value = 3650, message = "must be in [1, 3650]") @Nullable Integer expiresInDays) {}

  /** A fresh key; {@code api_key} is shown this once. */
  record IssuedBody(String apiKey, StoredKey key) {}

  /** All keys, newest first. */
  record KeysBody(List<StoredKey> keys, int count) {}

  @PostMapping("/keys")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a key; its text is shown once and not stored")
  IssuedBody create(@RequestBody @Valid KeyWish wish, @AuthenticationPrincipal Caller caller) {
    Integer days = wish.expiresInDays();
    IssuedKey issued =
        issuer.issue(
            wish.name(), wish.role(), days == null ? null : Duration.ofDays(days), caller.actor());
    return new IssuedBody(issued.secret().reveal(), issued.stored());
  }

  @GetMapping("/keys")
  @Operation(summary = "All keys, without their secrets")
  KeysBody list() {
    List<StoredKey> all = keys.list();
    return new KeysBody(all, all.size());
  }

  @DeleteMapping("/keys/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a key; every service forgets it within 30 seconds")
  void revoke(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
    if (!keys.revoke(id, caller.actor())) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no valid key with this id");
    }
  }
}
