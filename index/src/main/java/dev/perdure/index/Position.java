package dev.perdure.index;

/// How far an index has come.
///
/// @param log the identity of the log it is made from
/// @param nextOffset the first event that is not in it
/// @param fingerprint of the event before that one; empty if there is none
/// @param appliedMillis when it came so far, in milliseconds since 1970
public record Position(long log, long nextOffset, String fingerprint, long appliedMillis) {}
