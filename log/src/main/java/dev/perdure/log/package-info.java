/// The append-only event log: records, segments, group commit, recovery, cursors, compaction;
/// payloads that are sealed.
@org.jspecify.annotations.NullMarked
package dev.perdure.log;
