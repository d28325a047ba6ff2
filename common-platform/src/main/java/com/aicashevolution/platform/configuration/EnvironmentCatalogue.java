package com.aicashevolution.platform.configuration;

import static com.aicashevolution.platform.configuration.EnvironmentVariable.Need.ALWAYS;
import static com.aicashevolution.platform.configuration.EnvironmentVariable.Need.SERVERS;
import static com.aicashevolution.platform.configuration.EnvironmentVariable.variable;
import static com.aicashevolution.platform.configuration.PlatformService.ML_API;
import static com.aicashevolution.platform.configuration.PlatformService.ML_INFERENCE;
import static com.aicashevolution.platform.configuration.PlatformService.ML_TRAINER;
import static com.aicashevolution.platform.configuration.ValueForm.DURATION;
import static com.aicashevolution.platform.configuration.ValueForm.FLAG;
import static com.aicashevolution.platform.configuration.ValueForm.HTTP_URL;
import static com.aicashevolution.platform.configuration.ValueForm.NUMBER;
import static com.aicashevolution.platform.configuration.ValueForm.PORT;
import static com.aicashevolution.platform.configuration.ValueForm.TEXT;
import static com.aicashevolution.platform.configuration.ValueForm.WHOLE_NUMBER;
import static com.aicashevolution.platform.configuration.ValueForm.oneOf;

import java.util.List;
import java.util.Locale;

/**
 * Every variable a person may set. Where two rows have the same property and both are set, the row
 * further up wins.
 */
public final class EnvironmentCatalogue {

  private static final List<EnvironmentVariable> VARIABLES =
      List.of(
          variable("DATABASE_URL", "ml.database.url", ValueForm.DATABASE_URL)
              .needed(ALWAYS)
              .asSecret()
              .means(
                  "PostgreSQL 15 or newer, as Railway and Supabase hand it out, or a JDBC URL.",
                  "postgresql://ml:secret@db.example.com:5432/ml?sslmode=require"),
          variable("DATABASE_POOL_SIZE", "ml.database.pool-size", WHOLE_NUMBER)
              .means("Most connections a service opens, in [2, 20]; 10 unless set.", "10"),
          variable("DATABASE_MIGRATE", "ml.database.migrate", FLAG)
              .means(
                  "Whether a service brings the schema up to date when it starts; true unless set."
                      + " Set it to false where the service's role may not create tables.",
                  "true"),
          variable("REDIS_URL", "ml.cache.redis-url", ValueForm.REDIS_URL)
              .asSecret()
              .means(
                  "Redis of the shared cache; without it each service caches on its own.",
                  "redis://:secret@redis.example.com:6379/0"),
          variable("USE_S3_STORAGE", "ml.artifact.use-s3-storage", FLAG)
              .only(ML_TRAINER, ML_INFERENCE)
              .means(
                  "Whether models are kept in S3 (true) or in a folder; false unless set.", "true"),
          variable("S3_BUCKET", "ml.artifact.bucket", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .means("Bucket of the models; needed with USE_S3_STORAGE=true.", "ml-models"),
          variable("MODEL_STORAGE_BUCKET", "ml.artifact.bucket", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .means("Another name of S3_BUCKET.", "ml-models"),
          variable("S3_ENDPOINT", "ml.artifact.endpoint", HTTP_URL)
              .only(ML_TRAINER, ML_INFERENCE)
              .means("S3 server that is not Amazon's.", "https://s3.example.com"),
          variable("AWS_REGION", "ml.artifact.region", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .means("Region of the bucket; us-east-1 unless set.", "eu-central-1"),
          variable("AWS_ACCESS_KEY_ID", "ml.artifact.access-key-id", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .asSecret()
              .means(
                  "Key of the bucket; without it the machine's own role is used.",
                  "AKIAIOSFODNN7EXAMPLE"),
          variable("AWS_SECRET_ACCESS_KEY", "ml.artifact.secret-access-key", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .asSecret()
              .means("Secret that belongs to AWS_ACCESS_KEY_ID.", "wJalrXUtnFEMI/EXAMPLEKEY"),
          variable("AWS_SESSION_TOKEN", "ml.artifact.session-token", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .asSecret()
              .means("Token of temporary keys.", "FwoGZXIvYXdzEXAMPLE"),
          variable("MODEL_STORAGE_PATH", "ml.artifact.path", TEXT)
              .only(ML_TRAINER, ML_INFERENCE)
              .means(
                  "Folder of the models with USE_S3_STORAGE=false, shared by trainer and inference;"
                      + " .ml/data/models unless set.",
                  "/var/lib/ml/models"),
          variable("MODEL_CACHE_TTL", "ml.prediction-cache.ttl", DURATION)
              .only(ML_INFERENCE)
              .means(
                  "How long a prediction may be answered again; 60s unless set, and never past the"
                      + " close of the bar.",
                  "60s"),
          variable("SPOOL_DIRECTORY", "ml.journal.spool-directory", TEXT)
              .only(ML_INFERENCE)
              .means(
                  "Folder where predictions wait while Postgres is lost, one per process, on a disk"
                      + " that outlives it; .ml/spool unless set.",
                  "/var/lib/ml/spool"),
          variable("ARTIFACT_CACHE_DIRECTORY", "ml.artifact-cache.directory", TEXT)
              .only(ML_INFERENCE)
              .means(
                  "Folder where files of models are kept that were read before, 64 MB at most;"
                      + " .ml/artifacts unless set.",
                  "/var/lib/ml/artifacts"),
          variable("MIN_TRAINING_SAMPLES", "ml.gate.min-training-samples", WHOLE_NUMBER)
              .only(ML_TRAINER)
              .means("Fewest samples the gate accepts; 100 unless set.", "100"),
          variable("MIN_ACCURACY", "ml.gate.min-accuracy", NUMBER)
              .only(ML_TRAINER)
              .means("Lowest accuracy the gate accepts, in [0, 1]; 0.55 unless set.", "0.55"),
          variable("MIN_WIN_RATE", "ml.gate.min-win-rate", NUMBER)
              .only(ML_TRAINER)
              .means("Lowest win rate the gate accepts, in [0, 1]; 0.45 unless set.", "0.45"),
          variable("MIN_F1", "ml.gate.min-f1", NUMBER)
              .only(ML_TRAINER)
              .means("Lowest macro F1 the gate accepts, in [0, 1]; 0.6 unless set.", "0.6"),
          variable("MIN_COVERAGE", "ml.gate.min-coverage", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "Smallest share of bars acted on that the gate accepts, in [0, 1]; 0.01 unless"
                      + " set.",
                  "0.01"),
          variable("MAX_CALIBRATION_ERROR", "ml.gate.max-calibration-error", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "Largest expected calibration error the gate accepts, in [0, 1]; 0.1 unless set.",
                  "0.1"),
          variable("MAX_EXCLUDED_SHARE", "ml.gate.max-excluded-share", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "Largest share of bars left out for gaps that the gate accepts, in [0, 1]; 0.1"
                      + " unless set.",
                  "0.1"),
          variable("MAX_SHORTFALL", "ml.gate.max-shortfall", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "How much less accurate than a learned baseline the gate accepts, in [0, 1]; 0.05"
                      + " unless set.",
                  "0.05"),
          variable("MIN_DEFLATED_SHARPE", "ml.gate.min-deflated-sharpe", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "Lowest deflated Sharpe probability the gate accepts, in [0, 1); 0.95 unless set.",
                  "0.95"),
          variable("ACCURACY_CEILING", "ml.gate.accuracy-ceiling", NUMBER)
              .only(ML_TRAINER)
              .means(
                  "Accuracy on real candles above which the gate suspects a leak, in [0, 1]; 0.75"
                      + " unless set.",
                  "0.75"),
          variable("TRAINING_FOLDS", "ml.training.folds", WHOLE_NUMBER)
              .only(ML_TRAINER)
              .means("Walk-forward folds of a training run; 4 unless set.", "4"),
          variable("TRAINING_SEEDS", "ml.training.seeds", WHOLE_NUMBER)
              .only(ML_TRAINER)
              .means("Seeds every fold is fitted with; 3 unless set.", "3"),
          variable(
                  "TRAINING_UNIQUENESS_WEIGHTS",
                  "ml.training.optimiser.uniqueness-weights",
                  ValueForm.FLAG)
              .only(ML_TRAINER)
              .means(
                  "Whether samples whose labels overlap count less in a fit; true unless set.",
                  "true"),
          variable("DRIFT_CHECK_CRON", "ml.schedule.drift-check", TEXT)
              .only(ML_TRAINER)
              .means(
                  "When champions are checked for drift, as a cron expression of six fields in UTC;"
                      + " 0 30 22 * * * unless set.",
                  "0 30 22 * * *"),
          variable("DRIFT_RETRAIN", "ml.drift.retrain", FLAG)
              .only(ML_TRAINER)
              .means("Whether a drifted line asks for a training run; false unless set.", "false"),
          variable("DRIFT_RETRAIN_COOLDOWN", "ml.drift.retrain-cooldown", DURATION)
              .only(ML_TRAINER)
              .means("Time after which a line may ask for another run; 7d unless set.", "7d"),
          variable("ML_API_URL", null, HTTP_URL)
              .means("Where ./ml finds ml-api.", "http://127.0.0.1:8080"),
          variable("TRAINING_API_URL", "ml.upstream.training-url", HTTP_URL)
              .only(ML_API)
              .means(
                  "Where ml-api finds ml-trainer; http://127.0.0.1:8081 unless set.",
                  "http://ml-trainer:8081"),
          variable("INFERENCE_API_URL", "ml.upstream.inference-url", HTTP_URL)
              .only(ML_API)
              .means(
                  "Where ml-api finds ml-inference; http://127.0.0.1:8082 unless set.",
                  "http://ml-inference:8082"),
          variable("TRAINING_PORT", "server.port", PORT)
              .only(ML_TRAINER)
              .means("Port of ml-trainer; PORT, else 8081 unless set.", "8081"),
          variable("INFERENCE_PORT", "server.port", PORT)
              .only(ML_INFERENCE)
              .means("Port of ml-inference; PORT, else 8082 unless set.", "8082"),
          variable("PORT", "server.port", PORT)
              .means("Port the service listens on; 8080 for ml-api unless set.", "8080"),
          variable("MANAGEMENT_PORT", "management.server.port", PORT)
              .means("Port of /actuator; the service's port + 1000 unless set.", "9080"),
          variable("ML_SERVICE_KEY", "ml.security.service-key", ValueForm.SERVICE_KEY)
              .needed(SERVERS)
              .asSecret()
              .means(
                  "Secret with which the services know each other; the same on all three. Make one"
                      + " with: openssl rand -base64 48",
                  "a-long-random-secret-of-32-or-more-characters"),
          variable("SYMBOLS", "ml.market.symbols", ValueForm.SYMBOLS)
              .means("Symbols to serve; the 26 of the README unless set.", "EURUSD,GBPUSD,XAUUSD"),
          variable("WEIGHTS_MAX_FACTOR", "ml.signal.weights-max-factor", NUMBER)
              .only(ML_TRAINER, ML_INFERENCE)
              .means(
                  "Most that indicator weights may multiply a confidence by; 1.0 unless set: they"
                      + " may lower it and not raise it.",
                  "1.0"),
          variable("MARKET_DATA_SOURCE", "ml.marketdata.source", oneOf("simulated", "none"))
              .only(ML_API)
              .means("Where candles come from by themselves; none unless set.", "simulated"),
          variable("SIMULATION_SEED", "ml.marketdata.simulation-seed", WHOLE_NUMBER)
              .only(ML_API)
              .means("Which simulated market; the same seed gives the same candles.", "1"),
          variable("BENCH_ECHO", "ml.bench.echo", FLAG)
              .only(ML_INFERENCE, ML_API)
              .means(
                  "Whether operators may POST /echo, which gives back what it is sent, to measure"
                      + " against (./ml bench http); false unless set.",
                  "true"),
          variable("LOG_FORMAT", "logging.structured.format.console", ValueForm.LOG_FORMAT)
              .means(
                  "How log lines look: plain to read, ecs for JSON in the Elastic Common Schema;"
                      + " plain unless set.",
                  "ecs"),
          variable(
                  "LOG_LEVEL",
                  "logging.level.com.aicashevolution",
                  oneOf("error", "warn", "info", "debug", "trace"))
              .means("How much is logged; info unless set, debug adds each request.", "info"),
          variable("DEPLOYMENT_ENVIRONMENT", "logging.structured.ecs.service.environment", TEXT)
              .means(
                  "Where this runs, as logs and traces shall say it; local unless set.",
                  "production"),
          variable(
                  "OTEL_EXPORTER_OTLP_ENDPOINT",
                  "management.otlp.tracing.endpoint",
                  ValueForm.OTLP_ENDPOINT)
              .means(
                  "OpenTelemetry collector that traces are sent to over HTTP; none are made unless"
                      + " set.",
                  "http://alloy:4318"),
          variable(
                  "OTEL_TRACES_SAMPLER_ARG",
                  "management.tracing.sampling.probability",
                  ValueForm.RATIO)
              .means(
                  "Share of requests that are traced, in [0, 1]; 0.1 unless set. A caller's decision"
                      + " is kept.",
                  "0.1"));

  private EnvironmentCatalogue() {}

  public static List<EnvironmentVariable> variables() {
    return VARIABLES;
  }

  /** The variables that set {@code property}, written in any of Spring's relaxed forms. */
  public static List<EnvironmentVariable> settingProperty(String property) {
    String canonical = canonical(property);
    return VARIABLES.stream()
        .filter(v -> v.property() != null && canonical(v.property()).equals(canonical))
        .toList();
  }

  private static String canonical(String property) {
    return property.toLowerCase(Locale.ROOT).replace("-", "");
  }
}
