package com.aicashevolution.trainer;

import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.fits.FinishedHere;
import com.aicashevolution.trainer.fits.FitBeats;
import com.aicashevolution.trainer.fits.FitDispatcher;
import com.aicashevolution.trainer.fits.FitMeters;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.FitStore;
import com.aicashevolution.trainer.fits.FitWorker;
import com.aicashevolution.trainer.fits.Replica;
import com.aicashevolution.trainer.fits.RunDataCache;
import com.aicashevolution.trainer.fits.RunSources;
import com.aicashevolution.trainer.fits.SharedFits;
import com.aicashevolution.trainer.fits.jdbc.JdbcFitStore;
import com.aicashevolution.trainer.pipeline.RunLedger;
import com.aicashevolution.trainer.publishing.PublishedModels;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.training.Fitter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Wires how fits are shared among trainers. */
@Configuration(proxyBeanMethods = false)
class FitsConfiguration {

  /** Often enough for a progress bar and for a cancel to feel immediate. */
  private static final Duration ROW_HEARTBEAT = Duration.ofSeconds(1);

  @Bean
  Replica replica(TrainingProperties properties, Clock clock) {
    int cores = Runtime.getRuntime().availableProcessors();
    String name =
        host() + "/" + ProcessHandle.current().pid() + "/" + clock.instant().getEpochSecond();
    return new Replica(name, properties.parallelism() == 0 ? cores : properties.parallelism());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  @Bean
  FitStore fitStore(JdbcClient jdbc, TransactionOperations transactions, RunLedger ledger) {
    return new JdbcFitStore(jdbc, transactions, ledger::recordedSamples);
  }

  @Bean
  RunSources runSources(DatasetAssembler assembler, PublishedModels versions) {
    return new RunSources(assembler, versions);
  }

  @Bean
  RunDataCache runDataCache(RunSources sources, FitStore store) {
    return new RunDataCache(sources, store);
  }

  @Bean
  FitBeats fitBeats(FitStore store, Replica replica) {
    return new FitBeats(store, replica.name(), ROW_HEARTBEAT);
  }

  @Bean
  FitWorker.Reporting fitReporting(
      Replica replica, MeterRegistry meters, Clock clock, FinishedHere finished) {
    return new FitWorker.Reporting(replica.name(), new FitMeters(meters), clock, finished);
  }

  @Bean
  FinishedHere finishedHere() {
    return new FinishedHere();
  }

  @Bean
  FitWorker fitWorker(
      FitStore store,
      RunDataCache runs,
      Fitter fitter,
      FitBeats beats,
      FitWorker.Reporting reporting) {
    return new FitWorker(store, runs, fitter, beats, reporting);
  }

  @Bean
  FitPool fitPool(
      FitStore store, FitDispatcher dispatcher, RunDataCache runs, FinishedHere finished) {
    return new SharedFits(store, dispatcher, runs, finished);
  }
}
