package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.java.Specimen.Shape;
import java.lang.classfile.ClassFile;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of JDK members, row by row, each member in every shape.
class MembersTest {
  static List<Row> rows() {
    return Members.TABLE.rows();
  }

  static Stream<Row> classRows() {
    return rows().stream().filter(row -> !row.isPackage());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowNamesSomethingOfThisJdk(Row row) {
    if (row.isPackage()) {
      assertThat(Classes.isPlatform(row.owner() + "/X")).isTrue();
    } else if (row.member().isEmpty()) {
      assertThat(Classes.platform(row.owner())).isNotNull();
    } else {
      assertThat(members(row)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("classRows")
  void everyMemberInEveryShapeIsTreatedAsItsRowSays(Row row) {
    for (var member : members(row)) {
      for (var shape : Shape.values()) {
        var specimen = new Specimen(member, shape);
        if (specimen.hasShape()) {
          check(row, specimen);
        }
      }
    }
  }

  @Test
  void whatNoRowNamesIsRefused() throws ReflectiveOperationException {
    var member = javax.naming.InitialContext.class.getMethod("doLookup", String.class);
    for (var shape : Shape.values()) {
      var specimen = new Specimen(member, shape);
      var problems = Trial.problems(specimen.classFiles());
      assertThat(problems).as(specimen.toString()).hasSize(1);
      assertThat(problems.getFirst().code()).isEqualTo(JavaCode.JAVA_UNLISTED);
      assertThat(problems.getFirst().where()).startsWith(specimen.place());
    }
  }

  private static void check(Row row, Specimen specimen) {
    var asks = row.verdict().startsWith("ask");
    if (row.verdict().equals("refuse")) {
      refused(row, specimen);
    } else if (asks && specimen.shape() == Shape.STATIC_INITIALISER) {
      var problems = Trial.problems(specimen.classFiles());
      assertThat(problems).as(specimen.toString()).hasSize(1);
      assertThat(problems.getFirst().code()).isEqualTo(JavaCode.JAVA_STATIC_INIT);
    } else {
      frozen(row, specimen);
    }
  }

  private static void refused(Row row, Specimen specimen) {
    var problems = Trial.problems(specimen.classFiles());
    assertThat(problems).as(specimen.toString()).hasSize(1);
    var problem = problems.getFirst();
    var identity = row.argument().equals("identity");
    assertThat(problem.code())
        .as(specimen.toString())
        .isEqualTo(identity ? JavaCode.JAVA_IDENTITY : JavaCode.JAVA_IMPURE);
    assertThat(problem.what()).startsWith(specimen.named().text());
    assertThat(problem.where()).startsWith(specimen.place()).contains("Shop");
    assertThat(problem.remedy()).isNotBlank();
  }

  private static void frozen(Row row, Specimen specimen) {
    var trial = Trial.of(specimen.classFiles());
    var still =
        trial.frozen.classes().values().stream().anyMatch(bytes -> uses(bytes, specimen.named()));
    var stays = row.verdict().equals("allow");
    assertThat(still).as(specimen + " is still there").isEqualTo(stays);
  }

  private static boolean uses(byte[] classFile, dev.perdure.java.Member member) {
    var type = new UserClass(ClassFile.of().parse(classFile), false);
    return type.methods().stream()
        .flatMap(method -> method.uses().stream())
        .anyMatch(use ->
            switch (use) {
              case Use.Call call -> call.member().equals(member);
              case Use.Field field ->
                  field.member().owner().equals(member.owner())
                      && field.member().name().equals(member.name());
              default -> false;
            });
  }

  /// The members of the running JDK that a row speaks for; of a whole class, those that no other
  /// row names.
  private static List<Member> members(Row row) {
    var type = load(row.owner());
    var all = new ArrayList<Member>();
    all.addAll(Arrays.asList(type.getDeclaredMethods()));
    all.addAll(Arrays.asList(type.getDeclaredConstructors()));
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .forEach(all::add);
    return all.stream()
        .filter(member -> Modifier.isPublic(member.getModifiers()))
        .filter(member -> !member.isSynthetic())
        .filter(member -> !isAbstractConstructor(member))
        .filter(member -> row.equals(rowOf(row.owner(), member)))
        .filter(member -> isWhole(row, member))
        .limit(row.member().isEmpty() ? 4 : Integer.MAX_VALUE)
        .toList();
  }

  // Of whole classes that stand for others, making an instance is what is rewritten.
  private static boolean isWhole(Row row, Member member) {
    return switch (row.verdict()) {
      case "swap" -> member instanceof Constructor<?>;
      default -> true;
    };
  }

  private static boolean isAbstractConstructor(Member member) {
    return member instanceof Constructor<?>
        && Modifier.isAbstract(member.getDeclaringClass().getModifiers());
  }

  private static Row rowOf(String owner, Member member) {
    var own = rows().stream().filter(row -> row.owner().equals(owner)).toList();
    var name = member instanceof Constructor<?> ? "<init>" : member.getName();
    var exact = member instanceof Executable it ? name + parameters(it) : name;
    return Stream.of(exact, name, Row.WHOLE)
        .flatMap(key -> own.stream().filter(row -> row.member().equals(key)))
        .findFirst()
        .orElse(null);
  }

  private static String parameters(Executable executable) {
    var text = new StringBuilder("(");
    for (var type : executable.getParameterTypes()) {
      text.append(type.descriptorString());
    }
    return text.append(")").toString();
  }

  private static Class<?> load(String owner) {
    try {
      return Class.forName(Names.binary(owner), false, ClassLoader.getPlatformClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
