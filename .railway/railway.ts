// The project on Railway: three services from one repository and one Dockerfile, a database and a cache.
//   railway config plan     shows the difference to what runs
//   railway config apply    makes it so
// Secrets are set once in Railway (shared variables) and only referenced here; docs/deploy/railway.md
// takes a person from an empty project to three green services.
import { defineRailway, github, postgres, project, redis, service } from 'railway/iac';

export default defineRailway((ctx) => {
  const repository = 'example/ml-trading';
  // An environment that says nothing is production.
  const staging = ctx.isEnvironment('staging');

  const db = postgres('postgres');
  const cache = redis('redis');

  const build = {
    builder: 'DOCKERFILE' as const,
    dockerfilePath: 'Dockerfile',
    watchPatterns: [
      'pom.xml', 'Dockerfile', 'deploy/**', 'common-model/**', 'common-platform/**',
      'ml-api/**', 'ml-trainer/**', 'ml-inference/**',
    ],
  };
  const deploy = {
    healthcheckPath: '/health',
    healthcheckTimeout: 120,
    restartPolicyType: 'ON_FAILURE' as const,
    restartPolicyMaxRetries: 10,
    overlapSeconds: 20,
    drainingSeconds: 40,
  };
  const shared = {
    DATABASE_URL: db.env.DATABASE_URL,
    REDIS_URL: cache.env.REDIS_URL,
    ML_SERVICE_KEY: ctx.shared.ML_SERVICE_KEY,
    USE_S3_STORAGE: 'true',
    S3_BUCKET: ctx.shared.S3_BUCKET,
    S3_ENDPOINT: ctx.shared.S3_ENDPOINT,
    AWS_REGION: ctx.shared.AWS_REGION,
    AWS_ACCESS_KEY_ID: ctx.shared.AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY: ctx.shared.AWS_SECRET_ACCESS_KEY,
    LOG_FORMAT: 'ecs',
    DEPLOYMENT_ENVIRONMENT: staging ? 'staging' : 'production',
  };
  // Private networking: names end in railway.internal and ports are the services' own.
  const inside = {
    TRAINING_API_URL: 'http://ml-trainer.railway.internal:8081',
    INFERENCE_API_URL: 'http://ml-inference.railway.internal:8082',
  };

  const inference = service('ml-inference', {
    source: github(repository),
    build,
    deploy,
    env: { ...shared, PORT: '8082' },
  });
  const trainer = service('ml-trainer', {
    source: github(repository),
    build,
    deploy,
    env: { ...shared, PORT: '8081', OMP_NUM_THREADS: '1' },
  });
  const api = service('ml-api', {
    source: github(repository),
    build,
    deploy,
    env: {
      ...shared,
      ...inside,
      PORT: '8080',
      MARKET_DATA_SOURCE: staging ? 'simulated' : 'none',
    },
  });

  return project('ml-trading', { resources: [db, cache, inference, trainer, api] });
});
