package dev.perdure.engine;

/// Names one call from outside, so that its reply finds the way back. Lives as long as the caller
/// waits.
public record RequestId(long number) {}
