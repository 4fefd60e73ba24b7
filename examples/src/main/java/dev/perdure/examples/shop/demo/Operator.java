package dev.perdure.examples.shop.demo;

import dev.perdure.engine.Change;
import dev.perdure.engine.TaskId;
import dev.perdure.engine.Version;
import dev.perdure.examples.shop.LookupUserTidy;
import dev.perdure.examples.shop.Shop;
import dev.perdure.examples.shop.TidyShop;
import dev.perdure.node.Perdure;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Does what an operator says, in a line of words:
///
/// ```text
/// deploy VERSION
/// primary FUNCTION VERSION
/// shadow FUNCTION PRIMARY CANDIDATE
/// percent FUNCTION PRIMARY CANDIDATE PERCENT
/// remove VERSION
/// export TASK FILE
/// ```
record Operator(Perdure perdure) {
  /// @return `done`, or the problem
  String operate(String line) {
    try {
      act(line.startsWith("export ") ? line.split(" ", 3) : line.split(" "));
      return "done";
    } catch (PerdureException refused) {
      return String.valueOf(refused.getMessage());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void act(String[] words) throws IOException {
    switch (words[0]) {
      case "deploy" -> perdure.deploy(words[1], functions(words[1]));
      case "primary" -> perdure.primary(words[1], words[2]);
      case "shadow" -> perdure.shadow(words[1], words[2], words[3]);
      case "percent" -> perdure.percent(words[1], words[2], words[3], Double.parseDouble(words[4]));
      case "remove" -> perdure.node().remove(new Version(words[1]), new Change("demo", ""));
      case "export" -> export(TaskId.parse(words[1]), Path.of(words[2]));
      default -> throw new IllegalArgumentException("no such operation: " + words[0]);
    }
  }

  private void export(TaskId task, Path file) throws IOException {
    Files.write(file, perdure.node().exportTask(task).toBytes());
  }

  private static Class<?> functions(String version) {
    return switch (version) {
      case "v1" -> Shop.class;
      case "v2" -> LookupUserTidy.class;
      case "v3" -> TidyShop.class;
      default -> throw new IllegalArgumentException("no such version: " + version);
    };
  }
}
