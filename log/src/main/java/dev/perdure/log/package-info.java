/// The append-only event log: records, segments, group commit, recovery, cursors, compaction;
/// payloads that are sealed, and large values that stand beside the records.
@org.jspecify.annotations.NullMarked
package dev.perdure.log;
