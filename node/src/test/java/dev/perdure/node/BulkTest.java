package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Change;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.index.Status;
import dev.perdure.index.TaskFilter;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BulkTest {
  private static final Change WHY = new Change("ada", "too many");
  private static final int TASKS = 450;

  @TempDir Path directory;

  /// A node on which tasks stand still.
  private Perdure still() {
    var perdure = Perdure.open(NodeConfig.in(directory).withIndex().withoutRunningTasks());
    perdure.deploy("v1", Flows.class);
    return perdure;
  }

  private static List<TaskId> start(Node node, int count) {
    var tasks = new ArrayList<TaskId>();
    for (int i = 0; i < count; i++) {
      tasks.add(
          node.start(
              new FunctionName("given"), Payload.of(Vec.of(new Str("x"))), StartOptions.NONE));
    }
    return tasks;
  }

  private static Bulk bulk(Bulk.Verb verb, Set<Status> statuses) {
    var filter = new TaskFilter(statuses, "given", null, null, TaskFilter.Period.ANY, null);
    return new Bulk(verb, filter, Bulk.PER_SECOND_MAX, WHY);
  }

  @Test
  void allTasksThatMatchAreChangedOnceAndAgainIsHarmless() {
    try (var perdure = still()) {
      var node = perdure.node();
      var tasks = start(node, TASKS);
      var done = new ArrayList<TaskId>();
      assertThat(bulk(Bulk.Verb.PAUSE, Set.of()).run(node, () -> true, r -> done.add(r.task())))
          .isTrue();
      assertThat(done).containsExactlyElementsOf(tasks.reversed());
      long end = node.log().durable().value();
      var again = new ArrayList<Bulk.Result>();
      bulk(Bulk.Verb.PAUSE, Set.of(Status.PAUSED)).run(node, () -> true, again::add);
      assertThat(again).hasSize(TASKS).allMatch(r -> r instanceof Bulk.Result.Done);
      assertThat(node.log().durable().value()).isEqualTo(end);
    }
  }

  @Test
  void whatIsBrokenOffSaysHowFarItCame() {
    try (var perdure = still()) {
      var node = perdure.node();
      start(node, TASKS);
      var told = new AtomicInteger();
      assertThat(
              bulk(Bulk.Verb.CANCEL, Set.of())
                  .run(node, () -> told.get() < 250, r -> told.incrementAndGet()))
          .isFalse();
      assertThat(told).hasValue(250);
      long asked =
          node.read(state ->
              state.tasks().values().stream()
                  .filter(t -> t.cancellations().cancelled(Branch.ROOT))
                  .count());
      assertThat(asked).isEqualTo(250);
    }
  }

  @Test
  void aLookTellsTheSameTasksAndChangesNothing() {
    try (var perdure = still()) {
      var node = perdure.node();
      var tasks = start(node, TASKS);
      long end = node.log().durable().value();
      var seen = new ArrayList<TaskId>();
      bulk(Bulk.Verb.CANCEL, Set.of()).preview(node, seen::add);
      assertThat(seen).containsExactlyElementsOf(tasks.reversed());
      assertThat(node.log().durable().value()).isEqualTo(end);
    }
  }

  @Test
  void aTaskThatHasEndedIsToldAsEnded() {
    try (var perdure = Perdure.open(NodeConfig.in(directory).withIndex())) {
      perdure.deploy("v1", Flows.class);
      var node = perdure.node();
      start(node, 1).forEach(node::await);
      var results = new ArrayList<Bulk.Result>();
      bulk(Bulk.Verb.CANCEL, Set.of(Status.DONE)).run(node, () -> true, results::add);
      assertThat(results).singleElement().isInstanceOf(Bulk.Result.Ended.class);
    }
  }

  @Test
  void withoutAnIndexNobodyKnowsWhichTasksAreMeant() {
    try (var perdure = Perdure.inMemory()) {
      assertThatThrownBy(
              () -> bulk(Bulk.Verb.CANCEL, Set.of()).run(perdure.node(), () -> true, r -> {}))
          .hasMessageContaining("INDEX_MISSING");
    }
  }
}
