#!/bin/sh
# Keeps the classes of a whole demonstration as the JVM has them in memory, beside launcher.jar: every start is quicker by a
# second.
#   archive.sh LAUNCHER-JAR FOLDER-OF-LIBRARIES
set -eu

# shellcheck source=package/lib/start.sh
. "$(dirname "$0")/start.sh"
find_java "a Java runtime 17 or newer"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Without the environment, where options may stand: it must not reach a server of the user's. Where the port is taken there is
# no archive, and starts are as slow as without.
env -i PATH="$PATH" "$java" "-XX:ArchiveClassesAtExit=${1%/*}/classes.jsa" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Xlog:disable -cp "$(class_path "$1" "$2")" io.sectorwatch.launcher.Sectorwatch \
  demo --exit --port 19753 --data "$work/data" >/dev/null 2>&1 || true
