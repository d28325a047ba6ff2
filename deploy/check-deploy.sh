#!/usr/bin/env bash
# Holds everything that is deployed against the tools that will read it, and ends with a table.
#   ./ml check-deploy
# Installs what it needs: Debian packages (as root, or says which are missing), npm packages under
# .ml/tools. Uses the running local stack; starts one where none runs, and stops it again.
set -uo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1
tools=$root/.ml/tools
work=$(mktemp -d)
log=$work/log
rows=()
failed=0
nginx_pid=
started_stack=

cleanup() {
  [[ -n $nginx_pid ]] && kill "$nginx_pid" 2>/dev/null
  [[ -n $started_stack ]] && ./ml down >/dev/null 2>&1
  rm -rf "$work"
}
trap cleanup EXIT

# The last line with anything on it, without colours.
last_word() { sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c1-90; }

# check NAME COMMAND...: runs it quietly, shows what it said when it fails, remembers the verdict.
check() {
  local name=$1 began=$SECONDS
  shift
  if "$@" >"$log" 2>&1; then
    rows+=("ok|$name|$((SECONDS - began)) s|$(last_word)")
  else
    rows+=("FAILED|$name|$((SECONDS - began)) s|$(last_word)")
    failed=1
    printf -- '--- %s\n' "$name" >&2
    tail -n 40 "$log" >&2
  fi
}

need() { # need COMMAND PACKAGE
  command -v "$1" >/dev/null && return
  missing+=("$2")
}

install_tools() {
  missing=()
  need promtool prometheus
  need amtool prometheus-alertmanager
  need nginx nginx-light
  need docker-compose docker-compose
  need curl curl
  need openssl openssl
  need jq jq
  if ((${#missing[@]})); then
    if [[ $(id -u) == 0 ]] && command -v apt-get >/dev/null; then
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" || return 1
    elif command -v sudo >/dev/null && command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
      sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" || return 1
    else
      echo "missing: ${missing[*]} (Debian package names); install them and run this again"
      return 1
    fi
  fi
  command -v kubectl >/dev/null || { echo "missing: kubectl"; return 1; }
  command -v node >/dev/null && command -v npm >/dev/null || { echo "missing: node and npm"; return 1; }
  mkdir -p "$tools"
  if ! cmp -s deploy/tools/package.json "$tools/package.json"; then
    cp deploy/tools/package.json "$tools/package.json"
    (cd "$tools" && npm install --no-audit --no-fund --ignore-scripts --silent) || { rm -f "$tools/package.json"; return 1; }
  fi
  cp deploy/tools/*.mjs "$tools/"
  echo "tools are here"
}

prometheus_config() {
  cp -r monitoring/prometheus "$work/prometheus"
  echo key > "$work/key"
  sed -i "s#/run/secrets/metrics_key#$work/key#" "$work/prometheus/prometheus.yml"
  promtool check config "$work/prometheus/prometheus.yml"
}
rules() { promtool check rules monitoring/prometheus/rules/*.yml; }
rule_tests() { promtool test rules monitoring/prometheus/tests/*.yml; }

alertmanager_config() {
  amtool check-config monitoring/alertmanager/alertmanager.yml
}
alertmanager_routes() {
  amtool config routes test --config.file=monitoring/alertmanager/alertmanager.yml \
    --verify.receivers=on-call severity=critical alertname=ServiceDown \
  && amtool config routes test --config.file=monitoring/alertmanager/alertmanager.yml \
    --verify.receivers=slack-warning severity=warning alertname=ModelStale
}

expressions() {
  node "$tools/expressions.mjs" monitoring > "$work/expressions" \
    && node "$tools/metrics.mjs" < "$work/expressions" > "$work/metrics" \
    && echo "$(wc -l < "$work/expressions") expressions, $(wc -l < "$work/metrics") metrics"
}

# Metrics of other exporters, recorded ones and Prometheus' own are not ours to show.
live_metrics() {
  eval "$(./ml env)" || return 1
  local url name absent=0
  : > "$work/scrape"
  for url in "$ML_API_URL" "$TRAINING_API_URL" "$INFERENCE_API_URL"; do
    curl -fsS -H "X-API-Key: $ML_API_KEY" "$url/metrics" >> "$work/scrape" || return 1
  done
  promtool check metrics < "$work/scrape" > "$work/lint" 2>&1 || true
  while read -r name; do
    case $name in
      up | ml:* | node_* | probe_* | redis_*) continue ;;
    esac
    grep -qE "^${name}(\{| )" "$work/scrape" || { echo "no service exposes $name"; absent=1; }
  done < "$work/metrics"
  ((absent == 0)) && echo "every metric of ours that a rule or panel names is exposed"
}

compose_config() {
  DATABASE_URL=x ML_SERVICE_KEY=x S3_BUCKET=x IMAGE_TAG=1.0.0 \
    docker-compose -f docker-compose.production.yml config -q && echo "valid"
}
compose_schema() {
  node "$tools/node_modules/dclint/bin/dclint.cjs" --quiet docker-compose.production.yml && echo "no findings"
}
dockerfile_lint() { node "$tools/dockerfile.mjs" Dockerfile; }
kubernetes() {
  mvn -B -q -pl local-stack/end-to-end -am test -Djacoco.skip \
    -Dtest='KubernetesManifestsTest,DeployablesTest,DashboardsTest' -Dsurefire.failIfNoSpecifiedTests=false \
    && echo "staging and production: objects, selectors, ports, probes, limits, references"
}
workflows() { (cd "$tools" && node workflows.mjs "$root/.github/workflows"); }
railway() {
  mkdir -p "$tools/railway" && cp .railway/railway.ts .railway/package.json "$tools/railway/" \
    && (cd "$tools/railway" && node ../node_modules/typescript/bin/tsc --noEmit --strict --module nodenext \
      --moduleResolution nodenext --target es2023 --skipLibCheck railway.ts) \
    && echo "railway.ts type-checks against railway $(jq -r .version "$tools/node_modules/railway/package.json")"
}

# nginx with a certificate of its own in front of the running stack: TLS 1.3 answers, 1.2 is refused.
nginx_live() {
  eval "$(./ml env)" || return 1
  local port=$((20000 + RANDOM % 12000)) api=${ML_API_URL#http://}
  openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost \
    -keyout "$work/tls.key" -out "$work/tls.crt" 2>/dev/null || return 1
  sed -e "s#server ml-api:8080#server $api#" -e "s#/etc/nginx/tls/#$work/#" \
    -e "s#listen 443 #listen 127.0.0.1:$port #" -e "s#listen 80 #listen 127.0.0.1:$((port + 1)) #" \
    -e "s#/tmp/nginx#$work/nginx#" -e "s#/dev/std[a-z]*#$work/nginx.log#" nginx/nginx.conf > "$work/nginx.conf"
  nginx -t -c "$work/nginx.conf" -e "$work/nginx.log" || return 1
  nginx -c "$work/nginx.conf" -e "$work/nginx.log" -g 'daemon off;' &
  nginx_pid=$!
  local code i
  for i in $(seq 1 50); do
    code=$(curl -sk --tlsv1.3 -o "$work/answer" -w '%{http_code}' "https://127.0.0.1:$port/health") && break
    sleep 0.1
  done
  [[ $code == 200 ]] || { echo "/health through nginx answered $code"; return 1; }
  code=$(curl -sk --tlsv1.3 -o "$work/answer" -w '%{http_code}' -X POST "https://127.0.0.1:$port/predict" \
    -H "X-API-Key: $ML_API_KEY" -H 'Content-Type: application/json' -d '{"symbol":"EURUSD"}')
  [[ $code == 200 ]] || { echo "/predict through nginx answered $code: $(cat "$work/answer")"; return 1; }
  if curl -sk --tls-max 1.2 -o /dev/null "https://127.0.0.1:$port/health"; then
    echo "TLS 1.2 was not refused"; return 1
  fi
  code=$(curl -sk -o "$work/answer" -w '%{http_code}' "https://127.0.0.1:$port/actuator/prometheus")
  [[ $code == 404 ]] || { echo "/actuator through nginx answered $code"; return 1; }
  code=$(head -c 1200000 /dev/zero | curl -sk -o "$work/answer" -w '%{http_code}' -X POST --data-binary @- \
    -H "X-API-Key: $ML_API_KEY" "https://127.0.0.1:$port/predict")
  [[ $code == 413 ]] && grep -q payload-too-large "$work/answer" || { echo "a large body answered $code"; return 1; }
  kill "$nginx_pid"; wait "$nginx_pid" 2>/dev/null; nginx_pid=
  echo "TLS 1.3 answers, 1.2 is refused, /actuator hidden, 413 is a problem"
}

stack() {
  ./ml status >/dev/null 2>&1 && { echo "the local stack runs"; return; }
  started_stack=1
  ./ml up </dev/null
}

check "tools" install_tools
((failed)) && { echo "check-deploy cannot go on without its tools" >&2; exit 1; }
check "prometheus config" prometheus_config
check "prometheus rules" rules
check "rule unit tests" rule_tests
check "alertmanager config" alertmanager_config
check "alertmanager routes" alertmanager_routes
check "PromQL of rules and dashboards" expressions
check "compose config" compose_config
check "compose schema" compose_schema
check "Dockerfile" dockerfile_lint
check "kubernetes, compose, runbooks" kubernetes
check "workflows" workflows
check "railway.ts" railway
check "local stack" stack
check "metrics in a live scrape" live_metrics
check "nginx, live" nginx_live
check "images, without an engine" deploy/like-image.sh
check "alerts, live" node monitoring/alerts-live.mjs

printf '\n%-8s %-32s %6s  %s\n' verdict check time 'last word'
for row in "${rows[@]}"; do
  IFS='|' read -r verdict name time word <<<"$row"
  printf '%-8s %-32s %6s  %s\n' "$verdict" "$name" "$time" "$word"
done
exit $failed
