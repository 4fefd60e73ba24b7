package dev.perdure.tidy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EnginePurityTest {
  private static final JavaClasses ENGINE = LayersTest.classesOf("engine");

  private static final Set<String> BANNED_PACKAGES =
      Set.of(
          "java.io",
          "java.net",
          "java.nio",
          "java.nio.file",
          "java.nio.channels",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.logging",
          "java.util.random",
          "java.security",
          "java.lang.reflect");

  private static final Set<String> BANNED_CLASSES =
      Set.of(
          "java.lang.Thread",
          "java.lang.Runtime",
          "java.lang.ProcessBuilder",
          "java.lang.ThreadLocal",
          "java.lang.ScopedValue",
          "java.util.Random",
          "java.util.Timer");

  private static final Set<String> BANNED_MEMBERS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.getLogger",
          "java.lang.System.identityHashCode",
          "java.lang.Math.random",
          "java.time.Instant.now",
          "java.util.UUID.randomUUID");

  @Test
  void theEngineHasNoThreadClockRandomFileSocketOrLoggerOfItsOwn() {
    noClasses()
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("it is ambient; take a port instead") {
              @Override
              public boolean test(JavaAccess<?> access) {
                var owner = access.getTargetOwner();
                return BANNED_PACKAGES.contains(owner.getPackageName())
                    || BANNED_CLASSES.contains(owner.getName())
                    || BANNED_MEMBERS.contains(owner.getName() + "." + access.getName());
              }
            })
        .check(ENGINE);
  }

  @Test
  void theEngineHasNoStaticStateThatCanChange() {
    fields().that().areStatic().should().beFinal().check(ENGINE);
  }
}
