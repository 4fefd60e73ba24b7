#!/usr/bin/env bash
# Runs Perdure in a kit of peer benchmarks: `bench/peers/run.sh KIT [CLIENTS...]` (64 and 512 clients if left out).
# KIT is the kit's folder: its env.sh and common/Bench.java give phases (DUR, WARM, QUICK=1) and the format of the lines.
set -eu
[ -f "${1:-}/common/Bench.java" ] || { sed -n '2,3p' "$0" >&2; exit 2; }
kit=$(cd "$1" && pwd)
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/.mvn/find-jdk.sh"
export JAVA25_HOME="$JAVA_HOME"
. "$kit/env.sh"
(cd "$root" && ./mvnw -q -B -pl bench -am -Dmaven.test.skip=true package >&2)
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -1)
folder=$(mktemp -d "$PEERS_HOME/perdure.XXXXXX")
trap 'rm -rf "$folder"' EXIT
classpath="$folder:$root/bench/target/*:$root/bench/target/lib/*"
"$JAVAC" -nowarn -d "$folder" -cp "$classpath" "$kit/common/Bench.java" "$root/bench/peers/Drive.java"
[ $# -gt 0 ] || set -- 64 512
for clients in "$@"; do
  "$JAVA" -Xmx1g -cp "$classpath" Drive "$folder/data-$clients" "perdure-$version" "$clients" | collect
done
