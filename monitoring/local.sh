#!/usr/bin/env bash
# Prometheus and Grafana beside the local stack, where they are installed.
#   ./ml monitoring [start]   starts what is installed, says how to get what is not
#   ./ml monitoring stop
#   ./ml monitoring render F  draws every panel of the four dashboards from Prometheus into the page F
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
home=$root/.ml/monitoring
port=${PROMETHEUS_PORT:-9090}

running() { [[ -f $home/$1.pid ]] && kill -0 "$(<"$home/$1.pid")" 2>/dev/null; }

stop() {
  local name
  for name in grafana prometheus; do
    if running "$name"; then
      kill "$(<"$home/$name.pid")"
      echo "$name stopped"
    fi
    rm -f "$home/$name.pid"
  done
}

configure() {
  local service url
  mkdir -p "$home/rules"
  (umask 077 && printf '%s' "$ML_API_KEY" > "$home/key")
  cp monitoring/prometheus/rules/*.yml "$home/rules/"
  {
    printf 'global:\n  scrape_interval: 5s\n  evaluation_interval: 5s\nrule_files: [rules/*.yml]\nscrape_configs:\n'
    for service in ml-api ml-trainer ml-inference; do
      case $service in
        ml-api) url=$ML_API_URL ;;
        ml-trainer) url=$TRAINING_API_URL ;;
        ml-inference) url=$INFERENCE_API_URL ;;
      esac
      printf '  - job_name: %s\n    metrics_path: /metrics\n    authorization: {credentials_file: key}\n    static_configs: [{targets: ["%s"]}]\n' \
        "$service" "${url#http://}"
    done
  } > "$home/prometheus.yml"
}

start() {
  eval "$(./ml env)"
  configure
  if ! command -v prometheus >/dev/null; then
    echo "Prometheus is not installed. Debian and Ubuntu: apt-get install prometheus; others: prometheus.io/download" >&2
    exit 1
  fi
  if ! running prometheus; then
    nohup prometheus --config.file="$home/prometheus.yml" --storage.tsdb.path="$home/data" \
      --web.listen-address="127.0.0.1:$port" --web.enable-lifecycle > "$home/prometheus.log" 2>&1 &
    echo $! > "$home/prometheus.pid"
  fi
  for _ in $(seq 1 50); do
    curl -fs "http://127.0.0.1:$port/-/ready" >/dev/null && break
    running prometheus || { tail -n 5 "$home/prometheus.log" >&2; exit 1; }
    sleep 0.2
  done
  echo "Prometheus  http://127.0.0.1:$port"
  if command -v grafana-server >/dev/null; then
    grafana
  else
    echo "Grafana is not installed (grafana.com/grafana/download); ./ml monitoring render FILE draws its panels without it."
  fi
}

grafana() {
  running grafana && return
  mkdir -p "$home/provisioning/datasources" "$home/provisioning/dashboards"
  sed "s#http://prometheus:9090#http://127.0.0.1:$port#" monitoring/grafana/provisioning/datasources/datasources.yml \
    > "$home/provisioning/datasources/datasources.yml"
  sed "s#/var/lib/grafana/dashboards#$root/monitoring/grafana/dashboards#" monitoring/grafana/provisioning/dashboards/dashboards.yml \
    > "$home/provisioning/dashboards/dashboards.yml"
  GF_PATHS_PROVISIONING=$home/provisioning GF_PATHS_DATA=$home/grafana GF_SERVER_HTTP_ADDR=127.0.0.1 \
    nohup grafana-server --homepath "${GRAFANA_HOME:-/usr/share/grafana}" > "$home/grafana.log" 2>&1 &
  echo $! > "$home/grafana.pid"
  echo "Grafana     http://127.0.0.1:3000"
}

case ${1:-start} in
  start) start ;;
  stop) stop ;;
  render) node monitoring/render.mjs monitoring/grafana/dashboards "http://127.0.0.1:$port" "${2:?a file to write, for example dashboards.html}" ;;
  *) echo "usage: ./ml monitoring [start|stop|render FILE]" >&2; exit 2 ;;
esac
