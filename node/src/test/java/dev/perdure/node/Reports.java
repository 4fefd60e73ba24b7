package dev.perdure.node;

import dev.perdure.api.Cron;
import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import java.time.Instant;

/// Functions that are started by the calendar.
public final class Reports {
  private final Paper paper;

  /// Where reports are written.
  @Effect
  public interface Paper {
    /// Writes a line.
    void write(String line);
  }

  public Reports(Paper paper) {
    this.paper = paper;
  }

  @Routed
  @Cron(value = "30 2 * * *", zone = "Europe/Berlin", catchUp = 10)
  public void nightly(Instant due) {
    paper.write("nightly of " + due);
  }

  @Routed
  public void write(String line) {
    paper.write(line);
  }

  /// A later version, which says nothing of nights.
  public static final class Plain {
    private final Paper paper;

    public Plain(Paper paper) {
      this.paper = paper;
    }

    @Routed
    public void nightly(Instant due) {
      paper.write("by hand of " + due);
    }
  }
}
