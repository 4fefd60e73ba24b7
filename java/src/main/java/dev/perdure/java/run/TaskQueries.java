package dev.perdure.java.run;

import dev.perdure.api.Queries;
import dev.perdure.api.Query;
import dev.perdure.engine.Answerer;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.java.UniverseLoader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which objects answer questions about a task. What is read off their classes is kept.
final class TaskQueries implements Queries {
  private final JavaUniverse universe;
  private final Map<Class<?>, List<Question>> questions = new ConcurrentHashMap<>();

  /// A method that answers.
  ///
  /// @param handle receiver, and arguments spread from an array, to the result
  private record Question(String name, MethodHandle handle, MethodCodec codec) {}

  TaskQueries(JavaUniverse universe) {
    this.universe = universe;
  }

  @Override
  public void answeredBy(Object state) {
    var of = questions.computeIfAbsent(state.getClass(), this::read);
    if (of.isEmpty()) {
      throw new IllegalArgumentException(
          state.getClass().getName() + " has no method marked with @Query");
    }
    var run = TaskSeam.current().engine().run();
    of.forEach(question -> run.answeredBy(question.name(), new OfObject(state, question)));
  }

  /// The queries of a class and of its superclasses; one that is overridden is the one below.
  private List<Question> read(Class<?> type) {
    var found = new LinkedHashMap<String, Question>();
    for (var each = type;
        each != null && each.getClassLoader() instanceof UniverseLoader;
        each = each.getSuperclass()) {
      Arrays.stream(each.getDeclaredMethods())
          .filter(m -> m.isAnnotationPresent(Query.class) && !m.isBridge())
          .forEach(m -> found.computeIfAbsent(m.getName(), _ -> question(m)));
    }
    return List.copyOf(found.values());
  }

  private Question question(Method method) {
    try {
      var lookup =
          MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
      var handle = lookup.unreflect(method);
      return new Question(
          method.getName(),
          handle
              .asType(handle.type().generic())
              .asSpreader(Object[].class, method.getParameterCount())
              .asType(MethodType.methodType(Object.class, Object.class, Object[].class)),
          MethodCodec.of(method, universe.codecs()));
    } catch (IllegalAccessException e) {
      throw new LinkageError("a method of the universe is not accessible: " + method, e);
    }
  }

  /// A question to one object.
  private final class OfObject implements Answerer {
    private final Object state;
    private final Question question;

    OfObject(Object state, Question question) {
      this.state = state;
      this.question = question;
    }

    @Override
    public Outcome answer(Payload arguments, Seam seam) {
      var objects = question.codec().arguments(arguments);
      return universe.outcome(
          question.codec(), seam, () -> question.handle().invokeExact(state, objects));
    }
  }
}
