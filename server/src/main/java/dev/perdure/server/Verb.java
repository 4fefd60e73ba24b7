package dev.perdure.server;

/// What is done at a path.
enum Verb {
  GET,
  POST,
  DELETE
}
