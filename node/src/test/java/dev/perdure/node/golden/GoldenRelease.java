package dev.perdure.node.golden;

import dev.perdure.engine.Change;
import dev.perdure.engine.Debounce;
import dev.perdure.engine.Event;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.OwnerId;
import dev.perdure.engine.Policy;
import dev.perdure.engine.QueueLimit;
import dev.perdure.engine.ScheduleName;
import dev.perdure.engine.ShadowCount;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.node.MemoryLimits;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.node.ShadowLimits;
import dev.perdure.node.fickle.Fickle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/// Lives of an engine in which all happens that can: the data directory of a release.
final class GoldenRelease {
  private static final Change ADA = new Change("ada", "for later releases");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path directory;
  private Perdure perdure;

  private GoldenRelease(Path directory) {
    this.directory = directory;
    this.perdure = open(ShadowLimits.defaults().onBusyMachine());
  }

  /// Makes one. What its tasks wait for stays open: a later release goes on with it.
  static void write(Path directory) {
    var release = new GoldenRelease(directory);
    try {
      release.firstLife();
    } finally {
      release.perdure.close();
    }
    release.perdure = release.open(new ShadowLimits(1, 50, 1 << 26, 60_000));
    try {
      release.secondLife();
    } finally {
      release.perdure.close();
    }
  }

  private Perdure open(ShadowLimits shadows) {
    var opened =
        Perdure.open(
            NodeConfig.in(directory)
                .withMemory(new MemoryLimits(Duration.ZERO, 0, 1))
                .withTrusted(List.of("dev.perdure.node.fickle"))
                .withShadowLimits(shadows));
    var tries = new AtomicInteger();
    opened
        .effects()
        .bind(
            Everything.World.class,
            order -> {
              if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException("not now");
              }
              return "paid " + order.id();
            });
    return opened;
  }

  private void firstLife() {
    perdure.deploy("v1", Everything.class);
    perdure.deploy("v2", Everything.Next.class);
    forgotten();
    perdure.shadow("price", "v1", "v2");
    perdure.call("order", "o-1", String.class);
    awaitEvent(Event.Shadowed.class);
    perdure.percent("price", "v1", "v2", 50);
    perdure.call("order", "o-2", String.class);
    perdure.call("race", List.of(), String.class, StartOptions.NONE.withKey("the-race"));
    outcomes();
    control();
    queues();
    imported();
  }

  private void outcomes() {
    perdure.node().await(start("fails"));
    var parent = start("parent");
    await(parent, Event.Suspended.class);
    perdure.send(child(parent), "word", "heard", "once");
    perdure.node().await(parent);
    var attributes = StartOptions.NONE.withAttributes(Map.of("tenant", "acme"));
    perdure.start("word", List.of(), attributes.withDeadlineMillis(4_102_444_800_000L));
  }

  private TaskId child(TaskId parent) {
    var found = new TaskId[1];
    await(() -> {
      found[0] =
          perdure
              .node()
              .<TaskId>read(state ->
                  state.tasks().values().stream()
                      .filter(t -> parent.equals(t.start().parent()))
                      .map(t -> t.start().task())
                      .findFirst()
                      .orElse(null));
      return found[0] != null;
    });
    return found[0];
  }

  private void control() {
    var cancelled = start("word");
    perdure.node().cancel(cancelled, ADA);
    perdure.node().await(cancelled);
    var switched = start("word");
    perdure.node().switchTask(switched, new FunctionName("word"), new Version("v2"), ADA);
    var migrated = start("word");
    await(migrated, Event.Suspended.class);
    perdure.migrate(migrated, "v2");
    perdure.start("deep", List.of(10_000_000), StartOptions.NONE);
    awaitEvent(Event.Crashed.class);
    perdure.deploy("fickle", Fickle.class);
    var fickle = start("fickle");
    await(fickle, Event.Asked.class);
    perdure.node().pause(fickle, ADA);
    perdure.node().resume(fickle, ADA);
    awaitEvent(Event.Diverged.class);
    perdure.deploy("gone", Everything.Next.class);
    perdure.node().remove(new Version("gone"), ADA);
    perdure.route(
        "race",
        new Policy.Attribute("tenant", Map.of("acme", new Version("v1")), new Version("v1")));
  }

  /// Of the tasks so far those that have ended are forgotten.
  private void forgotten() {
    price(1);
    perdure.node().compact(Duration.ZERO, ADA);
  }

  private void queues() {
    perdure.limit(new QueueLimit(new FunctionName("sleep"), 1, 0, 0, false));
    perdure.start("sleep", List.of(Duration.ofMillis(1)), StartOptions.NONE);
    perdure.start("sleep", List.of(Duration.ofDays(36_500)), StartOptions.NONE);
    perdure.start("sleep", List.of(Duration.ofDays(36_500)), StartOptions.NONE);
    var burst = StartOptions.NONE.withDebounce(Debounce.of("burst", Duration.ofDays(36_500)));
    perdure.start("sleep", List.of(Duration.ofDays(1)), burst);
    perdure.start("sleep", List.of(Duration.ofDays(36_500)), burst);
    perdure.schedule("hourly", "0 * * * *", "Europe/Berlin", "race", List.of());
    perdure.unschedule("hourly");
    perdure.schedule("often", Duration.ofSeconds(1), "sleep", List.of(Duration.ofDays(36_500)));
    awaitEvent(Event.Fired.class);
    awaitEvent(Event.Skipped.class);
    perdure.node().pauseSchedule(new ScheduleName("often"), true, ADA);
  }

  private void imported() {
    try (var elsewhere = Perdure.inMemory()) {
      elsewhere.deploy("theirs", Everything.class);
      elsewhere.call("race", List.of(), String.class, StartOptions.NONE);
      var task = elsewhere.node().<TaskId>read(state -> state.ended().keySet().iterator().next());
      perdure.node().importTask(elsewhere.node().exportTask(task), ADA);
    }
  }

  /// A candidate is stopped, and then left alone for some time.
  private void secondLife() {
    perdure.shadow("price", "v1", "v2");
    price(Everything.UNLUCKY);
    perdure.node().awaitShadows(PATIENCE);
    price(5);
    var compared =
        new ShadowCount.Key(new FunctionName("price"), new Version("v1"), new Version("v2"));
    await(() -> perdure.node().read(state -> state.shadows().get(compared).dropped() > 0));
    perdure.node().accept(new OwnerId(7), ADA);
    perdure.node().fork(ADA);
  }

  private void price(long cents) {
    perdure.call("price", new Everything.Order("o", cents, List.of()), Long.class);
  }

  private TaskId start(String function) {
    return perdure.start(function, List.of(), StartOptions.NONE);
  }

  private void await(TaskId task, Class<? extends Event> event) {
    await(() -> perdure.node().history(task).stream().anyMatch(event::isInstance));
  }

  private void awaitEvent(Class<? extends Event> event) {
    await(() -> {
      try (var cursor = perdure.node().log(0)) {
        return GoldenTest.events(cursor).anyMatch(event::isInstance);
      }
    });
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).until(condition);
  }
}
