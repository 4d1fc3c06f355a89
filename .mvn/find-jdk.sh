# Finds a JDK that is new enough; for the scripts that start Java, which read this file.

needed=21 # the oldest JDK that will do

# Sets version to the feature release of the JDK in a folder, or to 0.
jdk_version() { # HOME
  version=0
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  local line
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=\"}
        version=${line%%[!0-9]*}
        version=${version:-0}
        return 0
        ;;
    esac
  done <"$1/release"
}

# Prints the folder of a JDK that is new enough: the one that the user chose, else the newest.
find_jdk() {
  local folder java best='' best_version=0 version
  java=$(command -v java 2>/dev/null || true)
  while [ -L "$java" ]; do
    folder=$(readlink "$java")
    case $folder in
      /*) java=$folder ;;
      *) java=${java%/*}/$folder ;;
    esac
  done
  for folder in "${JAVA_HOME:-}" "${java%/bin/java}"; do
    [ -n "$folder" ] || continue
    jdk_version "$folder"
    if [ "$version" -ge "$needed" ]; then
      printf '%s\n' "$folder"
      return 0
    fi
  done
  while IFS= read -r folder; do
    jdk_version "$folder"
    if [ "$version" -ge "$needed" ] && [ "$version" -gt "$best_version" ]; then
      best=$folder best_version=$version
    fi
  done < <(
    for folder in \
      /usr/lib/jvm/* /usr/java/* /usr/local/java/* /opt/java/* /opt/*jdk* /opt/jdks/* \
      "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
      "$HOME"/.jdks/* "$HOME"/.jabba/jdk/* "$HOME"/.gradle/jdks/* "$HOME"/.asdf/installs/java/* \
      "$HOME"/.local/share/mise/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      {/opt/homebrew,/usr/local,/home/linuxbrew/.linuxbrew}/opt/openjdk*/libexec{,/openjdk.jdk/Contents/Home}; do
      printf '%s\n' "$folder"
    done
    if [ -r "$HOME/.m2/toolchains.xml" ]; then
      sed -n 's:.*<jdkHome>[[:space:]]*\(.*[^[:space:]]\)[[:space:]]*</jdkHome>.*:\1:p' \
        "$HOME/.m2/toolchains.xml"
    fi
    if [ -x /usr/libexec/java_home ]; then
      /usr/libexec/java_home -v "$needed+" 2>/dev/null || true
    fi
  )
  [ -n "$best" ] && printf '%s\n' "$best"
}
