package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.perdure.value.Code;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  private static final Set<String> SECTIONS =
      Set.of("## What happened", "## The usual cause", "## What to do");

  @Test
  void everyCodeHasAPageAndEveryPageACode() {
    assertThat(pages()).isEqualTo(codes());
  }

  @Test
  void everyPageSaysWhatHappenedWhyAndWhatToDo() {
    for (var page : House.files(f -> House.name(f).startsWith("docs/errors/"))) {
      var text = House.read(page);
      assertThat(text).startsWith("# " + page.getFileName().toString().replace(".md", "") + "\n");
      assertThat(text.lines().filter(l -> l.startsWith("## ")).collect(Collectors.toSet()))
          .as(House.name(page))
          .isEqualTo(SECTIONS);
    }
  }

  private static Set<String> pages() {
    return House.files(f -> House.name(f).startsWith("docs/errors/")).stream()
        .map(f -> f.getFileName().toString().replace(".md", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.perdure")
            .stream()
            .filter(c -> c.isEnum() && c.isAssignableTo(Code.class))
            .forEach(c ->
                c.getFields().stream()
                    .filter(f -> f.getRawType().equals(c))
                    .forEach(f -> codes.add(f.getName())));
    return codes;
  }
}
