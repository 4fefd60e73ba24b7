package dev.perdure.engine;

/// Names one call from outside, so that its reply finds the way back. The engine only hands it on;
/// the shell knows what it is.
public interface Request {}
