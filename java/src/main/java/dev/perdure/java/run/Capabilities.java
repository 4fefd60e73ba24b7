package dev.perdure.java.run;

import dev.perdure.api.Clock;
import dev.perdure.api.Ids;
import dev.perdure.api.Log;
import dev.perdure.api.Random;
import dev.perdure.engine.Effect;
import dev.perdure.engine.Level;
import dev.perdure.java.JavaCode;
import dev.perdure.value.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The capabilities of the API as a universe's code gets them.
final class Capabilities {
  private Capabilities() {}

  /// The capability of a type.
  static Object of(String type, JavaUniverse universe) {
    return switch (type) {
      case "dev.perdure.api.Clock" -> new TaskClock();
      case "dev.perdure.api.Ids" -> (Ids) Capabilities::uuid;
      case "dev.perdure.api.Log" -> new TaskLog();
      case "dev.perdure.api.Queries" -> new TaskQueries(universe);
      case "dev.perdure.api.Random" -> (Random) Capabilities::bits;
      case "dev.perdure.api.Tasks" -> new TaskTasks(universe);
      default ->
          throw Problem.of(
                  JavaCode.JAVA_CONSTRUCTOR,
                  type + " is no capability of this release",
                  "Take one of Clock, Ids, Log, Queries, Random and Tasks")
              .exception();
    };
  }

  private static UUID uuid() {
    return TaskSeam.current().uuid();
  }

  private static long bits() {
    return TaskSeam.current().randomLong();
  }

  private static final class TaskClock implements Clock {
    @Override
    public Instant now() {
      return TaskSeam.current().now();
    }

    @Override
    public void sleep(Duration time) {
      TaskSeam.current().sleep(time);
    }

    @Override
    public void sleepUntil(Instant time) {
      var seam = TaskSeam.current();
      seam.sleep(Duration.between(seam.now(), time));
    }
  }

  private static final class TaskLog implements Log {
    @Override
    public void debug(String text, @Nullable Object... arguments) {
      write(Level.DEBUG, text, arguments);
    }

    @Override
    public void info(String text, @Nullable Object... arguments) {
      write(Level.INFO, text, arguments);
    }

    @Override
    public void warn(String text, @Nullable Object... arguments) {
      write(Level.WARN, text, arguments);
    }

    @Override
    public void error(String text, @Nullable Object... arguments) {
      write(Level.ERROR, text, arguments);
    }

    private static void write(Level level, String text, @Nullable Object[] arguments) {
      TaskSeam.current().asked(new Effect.LogLine(level, filled(text, arguments)));
    }

    /// The text with each `{}` replaced by the next argument; what is left over is appended.
    private static String filled(String text, @Nullable Object[] arguments) {
      var line = new StringBuilder();
      int from = 0;
      int used = 0;
      for (int at = text.indexOf("{}"); at >= 0 && used < arguments.length; ) {
        line.append(text, from, at).append(arguments[used++]);
        from = at + 2;
        at = text.indexOf("{}", from);
      }
      line.append(text, from, text.length());
      for (; used < arguments.length; used++) {
        line.append(' ').append(arguments[used]);
      }
      return line.toString();
    }
  }
}
