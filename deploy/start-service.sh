#!/usr/bin/env bash
# Starts the service that lies beside this script: app.jar, lib/ and the file `service` with its name.
# The image uses it, and so does the check that starts the services the image's way.
#   start-service.sh              run in the foreground, SIGTERM ends it after it has finished what it accepted
#   start-service.sh --train-aot  start once up to the refreshed context and write app.aot
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
service=$(<service)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# An AOT cache is refused when any of these differ from the run that trained it.
flags=(
  -XX:+UseCompactObjectHeaders
  --add-modules=jdk.incubator.vector
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  -Duser.timezone=UTC
  -Dfile.encoding=UTF-8
)
case "$service" in
  ml-trainer)
    flags+=(-XX:+UseParallelGC "-Dorg.bytedeco.javacpp.cachedir=$PWD/natives")
    export OMP_NUM_THREADS=1 # before the native library is loaded; the trainer refuses anything else
    ;;
  *) flags+=(-XX:+UseSerialGC) ;;
esac
# Heap from the container's limit; the trainer leaves room for native tensors.
case "$service" in
  ml-trainer) heap=${HEAP_PERCENT:-55} ;;
  *) heap=${HEAP_PERCENT:-50} ;;
esac

if [[ ${1:-} == --train-aot ]]; then
  export ML_SERVICE_KEY=${ML_SERVICE_KEY:-only-for-the-training-run-of-the-cache-0000}
  export DATABASE_URL=${DATABASE_URL:-postgresql://none:none@127.0.0.1:1/none}
  export REDIS_URL=${REDIS_URL:-redis://127.0.0.1:1}
  export USE_S3_STORAGE=false MODEL_STORAGE_PATH=${TMPDIR:-/tmp}/aot-models
  if [[ $service == ml-trainer ]]; then
    "$java" "${flags[@]}" -cp "app.jar:lib/*" com.aicashevolution.trainer.training.dl4j.NativeBackend
  fi
  exec "$java" "${flags[@]}" -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar
fi

aot=()
[[ -f app.aot ]] && aot=(-XX:AOTCache=app.aot)
# shellcheck disable=SC2086
exec "$java" "${flags[@]}" "${aot[@]}" -XX:MaxRAMPercentage="$heap" -XX:+ExitOnOutOfMemoryError \
  ${JAVA_OPTIONS:-} -jar app.jar "$@"
