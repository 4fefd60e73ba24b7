/// The edge: a JSON API over HTTP with roles, TLS, limits and a graceful stop.
@org.jspecify.annotations.NullMarked
package dev.perdure.server;
