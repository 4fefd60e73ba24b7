package dev.perdure.log;

/// What salvaging did.
///
/// @param before what was found first
/// @param kept the log now ends here: records from this offset on are gone from it
/// @param asideFolder where in the directory the damaged segments are now; empty if nothing was
///   damaged and nothing was done
public record SalvageReport(VerifyReport before, Offset kept, String asideFolder) {}
