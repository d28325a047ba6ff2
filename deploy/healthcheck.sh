#!/usr/bin/env bash
# Healthy when GET /health answers 200. No curl in the image: bash speaks enough HTTP.
set -euo pipefail
case "$(<"$(dirname "${BASH_SOURCE[0]}")/service")" in
  ml-api) port=${PORT:-8080} ;;
  ml-trainer) port=${TRAINING_PORT:-${PORT:-8081}} ;;
  ml-inference) port=${INFERENCE_PORT:-${PORT:-8082}} ;;
esac
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /health HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 2 _ code _ <&3
[[ $code == 200 ]]
