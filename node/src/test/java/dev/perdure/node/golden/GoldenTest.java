package dev.perdure.node.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.EngineState;
import dev.perdure.engine.Event;
import dev.perdure.engine.EventCodec;
import dev.perdure.engine.Extras;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.log.Cursor;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.value.Edn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data directories of releases, which every later one reads (R5): log, universes and snapshot, as
/// they were on the disk. The files of a release that is out never change; those of the coming one
/// are made anew, by `-Dperdure.golden.write=true`, when there is a new kind of event.
class GoldenTest {
  private static final Path GOLDEN =
      Path.of(System.getProperty("perdure.root", ".."), "node/src/test/resources/golden/release-1");
  private static final Path FILES = GOLDEN.resolve("directory.txt");
  private static final Path STATE = GOLDEN.resolve("state.edn");

  @TempDir Path temp;
  private Path directory;

  @BeforeAll
  static void writeIfAsked(@TempDir Path made) throws IOException {
    if (Boolean.getBoolean("perdure.golden.write")) {
      GoldenRelease.write(made);
      Files.createDirectories(GOLDEN);
      Files.writeString(FILES, GoldenFiles.pack(made));
      Files.writeString(STATE, Edn.pretty(folded(made).describe()) + "\n");
    }
  }

  @BeforeEach
  void unpack() throws IOException {
    directory = temp.resolve("data");
    GoldenFiles.unpack(Files.readString(FILES), directory);
  }

  /// The events from a cursor on, as this release reads them.
  static Stream<Event> events(Cursor cursor) {
    var events = new ArrayList<Event>();
    for (var record = cursor.next(); record != null; record = cursor.next()) {
      events.add(
          EventCodec.decode(
              record.kind().type(),
              record.kind().version(),
              new TaskId(record.stream().high(), record.stream().low()),
              record.decoder()));
    }
    return events.stream();
  }

  private static List<Event> events(Path directory) {
    try (var log = Log.open(directory.resolve("log"), LogSettings.defaults());
        var cursor = log.from(Offset.ZERO)) {
      return events(cursor).toList();
    }
  }

  private static EngineState folded(Path directory) {
    var state = new EngineState();
    long offset = 0;
    for (var event : events(directory)) {
      state.apply(event, offset++);
    }
    return state;
  }

  /// Kinds of events that later releases write: a log without them is read as it was.
  private static final Set<Class<?>> LATER = Set.of(Event.Checkpointed.class);

  @Test
  void theLogOfAReleaseHasEveryKindOfEvent() {
    var kinds = new HashSet<Class<?>>(LATER);
    events(directory).forEach(event -> kinds.add(event.getClass()));
    assertThat(kinds).containsAll(leaves(Event.class));
  }

  private static Set<Class<?>> leaves(Class<?> family) {
    if (!family.isInterface()) {
      return Set.of(family);
    }
    var leaves = new HashSet<Class<?>>();
    for (var member : family.getPermittedSubclasses()) {
      leaves.addAll(leaves(member));
    }
    return leaves;
  }

  @Test
  void theStateIsTheOneThatTheReleaseHad() throws IOException {
    assertThat(Edn.pretty(folded(directory).describe()) + "\n").isEqualTo(Files.readString(STATE));
  }

  @Test
  void everyHistoryReplaysOnTheUniversesOfTheRelease() {
    try (var node = Node.open(standing())) {
      var replayed = 0;
      for (var task : node.read(GoldenTest::tasks)) {
        var history = node.history(task);
        if (history.stream().anyMatch(GoldenTest::odd)) {
          continue;
        }
        var report = node.replay(task, Map.of(), Extras.none());
        assertThat(report.asRecorded()).as("%s of %s", report, history).isTrue();
        replayed++;
      }
      assertThat(replayed).isGreaterThan(10);
    }
  }

  /// What such code does depends on the machine.
  private static boolean odd(Event event) {
    return event instanceof Event.Crashed || event instanceof Event.Diverged;
  }

  private static List<TaskId> tasks(EngineState state) {
    return Stream.of(state.tasks().keySet(), state.ended().keySet(), state.imported().keySet())
        .flatMap(Set::stream)
        .toList();
  }

  @Test
  void theUniversesAreWhatWasDeployed() {
    try (var node = Node.open(standing())) {
      assertThat(node.checkUniverses()).isEmpty();
    }
  }

  @Test
  void aTaskThatWaitedInThatReleaseEndsInThisOne() {
    try (var perdure = Perdure.open(NodeConfig.in(directory))) {
      var waiting =
          perdure
              .node()
              .<TaskId>read(state ->
                  state.tasks().values().stream()
                      .filter(t -> t.start().options().attributes().containsKey("tenant"))
                      .map(t -> t.start().task())
                      .findFirst()
                      .orElseThrow());
      perdure.send(waiting, "word", "at last");
      assertThat(perdure.await(waiting, String.class)).isEqualTo("at last");
      assertThat(
              perdure.call("race", List.of(), String.class, StartOptions.NONE.withKey("the-race")))
          .as("the key of that time")
          .isEqualTo("fast");
    }
  }

  private NodeConfig standing() {
    return NodeConfig.in(directory).withoutRunningTasks();
  }
}
