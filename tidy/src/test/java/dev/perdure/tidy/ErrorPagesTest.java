package dev.perdure.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.perdure.value.Code;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.type.TypeDecl;
import java.nio.file.Path;
import java.util.Arrays;
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
      assertThat(text).startsWith("# " + code(page) + "\n");
      assertThat(text.lines().filter(l -> l.startsWith("## ")).collect(Collectors.toSet()))
          .as(House.name(page))
          .isEqualTo(SECTIONS);
    }
  }

  private static Set<String> pages() {
    return House.files(f -> House.name(f).startsWith("docs/errors/")).stream()
        .map(ErrorPagesTest::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code(Path page) {
    return House.name(page).replace("docs/errors/", "").replace(".md", "");
  }

  private static Set<String> codes() {
    var codes = new TreeSet<String>();
    Arrays.stream(Kind.values()).forEach(kind -> codes.add(kind.tag()));
    // how programs end, as it stands in front of what stderr says
    if (Library.get().type("wat::kernel::PeerDiedError") instanceof TypeDecl.Enumeration deaths) {
      deaths.variants().forEach(death -> codes.add("wat.kernel.PeerDiedError/" + death.name()));
    }
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
