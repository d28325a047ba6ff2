#!/usr/bin/env bash
# Starts a training run through the front door and follows it to its end. Exit 0: published, or refused by
# the gate (the champion stays, which is what the gate is for); 1: failed, crashed, cancelled or lost.
set -euo pipefail
: "${ML_API_URL:?ML_API_URL is required, for example https://ml.example.com}"
: "${ML_API_KEY:?ML_API_KEY is required: a key with role OPERATE}"
call() { curl -sS --fail-with-body --max-time 20 -H "X-API-Key: $ML_API_KEY" -H 'Content-Type: application/json' "$@"; }

request=$(jq -n --arg line "${LINE:-global}" --argjson force "${FORCE:-false}" '{line: $line, force_retrain: $force}')
answer=$(call -X POST "$ML_API_URL/train" -d "$request")
id=$(jq -r .training_id <<<"$answer")
echo "training $id is queued"
deadline=$((SECONDS + ${TIMEOUT_SECONDS:-13500}))
last=
while ((SECONDS < deadline)); do
  state=$(call "$ML_API_URL/training-status?training_id=$id" || true)
  line=$(jq -r '"\(.status) \(.step // "") \((.progress // 0) * 100 | floor)% \(.message // "")"' <<<"$state" 2>/dev/null || echo "no answer")
  [[ $line == "$last" ]] || echo "$line"
  last=$line
  case $(jq -r .status <<<"$state" 2>/dev/null) in
    succeeded) jq . <<<"$state"; exit 0 ;;
    rejected) jq . <<<"$state"; echo "::warning::the gate refused the new version; the champion stays"; exit 0 ;;
    failed | crashed | cancelled) jq . <<<"$state"; exit 1 ;;
  esac
  sleep 15
done
echo "training $id did not end in time" >&2
exit 1
