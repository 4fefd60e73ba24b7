package dev.perdure.server;

import dev.perdure.api.Routed;

/// Another version of one of them.
public final class LouderFlows {
  @Routed
  public String greet(String name) {
    return "HELLO " + name;
  }
}
