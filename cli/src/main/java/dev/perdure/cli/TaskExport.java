package dev.perdure.cli;

import dev.perdure.engine.TaskId;
import dev.perdure.node.Exported;
import dev.perdure.server.json.Data;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "export",
    description = {
      "Writes a task into one file: its history, the routes it ran under and the code it used.",
      "`perdure task import` and `task replay` need no other file, on any machine.",
      "--test also prints a test that replays it: debug that with ordinary breakpoints."
    },
    footer = {"", "Example:", "  perdure task export 0198c0e2 --to order-7.task"})
final class TaskExport extends EngineCommand {
  @Parameters(paramLabel = "ID", description = "The task's id, or its beginning.")
  String id = "";

  @Option(names = "--to", paramLabel = "FILE", description = "The new file. Default: ID.task.")
  @Nullable Path to;

  @Option(names = "--test", description = "Print a test class that replays the task.")
  boolean test;

  @Option(
      names = "--in-clear",
      description = "Of an encrypted directory: the file may hold the task in clear.")
  boolean inClear;

  TaskExport(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try (var engine = engine()) {
      return written(
          engine.ask(Ask.get("tasks", id, "export").with("inClear", inClear ? true : null)).body());
    }
  }

  private Answer written(byte[] bytes) {
    var exported = Exported.fromBytes(bytes);
    var task = exported.task();
    var file = terminal.resolve(to == null ? Path.of(task + ".task") : to);
    write(file, bytes);
    var versions = exported.origin().universes().keySet();
    int events = exported.history().size();
    var lines = new ArrayList<String>();
    lines.add(
        "wrote "
            + file
            + ": "
            + Counted.of(events, "event")
            + ", versions "
            + versions
            + ", "
            + Counted.of(bytes.length, "byte"));
    if (test) {
      testOf(task, file).lines().forEach(lines::add);
    }
    return Answer.done(
        Data.of("id", task)
            .with("file", file)
            .with("bytes", bytes.length)
            .with("events", events)
            .with("versions", versions)
            .withAny("test", test ? testOf(task, file) : null),
        lines);
  }

  /// A test on the thread of which the task's code runs, so that breakpoints hold it.
  private static String testOf(TaskId task, Path file) {
    return """

    import dev.perdure.testkit.RecordedTask;
    import java.nio.file.Path;
    import org.junit.jupiter.api.Test;

    class RecordedTaskTest {
      @Test
      void task%sReplaysAsItRan() {
        RecordedTask.read(Path.of("%s")).assertReplays();
      }
    }
    """
        .formatted(
            String.valueOf(task).replaceAll("\\W", ""),
            file.toString().replace("\\", "\\\\").replace("\"", "\\\""));
  }

  /// What a task knows is for nobody else who happens to use the machine.
  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void write(Path file, byte[] bytes) {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(file, options, ownerOnly(file))) {
      for (var left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
        channel.write(left);
      }
    } catch (FileAlreadyExistsException e) {
      throw problem(
              CliCode.FILE_UNUSABLE,
              "the file " + file + " exists already",
              "Name another one with --to FILE")
          .exception(e);
    } catch (IOException e) {
      throw problem(
              CliCode.FILE_UNUSABLE,
              "the file " + file + " cannot be written: " + e,
              "Name another one with --to FILE")
          .exception(e);
    }
  }
}
