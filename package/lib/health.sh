#!/usr/bin/env bash
# Whether what runs in this container answers: where it says metrics there, else where it serves its page.
set -euo pipefail

if [ -n "${SECTORWATCH_METRICS:-}" ]; then
  port=${SECTORWATCH_METRICS##*:} path=/metrics
else
  port=${SECTORWATCH_HTTP_PORT:-8080} path=/health/ready
fi
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$path" >&3
read -r _ status _ <&3
echo "$path of port $port: $status"
[ "$status" = 200 ]
