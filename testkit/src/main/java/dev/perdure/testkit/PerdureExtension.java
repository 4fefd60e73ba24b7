package dev.perdure.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives each test method that asks for a [TestPerdure] one of its own, in memory, and closes it
/// afterwards: `@ExtendWith(PerdureExtension.class)`.
public final class PerdureExtension implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PerdureExtension.class);

  /// For JUnit.
  public PerdureExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestPerdure.class;
  }

  @Override
  public TestPerdure resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(TestPerdure.class, _ -> TestPerdure.inMemory(), TestPerdure.class);
  }
}
