package dev.perdure.server;

import java.time.Instant;

/// A token as it is kept: what it allows, and the hash of its text.
///
/// @param name tells it apart, and stands in the log beside what was done with it
/// @param sha256 of its text, in hexadecimal; the text itself is kept by nobody
public record Token(String name, Role role, String sha256, Instant created) {}
