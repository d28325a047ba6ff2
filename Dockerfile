# syntax=docker/dockerfile:1.7
# One image recipe for the three services: build with --build-arg SERVICE=ml-api|ml-trainer|ml-inference.
# Railway passes RAILWAY_SERVICE_NAME by itself, and it wins.
ARG JDK_IMAGE=eclipse-temurin:25.0.3_9-jdk-noble
ARG JRE_IMAGE=eclipse-temurin:25.0.3_9-jre-noble

FROM ${JDK_IMAGE} AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# Dependencies first: this layer lives as long as no pom changes.
COPY .mvn .mvn
COPY pom.xml ./
COPY common-model/pom.xml common-model/
COPY common-platform/pom.xml common-platform/
COPY local-stack/pom.xml local-stack/
COPY local-stack/end-to-end/pom.xml local-stack/end-to-end/
COPY ml-trainer/pom.xml ml-trainer/
COPY ml-inference/pom.xml ml-inference/
COPY ml-api/pom.xml ml-api/
RUN mvn -B -q dependency:go-offline -pl ml-trainer,ml-inference,ml-api -am -DexcludeArtifactIds=common-model,common-platform,local-stack || true
COPY common-model/src common-model/src
COPY common-platform/src common-platform/src
COPY local-stack/src local-stack/src
COPY ml-trainer/src ml-trainer/src
COPY ml-inference/src ml-inference/src
COPY ml-api/src ml-api/src
ARG SERVICE=ml-api
ARG RAILWAY_SERVICE_NAME
RUN service="${RAILWAY_SERVICE_NAME:-$SERVICE}" \
 && mvn -B -q package -pl "$service" -am -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true \
 && java -Djarmode=tools -jar "$service"/target/"$service"-*-exec.jar extract --destination /app-extracted \
 && mv /app-extracted/"$service"-*-exec.jar /app-extracted/app.jar \
 && echo "$service" > /app-extracted/service

FROM ${JRE_IMAGE} AS runtime
RUN groupadd --gid 10001 app && useradd --uid 10001 --gid app --no-create-home --shell /usr/sbin/nologin app
WORKDIR /app
# Libraries change seldom, the application jar often.
COPY --from=build /app-extracted/lib lib
COPY --from=build /app-extracted/service service
COPY --from=build /app-extracted/app.jar app.jar
COPY deploy/start-service.sh deploy/healthcheck.sh ./
# The trainer's native libraries are unpacked here, once, so that the file system can be read-only;
# then the AOT cache is trained with exactly the flags the service starts with.
RUN mkdir -p natives && ./start-service.sh --train-aot && chmod -R a+rX /app
USER 10001:10001
ENV TZ=UTC \
    OMP_NUM_THREADS=1 \
    LOG_FORMAT=ecs
EXPOSE 8080 8081 8082 9080 9081 9082
VOLUME ["/tmp", "/var/lib/ml"]
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["/app/healthcheck.sh"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["/app/start-service.sh"]
