package dev.perdure.server;

import java.time.Duration;

/// The bounds of a server. What is over them is refused with `OVERLOADED` or `REQUEST_TOO_LARGE`,
/// and nothing was done; connections beyond theirs wait until others are closed.
///
/// @param sizes of what is read
/// @param counts of what goes on at once
/// @param times how long something may take
public record ServerLimits(Sizes sizes, Counts counts, Times times) {

  /// Bytes of the path of a socket file: systems take 104 or 108, with a zero at the end.
  static final int SOCKET_PATH_BYTES_MAX = 100;

  /// Bytes.
  ///
  /// @param headMax of a request's line and headers
  /// @param bodyMax of a JSON body
  /// @param jarMax of a universe, and of the file of a task
  /// @param bodiesMax of all JSON bodies that are held at once
  public record Sizes(int headMax, int bodyMax, int jarMax, int bodiesMax) {}

  /// How many at once.
  ///
  /// @param connectionsMax open connections
  /// @param requestsMax requests that are answered without waiting
  /// @param waitingMax calls and questions for results that wait for a task to end
  /// @param streamsMax streams of events
  /// @param deploysMax universes that are checked: each takes much memory
  /// @param replaysMax tasks that are replayed to be looked at: each takes a processor
  public record Counts(
      int connectionsMax,
      int requestsMax,
      int waitingMax,
      int streamsMax,
      int deploysMax,
      int replaysMax) {}

  /// How long.
  ///
  /// @param idle an open connection on which nothing happens; also how long a reader of events may
  ///   let them wait
  /// @param waitMax a request waits for a task to end
  /// @param heartbeat between signs of life in a stream of events
  public record Times(Duration idle, Duration waitMax, Duration heartbeat) {}

  /// Heads as other servers take them. Bodies larger than the largest value in any notation help
  /// nobody. As many connections and calls as one engine serves well; events for people and a few
  /// programs. Proxies commonly cut what takes longer than a minute.
  public static ServerLimits defaults() {
    return new ServerLimits(
        new Sizes(16 << 10, 8 << 20, 64 << 20, 256 << 20),
        new Counts(1_024, 256, 512, 64, 2, 2),
        new Times(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(10)));
  }

  /// The same with other sizes.
  public ServerLimits withSizes(Sizes newSizes) {
    return new ServerLimits(newSizes, counts, times);
  }

  /// The same with other counts.
  public ServerLimits withCounts(Counts newCounts) {
    return new ServerLimits(sizes, newCounts, times);
  }

  /// The same with other times.
  public ServerLimits withTimes(Times newTimes) {
    return new ServerLimits(sizes, counts, newTimes);
  }
}
