package com.aicashevolution.inference.web;

import com.aicashevolution.inference.window.WindowDigests;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Fingerprints of serving's windows, to prove them equal to training's. */
@RestController
@Tag(name = "operation")
final class DigestController {

  private final WindowDigests digests;

  DigestController(WindowDigests digests) {
    this.digests = digests;
  }

  /** Which windows: each ends at the bar that opens at {@code openTime}. */
  record DigestRequest(
      @NotNull Timeframe timeframe,
      @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Valid Bar> bars) {

    /** A bar of the request's timeframe. */
    record Bar(@NotNull Symbol symbol, @NotNull Instant openTime) {}
  }

  /** Their fingerprints, in the order of the request. */
  record DigestBody(List<Digest> digests) {

    /**
     * One fingerprint.
     *
     * @param sha256 null where there is no such bar or too little history before it
     */
    record Digest(Symbol symbol, Instant openTime, @Nullable String sha256) {}
  }

  @PostMapping("/features/digests")
  @Operation(summary = "SHA-256 over the raw bits of serving's windows at given bars")
  DigestBody digests(@Valid @RequestBody DigestRequest request) {
    return new DigestBody(
        request.bars().stream()
            .map(
                bar ->
                    new DigestBody.Digest(
                        bar.symbol(),
                        bar.openTime(),
                        digests.at(bar.symbol(), request.timeframe(), bar.openTime()).orElse(null)))
            .toList());
  }
}
