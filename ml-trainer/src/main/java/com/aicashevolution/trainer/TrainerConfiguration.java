package com.aicashevolution.trainer;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStoreCheck;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.Replica;
import com.aicashevolution.trainer.fits.RunSources;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.GateProperties;
import com.aicashevolution.trainer.pipeline.Judge;
import com.aicashevolution.trainer.pipeline.RunLedger;
import com.aicashevolution.trainer.pipeline.RunWork;
import com.aicashevolution.trainer.pipeline.TrainingPipeline;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.training.Fitter;
import com.aicashevolution.trainer.training.ParallelFits;
import com.aicashevolution.trainer.training.dl4j.Dl4jFitter;
import com.aicashevolution.trainer.training.dl4j.SingleThreadedBlas;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what a run is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GateProperties.class, TrainingProperties.class})
class TrainerConfiguration {

  @Bean
  Fitter fitter() {
    SingleThreadedBlas.require(System.getenv("OMP_NUM_THREADS"));
    return new Dl4jFitter(System::nanoTime);
  }

  /** For fits that no run shares: those of a backtest that retrains as it goes. */
  @Bean
  ParallelFits parallelFits(Fitter fitter, Replica replica) {
    return new ParallelFits(fitter, replica.parallelism());
  }

  @Bean
  FeaturePipeline featurePipeline() {
    return new FeaturePipeline();
  }

  @Bean
  DatasetAssembler datasetAssembler(CandleStore candles, FeaturePipeline features) {
    return new DatasetAssembler(candles, features);
  }

  @Bean
  ArtifactStoreCheck artifactStoreCheck(ArtifactStore artifacts, ArtifactProperties properties) {
    return new ArtifactStoreCheck(artifacts, properties.toString());
  }

  @Bean
  ModelPublisher modelPublisher(
      ArtifactStore artifacts, ModelRegistry registry, Fitter fitter, Clock clock) {
    return new ModelPublisher(artifacts, registry, fitter, clock, provenance());
  }

  @Bean
  RunWork trainingPipeline(
      RunSources sources, FitPool fits, Judge judge, ModelPublisher publisher, RunLedger ledger) {
    return new TrainingPipeline(sources, fits, judge, publisher, ledger);
  }

  @Bean
  Judge judge(GateProperties gate, TrainingProperties properties, Replica replica) {
    return new Judge(
        new Gate(gate),
        Baselines.all(properties.optimiser().sampleWeighting()),
        replica.parallelism());
  }

  private static Map<String, String> provenance() {
    return Map.of(
        "application",
        Objects.requireNonNullElse(
            TrainerConfiguration.class.getPackage().getImplementationVersion(), "development"),
        "java",
        Runtime.version().toString(),
        "java_vendor",
        System.getProperty("java.vendor", "unknown"),
        "os",
        System.getProperty("os.name", "unknown"),
        "os_arch",
        System.getProperty("os.arch", "unknown"));
  }
}
