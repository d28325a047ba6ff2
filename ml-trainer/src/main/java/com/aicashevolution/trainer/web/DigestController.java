package com.aicashevolution.trainer.web;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.dataset.WindowDigests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Fingerprints of training's windows, to prove them equal to serving's. */
@RestController
@Tag(name = "operation")
class DigestController {

  private final WindowDigests digests;

  DigestController(CandleStore candles, FeaturePipeline pipeline) {
    this.digests = new WindowDigests(candles, pipeline);
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
  @Operation(summary = "SHA-256 over the raw bits of training's windows at given bars")
  DigestBody digests(@Valid @RequestBody DigestRequest request) {
    Map<Symbol, List<Instant>> bySymbol =
        request.bars().stream()
            .collect(
                Collectors.groupingBy(
                    DigestRequest.Bar::symbol,
                    Collectors.mapping(DigestRequest.Bar::openTime, Collectors.toList())));
    Map<Symbol, Map<Instant, String>> found =
        bySymbol.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> digests.of(e.getKey(), request.timeframe(), e.getValue())));
    return new DigestBody(
        request.bars().stream()
            .map(
                bar ->
                    new DigestBody.Digest(
                        bar.symbol(),
                        bar.openTime(),
                        found.getOrDefault(bar.symbol(), Map.of()).get(bar.openTime())))
            .toList());
  }
}
