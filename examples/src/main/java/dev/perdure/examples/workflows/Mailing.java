package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Task;
import dev.perdure.api.Tasks;
import java.util.ArrayList;
import java.util.List;

/// Writes to many, through a service that takes a few letters a minute.
public final class Mailing {
  private final Tasks tasks;
  private final Post post;

  public Mailing(Tasks tasks, Post post) {
    this.tasks = tasks;
    this.post = post;
  }

  /// A service that takes a few letters a minute.
  @Effect
  public interface Post {
    /// Sends a letter.
    void send(String customer);
  }

  @Routed
  public int writeToAll(List<String> customers) {
    var letters = new ArrayList<Task<Object>>();
    for (var customer : customers) {
      letters.add(tasks.start("writeTo", customer));
    }
    letters.forEach(Task::await);
    return letters.size();
  }

  @Routed
  public void writeTo(String customer) {
    post.send(customer);
  }
}
