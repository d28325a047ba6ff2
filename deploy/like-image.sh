#!/usr/bin/env bash
# Starts the three services the way their image does, without a container engine: the extracted jar with
# its AOT cache, user 10001 without a capability, a read-only file system but /tmp and /var/lib/ml, and the
# memory limit of docker-compose.production.yml. Smoke-tests them, ends them, says what each needed.
#   deploy/like-image.sh          on the engines of the running local stack; needs root
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
: "${JAVA_HOME:?run ./ml check-deploy, which finds the JDK}"
if [[ $(id -u) != 0 ]]; then
  # it changes users, mounts and control groups
  exec sudo --non-interactive --preserve-env=JAVA_HOME,PATH "$root/deploy/like-image.sh"
fi
eval "$(./ml env)"
images=$(mktemp -d /var/tmp/like-image.XXXXXX)
chmod 755 "$images"
declare -A pid ready

readonly services=(ml-inference ml-trainer ml-api)
readonly base=$((20000 + RANDOM % 12000))
readonly api=$base trainer=$((base + 1)) inference=$((base + 2))

# The group that limits service $1, whichever version of control groups this kernel has; empty without any.
cgroup() {
  if [[ -f /sys/fs/cgroup/cgroup.controllers ]]; then
    echo "/sys/fs/cgroup/like-image-$1"
  elif [[ -d /sys/fs/cgroup/memory ]]; then
    echo "/sys/fs/cgroup/memory/like-image-$1"
  fi
}

cleanup() {
  local service
  for service in "${services[@]}"; do
    [[ -n ${pid[$service]:-} ]] && kill -9 "${pid[$service]}" 2>/dev/null && wait "${pid[$service]}" 2>/dev/null
    rmdir "$(cgroup "$service")" 2>/dev/null
  done
  rm -rf "$images"
}
trap cleanup EXIT

# Limit of service $1 in bytes, as compose has it.
limit() {
  local mib
  mib=$(awk -v service="  $1:" '$0 == service {here = 1} here && /memory:/ {gsub(/[^0-9]/, "", $NF); print $NF; exit}' \
    docker-compose.production.yml)
  echo $((mib * 1024 * 1024))
}

# What the Dockerfile does up to its USER line.
build_image() {
  local app=$images/$1/app
  mkdir -p "$app/natives" "$images/$1/tmp" "$images/$1/lib"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1"/target/"$1"-*-exec.jar extract --destination "$app" --force
  mv "$app/$1"-*-exec.jar "$app/app.jar"
  echo "$1" > "$app/service"
  cp deploy/start-service.sh deploy/healthcheck.sh "$app/"
  env -i PATH="$PATH" JAVA_HOME="$JAVA_HOME" TMPDIR="$images/$1/tmp" "$app/start-service.sh" --train-aot \
    > "$images/$1/aot.log" 2>&1 || { tail -n 20 "$images/$1/aot.log" >&2; return 1; }
  [[ -s $app/app.aot ]] || { echo "$1 trained no AOT cache" >&2; return 1; }
  chmod -R a+rX "$images/$1"
}

start() {
  local group bytes
  group=$(cgroup "$1")
  bytes=$(limit "$1")
  if [[ -n $group ]] && mkdir -p "$group" 2>/dev/null; then
    if [[ -f $group/memory.max ]]; then
      echo "$bytes" > "$group/memory.max"
    else
      echo "$bytes" > "$group/memory.limit_in_bytes"
    fi
  else
    group=
  fi
  IMAGE=$images/$1 GROUP=$group BYTES=$bytes unshare --mount bash -c '
    set -e
    mount --make-rprivate /
    [[ -z $GROUP ]] || echo $$ > "$GROUP/cgroup.procs"
    mkdir -p /var/lib/ml
    mount -o remount,ro,bind /
    mount -t tmpfs -o size=64m,mode=1777 tmpfs /tmp
    mount -t tmpfs -o size=256m,mode=1777 tmpfs /var/lib/ml
    mount -o bind,ro "$IMAGE" "$IMAGE" && mount -o remount,ro,bind "$IMAGE"
    # where no control group limits the memory, the virtual machine is told of the limit at least
    [[ -n $GROUP ]] || JAVA_OPTIONS="-XX:MaxRAM=$BYTES"
    # an AOT cache that does not fit is an error here, not a slower start
    export JAVA_OPTIONS="${JAVA_OPTIONS:-} -XX:AOTMode=on"
    exec setpriv --reuid=10001 --regid=10001 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all \
      "$IMAGE/app/start-service.sh"' > "$images/$1.log" 2>&1 &
  pid[$1]=$!
}

# Seconds with two decimals until GET $2 answers 200, at most $3.
seconds_until() {
  local began now
  began=$(date +%s%N)
  while :; do
    now=$(date +%s%N)
    if [[ $(curl -s -o /dev/null -w '%{http_code}' --max-time 2 -H "X-API-Key: $ML_API_KEY" "$2") == 200 ]]; then
      awk -v ns=$((now - began)) 'BEGIN {printf "%.2f", ns / 1e9}'
      return
    fi
    kill -0 "${pid[$1]}" 2>/dev/null || { echo "$1 ended" >&2; tail -n 20 "$images/$1.log" >&2; return 1; }
    ((now - began < $3 * 1000000000)) || { echo "$1 is not ready after $3 s" >&2; tail -n 20 "$images/$1.log" >&2; return 1; }
    sleep 0.05
  done
}

resident() { awk '/^VmRSS/ {printf "%d MiB", $2 / 1024}' "/proc/${pid[$1]}/status"; }

for service in "${services[@]}"; do
  compgen -G "$service/target/*-exec.jar" > /dev/null || ./ml build
  echo "building the image of $service"
  build_image "$service"
done

ML_SERVICE_KEY=$(head -c 32 /dev/urandom | base64 | tr -d '/+=')
export ML_SERVICE_KEY LOG_FORMAT=ecs SPOOL_DIRECTORY=/var/lib/ml/spool ARTIFACT_CACHE_DIRECTORY=/var/lib/ml/artifacts
export PORT=$api TRAINING_PORT=$trainer INFERENCE_PORT=$inference
export ML_API_URL=http://127.0.0.1:$api TRAINING_API_URL=http://127.0.0.1:$trainer INFERENCE_API_URL=http://127.0.0.1:$inference
for service in "${services[@]}"; do
  case $service in
    ml-api) url=$ML_API_URL MANAGEMENT_PORT=$((api + 1000)) ;;
    ml-trainer) url=$TRAINING_API_URL MANAGEMENT_PORT=$((trainer + 1000)) ;;
    ml-inference) url=$INFERENCE_API_URL MANAGEMENT_PORT=$((inference + 1000)) ;;
  esac
  export MANAGEMENT_PORT
  start "$service"
  ready[$service]=$(seconds_until "$service" "$url/health/ready" 60)
done
# Who may write where it should not, and who runs as whom.
for service in "${services[@]}"; do
  nsenter --mount --target "${pid[$service]}" test -w / && { echo "$service can write to /" >&2; exit 1; }
  [[ $(awk '/^Uid/ {print $2}' "/proc/${pid[$service]}/status") == 10001 ]] || { echo "$service is not user 10001" >&2; exit 1; }
  [[ $(awk '/^CapEff/ {print $2}' "/proc/${pid[$service]}/status") =~ ^0+$ ]] || { echo "$service has capabilities" >&2; exit 1; }
done
scripts/smoke_test.sh

# What is wished for on a quiet machine: 3 s to ready, and 300 MiB where no network is fitted.
printf '\n%-14s %10s %8s %10s %8s %10s\n' service 'ready in' 'of 3 s' resident 'of 300' limit
for service in "${services[@]}"; do
  printf '%-14s %8s s %8s %10s %8s %6s MiB\n' "$service" "${ready[$service]}" \
    "$(awk -v took="${ready[$service]}" 'BEGIN {printf "%.2f", took / 3}')" "$(resident "$service")" \
    "$(resident "$service" | awk '{printf "%.2f", $1 / 300}')" $(($(limit "$service") / 1048576))
done

for service in "${services[@]}"; do
  # the shell that became the service has its process id
  kill -TERM "${pid[$service]}"
done
for service in "${services[@]}"; do
  code=0
  timeout 40 tail --pid="${pid[$service]}" -f /dev/null || { echo "$service did not end within 40 s of SIGTERM" >&2; exit 1; }
  wait "${pid[$service]}" || code=$?
  [[ $code == 0 || $code == 143 ]] || { echo "$service ended with $code" >&2; exit 1; }
  unset "pid[$service]"
done
echo "the three services pass the smoke test as their image starts them, and end on SIGTERM"
