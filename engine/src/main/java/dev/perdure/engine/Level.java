package dev.perdure.engine;

/// How much a log line matters, least first.
public enum Level {
  DEBUG,
  INFO,
  WARN,
  ERROR
}
