package dev.perdure.cli;

import dev.perdure.server.view.Doc;
import dev.perdure.server.view.ViewCode;
import dev.perdure.value.Problem;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a configuration file written as YAML 1.2. Words and numbers are taken as they are written.
final class YamlDoc {
  private final String file;

  private YamlDoc(String file) {
    this.file = file;
  }

  /// @throws dev.perdure.value.PerdureException `ROUTE_FILE`
  static Doc read(String text, String file) {
    var reader = new YamlDoc(file);
    try {
      return new Compose(LoadSettings.builder().setLabel(file).build())
          .composeString(text)
          .map(reader::doc)
          .orElseThrow(() -> reader.bad("the file is empty", file));
    } catch (MarkedYamlEngineException e) {
      throw reader.bad(String.valueOf(e.getProblem()), reader.where(e.getProblemMark()));
    } catch (YamlEngineException e) {
      throw reader.bad(String.valueOf(e.getMessage()), file);
    }
  }

  private Doc doc(Node node) {
    var where = where(node.getStartMark());
    return switch (node) {
      case ScalarNode scalar -> new Doc.Text(scalar.getValue(), where);
      case MappingNode map -> section(map, where);
      default -> throw bad("a list stands where names and their meaning are expected", where);
    };
  }

  private Doc section(MappingNode map, String where) {
    var entries = new LinkedHashMap<String, Doc>();
    for (var tuple : map.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw bad("a name is a word", where(tuple.getKeyNode().getStartMark()));
      }
      if (entries.put(key.getValue(), doc(tuple.getValueNode())) != null) {
        throw bad("the name " + key.getValue() + " stands twice", where(key.getStartMark()));
      }
    }
    return new Doc.Section(entries, where);
  }

  private String where(Optional<Mark> mark) {
    return mark.map(m -> file + ":" + (m.getLine() + 1) + ":" + (m.getColumn() + 1)).orElse(file);
  }

  private RuntimeException bad(String what, String where) {
    return new Problem(
            ViewCode.ROUTE_FILE, what, where, "Mend the file; see `perdure explain ROUTE_FILE`")
        .exception();
  }
}
