package dev.perdure.cli;

import dev.perdure.api.Env;
import dev.perdure.api.Http;
import dev.perdure.engine.EffectRunner;
import dev.perdure.java.run.HostEffect;
import dev.perdure.node.GrantedHttp;
import dev.perdure.node.HttpClientEffect;
import dev.perdure.node.ShownEnv;
import dev.perdure.value.Problem;
import dev.perdure.wat.border.CamelCase;
import dev.perdure.wat.start.Grants;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// What a program of wat may do beside its streams, its clock and random numbers.
final class GrantOptions {
  @Option(
      names = "--allow-read",
      paramLabel = "PATH",
      description = "The program may read files at or below PATH.")
  List<String> reading = new ArrayList<>();

  @Option(
      names = "--allow-write",
      paramLabel = "PATH",
      description = "It may write files at or below PATH, which does not include reading.")
  List<String> writing = new ArrayList<>();

  @Option(
      names = "--allow-env",
      paramLabel = "NAME",
      description = "It may read the environment variable, through :perdure::Env.")
  List<String> variables = new ArrayList<>();

  @Option(
      names = "--allow-net",
      paramLabel = "HOST[:PORT]",
      description = "It may send requests to the host, through :perdure::Http.")
  List<String> hosts = new ArrayList<>();

  @Option(
      names = "--allow-effect",
      paramLabel = "NAME=CLASS",
      description =
          "The class performs the effects of the interface, such as acme.Mailer; it has a"
              + " constructor without parameters.")
  Map<String, String> bound = new LinkedHashMap<>();

  @Option(
      names = "--classpath",
      paramLabel = "JARS",
      description = "Where the classes of --allow-effect are, separated as in a class path.")
  String classpath = "";

  GrantOptions() {}

  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE` of a path that leads nowhere,
  ///   `BIND_FAILED` of a class that is no implementation
  Granted granted(Terminal terminal) {
    return new Granted(files(terminal), effects(terminal));
  }

  private Map<String, EffectRunner> effects(Terminal terminal) {
    var effects = new HashMap<String, EffectRunner>();
    if (!variables.isEmpty()) {
      var shown = new ShownEnv(terminal.environment(), Set.copyOf(variables));
      effects.put(Env.class.getName(), HostEffect.of(Env.class, shown));
    }
    if (!hosts.isEmpty()) {
      var http = new GrantedHttp(new HttpClientEffect(HttpClient.newHttpClient()), lowerCase());
      effects.put(Http.class.getName(), HostEffect.of(Http.class, http));
    }
    if (!bound.isEmpty()) {
      var implementations = new Implementations(terminal, classpath);
      bound.forEach((path, implementation) -> {
        var type = CamelCase.className(path.startsWith(":") ? path.substring(1) : path);
        effects.put(type, implementations.of(type, implementation));
      });
    }
    return effects;
  }

  private Set<String> lowerCase() {
    return hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private Grants files(Terminal terminal) {
    try {
      return Grants.of(terminal.directory(), reading, writing);
    } catch (IOException | InvalidPathException e) {
      throw Problem.of(
              CliCode.FILE_UNUSABLE,
              "a path of --allow-read or --allow-write leads nowhere: " + e.getMessage(),
              "Name a file or a folder; links in its path must lead to one")
          .exception(e);
    }
  }
}
