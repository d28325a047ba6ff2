#!/usr/bin/env bash
# One look at a deployment: health through the front door, then one prediction. ML_API_URL and ML_API_KEY
# come from the environment. Tries for two minutes; the last failure is printed.
set -euo pipefail
: "${ML_API_URL:?ML_API_URL is required, for example https://ml.example.com}"
: "${ML_API_KEY:?ML_API_KEY is required: a key with role PREDICT}"
symbol=${SMOKE_SYMBOL:-EURUSD}
body=$(mktemp)
trap 'rm -f "$body"' EXIT

try() {
  local code
  code=$(curl -sS -o "$body" -w '%{http_code}' --max-time 5 "$ML_API_URL/health") || return 1
  [[ $code == 200 ]] || { echo "health answered $code"; return 1; }
  code=$(curl -sS -o "$body" -w '%{http_code}' --max-time 5 -X POST "$ML_API_URL/predict" \
    -H "X-API-Key: $ML_API_KEY" -H 'Content-Type: application/json' \
    -d "{\"symbol\":\"$symbol\"}") || return 1
  [[ $code == 200 ]] || { echo "predict answered $code: $(head -c 400 "$body")"; return 1; }
  grep -q '"prediction_id"' "$body" || { echo "the answer has no prediction_id"; return 1; }
}

for _ in $(seq 1 24); do
  if message=$(try); then
    echo "smoke test passed: health and one prediction for $symbol"
    exit 0
  fi
  sleep 5
done
echo "smoke test failed: ${message:-no answer}" >&2
exit 1
