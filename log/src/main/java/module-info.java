/// The append-only event log: records, segments, group commit, recovery, cursors.
module dev.perdure.log {
  requires static org.jspecify;
  requires transitive dev.perdure.value;

  exports dev.perdure.log;
  exports dev.perdure.log.aes;
  exports dev.perdure.log.fault;
}
