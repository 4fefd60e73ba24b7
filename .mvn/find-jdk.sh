# Sourced by ./mvnw and ./perdure: sets JAVA_HOME to a JDK of the feature release Perdure is built for, or
# says what to install. Looks at JAVA_HOME, the java on the PATH, and the folders where systems keep JDKs.
PERDURE_JDK=25

is_jdk() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] \
    && grep -q "^JAVA_VERSION=\"$PERDURE_JDK[.\"]" "$1/release"
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then
    return 0
  fi
  if command -v javac >/dev/null 2>&1; then
    on_path=$(readlink -f "$(command -v javac)")
    on_path=${on_path%/bin/javac}
    if is_jdk "$on_path"; then
      JAVA_HOME=$on_path
      return 0
    fi
  fi
  for jdk in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_jdk "$jdk"; then
      JAVA_HOME=$jdk
      return 0
    fi
  done
  return 1
}

if find_jdk; then
  export JAVA_HOME
else
  cat >&2 <<MESSAGE
NO_JDK: Perdure needs a JDK $PERDURE_JDK and found none (JAVA_HOME is "${JAVA_HOME:-}").
Install one, for example with \`apt-get install temurin-$PERDURE_JDK-jdk\` or \`openjdk-$PERDURE_JDK-jdk\`,
or set JAVA_HOME to where it is. It may stand beside another default java.
MESSAGE
  exit 1
fi
