package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import java.util.ArrayList;
import java.util.List;

/// Gives each document to a task of its own, which can be looked at, and fail, by itself.
public final class Batch {
  private final Printer printer;
  private final Tasks tasks;

  public Batch(Printer printer, Tasks tasks) {
    this.printer = printer;
    this.tasks = tasks;
  }

  /// Where documents come out.
  @Effect
  public interface Printer {
    /// Prints a document and returns how many pages it has.
    int print(String document);
  }

  @Routed
  public int printAll(List<String> documents) {
    var children = new ArrayList<Task<Integer>>();
    for (var document : documents) {
      children.add(tasks.start("printOne", document));
    }
    int pages = 0;
    for (var child : children) {
      pages += child.await();
    }
    return pages;
  }

  @Routed
  public int printOne(String document) {
    return printer.print(document);
  }
}
