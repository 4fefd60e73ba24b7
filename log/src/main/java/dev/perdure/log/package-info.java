/// The append-only event log: records, segments, group commit, recovery, cursors.
@org.jspecify.annotations.NullMarked
package dev.perdure.log;
