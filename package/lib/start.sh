# shellcheck shell=sh
# How Java is started: the script of the tree, that of the package and archive.sh read this file.

# Sets java, or ends and says what is wanted.
find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  elif command -v java >/dev/null 2>&1; then
    java=java
  else
    echo "sectorwatch: no Java found: install $1, or set JAVA_HOME" >&2
    exit 2
  fi
}

# Options with which the newest versions of Java do not warn of what Kafka's libraries do, and which older ones do not know.
newest_java() {
  of=$(command -v "$java") && of=$(readlink -f "$of") || return 0
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "${of%/bin/java}/release" 2>/dev/null) || return 0
  if [ "${version:-17}" -ge 24 ]; then
    echo "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
  fi
}

# The class path of launcher.jar and of the libraries in a folder, always in the same order: of archived classes the JVM takes
# none when it is another one.
class_path() {
  (
    LC_ALL=C
    printf %s "$1"
    for library in "$2"/*.jar; do
      [ "$library" = "$1" ] || printf ':%s' "$library"
    done
  )
}

# Becomes Java: launcher.jar, the folder of the libraries, the one that has rules/, the one where data is kept unless somebody
# says otherwise, and then the command.
start_java() {
  classpath=$(class_path "$1" "$2")
  beside=${1%/*} rules=$3/rules home=$4
  shift 4

  # The kit that tests rules brings Kafka's test driver, which nothing else needs.
  case " $* " in
    *" rules test "*) classpath="$classpath:$beside/scenarios/*" ;;
  esac

  # Java cannot ask a terminal for its width.
  terminal=
  if [ -t 1 ] || [ -t 2 ]; then
    width=$(stty size 2>/dev/null </dev/tty | cut -d ' ' -f 2) || width=
    case $width in '' | 0) width=80 ;; esac
    if [ -t 1 ]; then terminal="-Dsectorwatch.out.columns=$width"; fi
    if [ -t 2 ]; then terminal="$terminal -Dsectorwatch.err.columns=$width"; fi
  fi

  # Nor can it tell whether somebody sits there to be asked, once standard output goes into a file.
  if [ -t 0 ] && [ -t 2 ]; then terminal="$terminal -Dsectorwatch.in.terminal=true"; fi

  # What ends soon is compiled fast and not well. What reads millions of events is compiled well, but only where it pays:
  # left alone, the JVM spends a third of all work on compiling.
  case ${1:-} in
    process | replay) compiling="-XX:CompileThresholdScaling=4 -XX:MaxInlineLevel=7 -XX:FreqInlineSize=100" ;;
    *) compiling=-XX:TieredStopAtLevel=1 ;;
  esac

  # One small heap holds the embedded broker and the topology, and what somebody runs for long has room to grow.
  case ${1:-} in
    run) heap=-Xmx512m ;;
    *) heap=-Xmx256m ;;
  esac

  # What is advised is advised as it was typed here; found by its name alone, a script knows its whole path.
  typed=$0
  if [ "$typed" = "$(command -v sectorwatch 2>/dev/null)" ]; then typed=sectorwatch; fi
  case $typed in *[!A-Za-z0-9_./~+-]*) typed="'$typed'" ;; esac

  # Classes that client settings name, such as those of a login, may come from elsewhere.
  set -- "-Dsectorwatch.home=$home" "-Dsectorwatch.rules=$rules" "-Dsectorwatch.command=$typed" \
    -cp "$classpath${SECTORWATCH_CLASSPATH:+:$SECTORWATCH_CLASSPATH}" io.sectorwatch.launcher.Sectorwatch "$@"
  if [ -f "$beside/classes.jsa" ]; then
    set -- "-XX:SharedArchiveFile=$beside/classes.jsa" -Xshare:auto -Xlog:disable "$@"
  fi

  # SECTORWATCH_OPTS overrides what stands before it.
  # shellcheck disable=SC2046,SC2086
  exec "$java" $(newest_java) -XX:+UseSerialGC $compiling $heap ${SECTORWATCH_OPTS:-} $terminal "$@"
}
