#!/usr/bin/env bash
# Starts the service that lies beside this script: app.jar, lib/ and the file `service` with its name.
# The image uses it, and so does the check that starts the services the image's way.
#   start-service.sh              run in the foreground, SIGTERM ends it after it has finished what it accepted
#   start-service.sh --train-aot  start once, ask it what it will be asked, and write app.aot
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
service=$(<service)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

# An AOT cache is refused when any of these differ from the run that trained it.
flags=(
  -XX:+UseCompactObjectHeaders
  # metadata and compiled code grow to their size without a full collection of the heap on the way
  -XX:MetaspaceSize=96m
  -XX:SweeperThreshold=40
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
  *)
    # What lives through a second is little, and memory that is not needed is given back. Requests come a little before
    # compilers, and well before threads of the lowest priority, which load models. The JVM warns that priorities may take
    # root: to raise one would.
    flags+=(
      -XX:+UseSerialGC -Xms64m -Xmn32m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:TrimNativeHeapInterval=60000
      -XX:ThreadPriorityPolicy=1 -XX:CompilerThreadPriority=5 -XX:JavaPriority1_To_OSPriority=19
    )
    ;;
esac
# Heap from the container's limit; the trainer leaves room for native tensors.
case "$service" in
  ml-trainer) heap=${HEAP_PERCENT:-55} ;;
  *) heap=${HEAP_PERCENT:-50} ;;
esac

# One request to the service that listens on $port; fails where it gets no answer. What the answer says does
# not matter: without a database most of them are refusals, and come the same way.
ask() {
  local method=$1 path=$2 body=${3:-} code
  (
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf '%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-API-Key: %s\r\n' "$method" "$path" "$ML_SERVICE_KEY" >&3
    printf 'Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' "${#body}" "$body" >&3
    read -r -t 20 _ code _ <&3
    cat <&3 >/dev/null
    [[ $code =~ ^[2-5] ]]
  ) 2>/dev/null
}

# A cache that was trained up to the start alone lacks all that the first request loads, and the first request
# is the one that asks whether the service is ready.
train_aot() {
  export ML_SERVICE_KEY=${ML_SERVICE_KEY:-only-for-the-training-run-of-the-cache-0000}
  export DATABASE_URL=${DATABASE_URL:-postgresql://none:none@127.0.0.1:1/none}
  export REDIS_URL=${REDIS_URL:-redis://127.0.0.1:1}
  # a tenth of all classes are the S3 client's: it must have tried, though nobody answers
  export USE_S3_STORAGE=true S3_BUCKET=none S3_ENDPOINT=http://127.0.0.1:1 AWS_REGION=us-east-1
  export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none SPOOL_DIRECTORY=${TMPDIR:-/tmp}/aot-spool
  port=$((20000 + RANDOM % 12000))
  export PORT=$port TRAINING_PORT=$port INFERENCE_PORT=$port MANAGEMENT_PORT=$((port + 1))
  if [[ $service == ml-trainer ]]; then
    "$java" "${flags[@]}" -cp "app.jar:lib/*" com.aicashevolution.trainer.training.dl4j.NativeBackend
  fi
  "$java" "${flags[@]}" -XX:AOTCacheOutput=app.aot -jar app.jar &
  local pid=$! turn
  until ask GET /health; do
    kill -0 "$pid" 2>/dev/null || { echo "$service ended before it answered" >&2; return 1; }
    sleep 0.2
  done
  for ((turn = 0; turn < 20; turn++)); do
    ask GET /health/ready
    ask GET /metrics
    ((turn < 3)) || continue # each waits seconds for the database that is not there
    ask POST /predict '{"symbol":"EURUSD","indicators":{"rsi_value":54.5}}'
    ask POST /batch-predict '[{"symbol":"EURUSD"},{"symbol":"GBPUSD"}]'
  done
  ask GET /health/detailed
  kill -TERM "$pid"
  wait "$pid" || [[ $? == 143 ]]
  rm -rf "$SPOOL_DIRECTORY"
  [[ -s app.aot ]] || { echo "$service trained no AOT cache" >&2; return 1; }
}

if [[ ${1:-} == --train-aot ]]; then
  train_aot
  exit
fi

aot=()
[[ -f app.aot ]] && aot=(-XX:AOTCache=app.aot)
# shellcheck disable=SC2086
exec "$java" "${flags[@]}" "${aot[@]}" -XX:MaxRAMPercentage="$heap" -XX:+ExitOnOutOfMemoryError \
  ${JAVA_OPTIONS:-} -jar app.jar "$@"
