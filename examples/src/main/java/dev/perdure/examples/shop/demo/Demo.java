package dev.perdure.examples.shop.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// A tour of Perdure in under a minute: the shop on a real database and a real service, through
/// three versions and a crash. Every figure is computed from the log and checked against what the
/// servers counted.
///
/// `Demo --seed N --data DIR`; the exit code is 0 only if every check held.
public final class Demo {
  private static final List<Chapter> CHAPTERS =
      List.of(
          new ServeVersion1(),
          new ShadowVersion2(),
          new FivePercent(),
          new PromoteVersion3(),
          new ReplayFailure(),
          new KillNode());

  private Demo() {}

  /// @param arguments see [Options#parse]
  public static void main(String[] arguments) throws IOException {
    System.exit(run(System.out, arguments));
  }

  /// Plays the demo.
  ///
  /// @return the exit code: 0 if every check held, 1 if one did not, 2 if the arguments are wrong
  public static int run(PrintStream out, String... arguments) throws IOException {
    Options options;
    try {
      options = Options.parse(arguments);
      DataDirectory.check(options.data());
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      return 2;
    }
    var story = new Story(out);
    long began = System.nanoTime();
    try {
      play(options, story);
    } catch (IOException | RuntimeException broken) {
      story.check(false, "the demo broke off: %s", broken);
    }
    return end(options, story, (System.nanoTime() - began) / 1_000_000_000.0);
  }

  /// Plays all chapters.
  ///
  /// @return what the log says in the end
  static Figures play(Options options, Story story) throws IOException {
    var scenario = Scenario.of(options.seed(), options.requests());
    var data = DataDirectory.fresh(options.data(), scenario);
    try (var http = ServiceClient.http();
        var servers = Servers.start(options, data, http);
        var shop = new Shopfront(data, servers)) {
      var clients = new Clients(shop, options.clients());
      story.chapter("Perdure demo");
      story.say(
          "seed %d, %,d requests, %d clients; data in %s",
          options.seed(), options.requests(), options.clients(), options.data());
      story.say("OS processes: the node %d, %s", shop.pid(), servers.pids());
      var stage = new Stage(scenario, data, servers, shop, clients, story);
      for (var chapter : CHAPTERS) {
        story.chapter(chapter.title());
        chapter.play(stage);
      }
      return shop.figures();
    }
  }

  private static int end(Options options, Story story, double seconds) {
    story.chapter(String.format(Locale.ROOT, "%.0f seconds", seconds));
    story.say("The data stays in %s", options.data());
    if (story.broken().isEmpty()) {
      story.say("All checks hold.");
      return 0;
    }
    story.say("These checks do not hold:");
    story.broken().forEach(line -> story.say("  %s", line));
    return 1;
  }
}
