#!/usr/bin/env bash
# One word per wish: ./ml help. Finds a JDK, builds what is stale, hands over to the launcher.
set -euo pipefail

cd_project() { cd -P "$(dirname "${BASH_SOURCE[0]}")"; PROJECT=$PWD; }
CALLER=$PWD
cd_project

readonly NEEDED_JDK=25
readonly STAMPS=target/build-stamps
COMPILERS=1 # of the launcher's JVM: most of its commands end before a second one would pay

fail() { echo "$*" >&2; exit 1; }
on_terminal() { [[ -t 1 && -z "${CI:-}" && "${TERM:-dumb}" != dumb ]]; }

# ── the JDK ─────────────────────────────────────────────────────────────────────────────────────

# The feature number in $1/release, without starting a JVM; 0 when $1 is no JDK.
jdk_feature() {
  [[ -x "$1/bin/javac" && -r "$1/release" ]] || { echo 0; return; }
  local version
  version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
  echo "${version:-0}"
}

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [[ -n "$candidate" ]] && (( $(jdk_feature "$candidate") >= NEEDED_JDK )); then
      echo "$candidate"
      return
    fi
  done
  if [[ -x /usr/libexec/java_home ]] && candidate=$(/usr/libexec/java_home -v "$NEEDED_JDK+" 2>/dev/null); then
    echo "$candidate"
    return
  fi
  fail "This needs a JDK $NEEDED_JDK or newer and found none in JAVA_HOME, /usr/lib/jvm, ~/.sdkman, ~/.jdks: install Temurin $NEEDED_JDK (https://adoptium.net), then repeat."
}

# ── the build ───────────────────────────────────────────────────────────────────────────────────

maven() {
  local program=mvn
  if ! command -v mvn >/dev/null 2>&1; then
    [[ -x ./mvnw ]] || fail "This needs Maven 3.8 or newer on the PATH and found none: install it, then repeat."
    program=./mvnw
  fi
  local quiet="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  MAVEN_OPTS="${MAVEN_OPTS:-} $quiet" "$program" "$@"
}

# nd4j's natives for this machine; .mvn/maven.config names the one that CI uses.
native_platform() {
  case "$(uname -s)-$(uname -m)" in
    Linux-aarch64) echo linux-arm64 ;;
    Darwin-arm64) echo macosx-arm64 ;;
    Darwin-x86_64) echo macosx-x86_64 ;;
    *) echo linux-x86_64 ;;
  esac
}

# Whether anything that goes into the build $1 (of the modules $2…) is newer than its last success.
is_stale() {
  local stamp="$STAMPS/$1" module inputs=(pom.xml .mvn)
  shift
  [[ -f "$stamp" ]] || return 0
  for module in "$@"; do
    inputs+=("$module/pom.xml" "$module/src/main")
  done
  [[ -n "$(find "${inputs[@]}" -newer "$stamp" -print -quit 2>/dev/null)" ]]
}

# Runs Maven with its log in $1 and shows which module it is at.
visible_maven() {
  local log=$1 begin=$SECONDS ticker=
  shift
  : > "$log"
  maven -B -Djavacpp.platform="$(native_platform)" "$@" > "$log" 2>&1 &
  local build=$!
  trap 'kill "$build" 2>/dev/null; wait "$build" 2>/dev/null; echo; echo "Interrupted; ./ml resumes the build."; exit 130' INT TERM
  local shown= now= spinner='|/-\' turn=0 spoke=$SECONDS
  while kill -0 "$build" 2>/dev/null; do
    now=$(sed -n 's/^\[INFO\] Building \(.*[^ ]\)  *\[\([0-9]*\/[0-9]*\)\]$/\2 \1/p' "$log" | tail -n 1)
    if on_terminal; then
      printf '\r\033[K  %s building %s  %d s' "${spinner:turn++%4:1}" "${now:-…}" $((SECONDS - begin))
    elif [[ "$now" != "$shown" ]] || (( SECONDS - spoke >= 20 )); then
      [[ -z "$now" ]] || echo "  building $now, $((SECONDS - begin)) s"
      shown=$now spoke=$SECONDS
    fi
    sleep 0.3
  done
  local code=0
  wait "$build" || code=$?
  trap - INT TERM
  on_terminal && printf '\r\033[K'
  if (( code != 0 )); then
    if grep -qi 'no space left on device' "$log"; then
      fail "The disk is full; free some space, then repeat (log: $PROJECT/$log)."
    fi
    grep -E '^\[ERROR\]' "$log" | head -n 25 >&2 || tail -n 25 "$log" >&2
    fail "The build failed; the whole log is $PROJECT/$log"
  fi
  echo "  built in $((SECONDS - begin)) s"
}

# Builds the modules $2… as the build $1 unless that is fresh.
build_if_stale() {
  local name=$1
  shift
  is_stale "$name" "$@" || return 0
  mkdir -p "$STAMPS" .ml/logs
  echo "Building $name"
  touch "$STAMPS/$name.begun"
  # as of the beginning: what is edited meanwhile is stale
  visible_maven ".ml/logs/build-$name.log" package -Dquick -Dmaven.test.skip=true -Djacoco.skip -Dspotless.check.skip \
    -pl "$(IFS=,; echo "$*")" -am ${BUILD_PROFILE:+-P"$BUILD_PROFILE"}
  mv "$STAMPS/$name.begun" "$STAMPS/$name"
}

build_launcher() {
  [[ -f local-stack/target/stack.classpath ]] || rm -f "$STAMPS/launcher"
  build_if_stale launcher common-model local-stack
}

build_services() {
  local service
  for service in ml-trainer ml-inference ml-api; do
    compgen -G "$service/target/*-exec.jar" >/dev/null || rm -f "$STAMPS/services"
  done
  build_if_stale services common-model common-platform ml-trainer ml-inference ml-api
}

# ── the wishes ──────────────────────────────────────────────────────────────────────────────────

launch() {
  local class_path
  class_path="local-stack/target/classes:$(cat local-stack/target/stack.classpath)"
  # Relative file names mean what they mean where the person stands; what is written need not be there yet.
  local arguments=() argument before=
  for argument in "$@"; do
    if [[ "$CALLER" != "$PROJECT" ]]; then
      if [[ "$argument" == --out=[!/]* ]]; then
        argument="--out=$CALLER/${argument#--out=}"
      elif [[ "$argument" != -* && "$argument" != /* && ( "$before" == --out || -e "$CALLER/$argument" ) ]]; then
        argument="$CALLER/$argument"
      fi
    fi
    arguments+=("$argument")
    before=$argument
  done
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel="$COMPILERS" -Xmx256m -Xshare:auto \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dproject.root="$PROJECT" -Duser.timezone=UTC -cp "$class_path" \
    com.aicashevolution.localstack.command.Ml "${arguments[@]}"
}

run_bench() {
  local what=${1:-training}
  shift || true
  case "$what" in
    training) bench_trainer TrainingBench 2g "$@" ;;
    retrain) bench_trainer RetrainBench "${ML_BENCH_HEAP:-1g}" "$@" ;;
    http) bench_http HttpBench "$@" ;;
    memory) bench_http MemoryBench "$@" ;;
    kernel) bench_kernel "$@" ;;
    *) fail "No bench “$what”: ./ml bench training [TURNS [DROPOUT]], retrain [--days N] [--symbols S] [--minutes M], http [--quick], memory or kernel [--quick] [--write]." ;;
  esac
}

# How fast the services answer, against an echo of their own and against Spring Boot as it comes. The
# generator and the engines it starts have the last core, the servers pin themselves to the first.
bench_http() {
  local main=$1
  shift
  build_services
  [[ -f local-stack/http-bench/target/bench.classpath ]] || rm -f "$STAMPS/http-bench"
  BUILD_PROFILE=bench build_if_stale http-bench common-model local-stack local-stack/http-bench
  local pin=()
  command -v taskset >/dev/null && pin=(taskset -c $(($(nproc --all) - 1)))
  exec "${pin[@]}" "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dproject.root="$PROJECT" -Duser.timezone=UTC \
    -cp "local-stack/http-bench/target/classes:$(<local-stack/http-bench/target/bench.classpath)" \
    "com.aicashevolution.bench.http.$main" "$@"
}

build_bench() {
  [[ -f ml-trainer/bench/target/bench.classpath ]] || rm -f "$STAMPS/bench"
  BUILD_PROFILE=bench build_if_stale bench common-model common-platform ml-trainer ml-inference ml-trainer/bench
}

# How long an answer takes in the kernel, in ONNX Runtime, PyTorch and DL4J; whatever is measured, and
# whatever measures, has the last core to itself.
bench_kernel() {
  build_bench
  local pin=()
  command -v taskset >/dev/null && pin=(taskset -c $(($(nproc --all) - 1)))
  OMP_NUM_THREADS=1 exec "${pin[@]}" "$JAVA_HOME/bin/java" -Xmx1g --add-modules jdk.incubator.vector \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djmh.ignoreLock=true -Dproject.root="$PROJECT" -Duser.timezone=UTC \
    -cp "ml-trainer/bench/target/classes:$(<ml-trainer/bench/target/bench.classpath)" \
    com.aicashevolution.trainer.bench.kernel.KernelBench "$@"
}

# How fast a fit or a whole run is, in a JVM with nothing else in it; PyTorch comes from Maven on the
# first call.
bench_trainer() {
  local main=$1 heap=$2
  shift 2
  build_bench
  OMP_NUM_THREADS=1 exec "$JAVA_HOME/bin/java" -Xmx"$heap" --add-modules jdk.incubator.vector \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "ml-trainer/bench/target/classes:$(<ml-trainer/bench/target/bench.classpath)" \
    "com.aicashevolution.trainer.bench.$main" "$@"
}

# Everything that a commit must pass, on real PostgreSQL, Redis and S3.
run_tests() {
  local begin=$SECONDS code=0 log=.ml/logs/test.log
  mkdir -p .ml/logs
  set +e
  maven -B -Djavacpp.platform="$(native_platform)" verify "$@" 2>&1 | tee "$log" \
    | grep --line-buffered -E 'Tests run:|^\[ERROR\]|^\[WARNING\] .*Tests|Building .*\[[0-9]+/[0-9]+\]|BUILD|Total time'
  code=${PIPESTATUS[0]}
  set -e
  echo "./ml test: $( ((code == 0)) && echo green || echo RED ) after $(((SECONDS - begin) / 60)) min $(((SECONDS - begin) % 60)) s; log: $PROJECT/$log"
  return "$code"
}

JAVA_HOME=$(find_jdk)
export JAVA_HOME
wish=${1:-help}

case "$wish" in
  test)
    shift
    run_tests "$@"
    ;;
  format)
    maven -B -q spotless:apply
    ;;
  build)
    build_launcher
    build_services
    echo "Built."
    ;;
  up)
    build_launcher
    build_services
    launch "$@"
    ;;
  check-deploy)
    build_launcher
    exec deploy/check-deploy.sh
    ;;
  load)
    shift
    eval "$(./ml env)"
    maven -B -q -Pload -Dquick -pl local-stack/load gatling:test "$@"
    ;;
  bench)
    shift
    run_bench "$@"
    ;;
  monitoring)
    shift
    exec monitoring/local.sh "$@"
    ;;
  dashboards)
    build_launcher
    "$JAVA_HOME/bin/java" -cp "local-stack/target/classes:$(<local-stack/target/stack.classpath)" \
      com.aicashevolution.localstack.monitoring.GrafanaDashboards .
    ;;
  prove)
    build_launcher >&2
    # measured by the trainer itself, or on a stack of the claim's own
    [[ " noise leaks calibration swaps cache journal artifacts " != *" ${2:-} "* ]] || build_services >&2
    COMPILERS=4 # runs for minutes, beside what it measures
    launch "$@"
    ;;
  *)
    [[ "$wish" == env ]] && build_launcher >&2 || build_launcher
    launch "${@:-help}"
    ;;
esac
