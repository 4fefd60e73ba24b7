#!/bin/sh
# Runs one benchmark: `bench/run.sh s1 [SECONDS]` (durable steps beside the bare log), `bench/run.sh s2 [SECONDS]` (an empty task), `bench/run.sh s3` (replay),
# `bench/run.sh s4 [JMH OPTIONS]` (a routed call beside a direct one), `bench/run.sh s5 [SECONDS ROUNDS TASKS_A_SECOND REST_MILLIS [CANDIDATE...]]` (shadows),
# `bench/run.sh s6 [EVENTS]` (recovery), `bench/run.sh s7 [SECONDS TASKS...]` (tasks that wait, in a heap of 1 GiB or `S7_HEAP=-Xmx8g`),
# `bench/run.sh checkpoints [EFFECTS]` (the next effect of a task in wat after a restart, with checkpoints and without),
# `bench/run.sh s12` (what pure wat computes),
# `bench/run.sh s13 [ROUNDS] [EDITS]` (starting a program of wat, checking a large one, and checking it after an edit),
# `bench/run.sh s15 [SECONDS CONNECTIONS]` (requests over HTTP, by `wrk`),
# `bench/run.sh compact [EVENTS]` (forgetting tasks and compacting the log),
# `bench/run.sh seal [SECONDS CLIENTS,…]` (tasks whose data is encrypted), `bench/run.sh seal-record [JMH OPTIONS]` (one record),
# `bench/run.sh fuzz [SECONDS]` (the reader and the checker of wat against texts that coverage guides: no benchmark, but as long),
# `bench/run.sh index [TASKS]` (making the index, pages of it), `bench/run.sh index-cost [SECONDS CLIENTS]` (what it costs tasks).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/.mvn/find-jdk.sh"
profile=
[ "${1:-}" != fuzz ] || profile=-Pfuzz
(cd "$root" && ./mvnw -q -B -pl bench -am $profile -Dmaven.test.skip=true package >&2)
java() { "$JAVA_HOME/bin/java" ${BENCH_FLAGS:-} --enable-native-access=ALL-UNNAMED -cp "$root/bench/target/*:$root/bench/target/lib/*" "$@"; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/perdure-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
case ${1:-} in
  s1) java dev.perdure.bench.DurableSteps "$folder" "${2:-10}" "${2:-10}" ;;
  s2) java dev.perdure.bench.EmptyTask "$folder" "${2:-1}" ;;
  s3)
    java dev.perdure.bench.ReplayRate "$folder"
    java dev.perdure.bench.WatReplay "$folder"
    ;;
  s12) java -Xmx3g -Xms3g dev.perdure.bench.WatCompute ;;
  s4)
    shift
    java org.openjdk.jmh.Main dev.perdure.bench.RoutedCall "$@"
    ;;
  s5)
    shift
    [ $# -gt 0 ] || set -- 4 14 900 1
    [ $# -gt 3 ] || { sed -n "2,10p" "$0" >&2; exit 2; }
    java dev.perdure.bench.ShadowCost "$folder" "$@"
    ;;
  s6)
    for events in ${2:-10000 100000 1000000}; do
      java dev.perdure.bench.RecoveryTime "$folder/$events" make "$events"
      for round in 1 2 3; do java dev.perdure.bench.RecoveryTime "$folder/$events" open "with_snapshot_$events"; done
      for round in 1 2 3; do
        rm "$folder/$events/snapshot"
        java dev.perdure.bench.RecoveryTime "$folder/$events" open "without_$events"
        touch "$folder/$events/snapshot"
      done
    done
    ;;
  checkpoints)
    for effects in ${2:-1000 100000 1000000}; do
      for every in 1000 1000000000; do
        java dev.perdure.bench.CheckpointTime make "$folder/$effects.$every" "$effects" "$every"
        java dev.perdure.bench.CheckpointTime open "$folder/$effects.$every" "every_${every}_of_$effects"
      done
    done
    ;;
  s7)
    shift
    [ $# -gt 0 ] || set -- 60 10000 100000 1000000
    java ${S7_HEAP:--Xmx1g} dev.perdure.bench.WaitingTasks "$folder" "$@"
    ;;
  seal) java dev.perdure.bench.SealCost "$folder" "${2:-2}" "${3:-1,64,512}" ;;
  seal-record)
    shift
    java org.openjdk.jmh.Main dev.perdure.bench.SealedRecord "$@"
    ;;
  compact)
    for events in ${2:-100000 1000000 10000000}; do
      java dev.perdure.bench.RecoveryTime "$folder/$events" make "$events"
      java dev.perdure.bench.CompactionTime "$folder/$events" "$events"
      rm -r "${folder:?}/$events"
    done
    ;;
  s13)
    "$root/perdure" run "$root/cli/training.wat" >/dev/null
    java dev.perdure.bench.StartTime "$folder" "$root/perdure" "${2:-21}"
    java -Xmx3g -Xms3g dev.perdure.bench.CheckAgain "${3:-400}"
    ;;
  fuzz)
    java dev.perdure.bench.WatFuzz "$folder" "$root/wat/src/test/resources/rules"
    cd "$folder"
    found=$root/bench/target/fuzz/
    mkdir -p "$found"
    {
      java -Xmx1500m com.code_intelligence.jazzer.Jazzer --target_class=dev.perdure.bench.WatFuzz \
        '--instrumentation_includes=dev.perdure.wat.**' corpus -dict=words "-max_total_time=${2:-3600}" -timeout=60 -max_len=2000 \
        -rss_limit_mb=5000 "-artifact_prefix=$found" 2>&1 || failed=$?
      echo "${failed:-0}" >status
    } | grep -v '^INFO: Instrumented'
    [ "$(cat status)" = 0 ] || { echo "what it found is in $found" >&2; exit 1; }
    ;;
  s15)
    command -v wrk >/dev/null || { echo "wrk is missing: install the package of that name" >&2; exit 1; }
    java dev.perdure.bench.HttpRequests "$folder" "${2:-4}" "${3:-256}"
    ;;
  index) java dev.perdure.bench.IndexRate "$folder" "${2:-1000000}" ;;
  index-cost) java dev.perdure.bench.IndexCost "$folder" "${2:-2}" "${3:-64}" ;;
  *)
    sed -n "2,10p" "$0" >&2
    exit 2
    ;;
esac
