package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.java.link.Unwind;
import java.lang.classfile.Annotation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Handlers that strict code may not have, and such as no Java compiler writes today.
class HandlersTest {
  private static Trial trusted(Map<String, byte[]> classFiles) {
    return Trial.of(
        Freezer.strict()
            .trusting(List.of("lib"))
            .freeze(ClassSource.memory(classFiles), List.of()));
  }

  private static final String LOCKS =
      """
      package lib;
      import dev.perdure.api.*;
      final class Shop {
        private final Effects effects;
        final Object a = new Object();
        final Object b = new Object();
        Shop(Effects effects) { this.effects = effects; }
        @Routed void plain() { synchronized (a) { effects.act(); } }
        @Routed void nested() {
          synchronized (a) { synchronized (b) { effects.act(); } }
        }
        @Routed void handlerWithin() {
          synchronized (a) { try { effects.act(); return; } catch (Throwable t) { effects.note("no"); } }
        }
        @Routed void handlerAround() {
          try { synchronized (a) { effects.act(); } } catch (Throwable t) { effects.note("no"); }
          finally { effects.note("no"); }
        }
        @Routed void everything() {
          for (var i = 0; i < 2; i++) {
            synchronized (a) {
              try { synchronized (b) { try { effects.act(); } finally { effects.note("no"); } } }
              catch (Error e) { effects.note("no"); continue; }
              finally { effects.note("no"); }
            }
          }
        }
        @Routed synchronized void method() { effects.act(); }
        @Routed boolean held() {
          return Thread.holdsLock(a) || Thread.holdsLock(b) || Thread.holdsLock(this);
        }
        @Routed void free() { a.notifyAll(); }
      }
      @Effect interface Effects { void act(); void note(String text); }
      """;

  @Test
  void monitorsAreLeftWhenUnwindingPasses() {
    var trial = trusted(Sources.compile(LOCKS));
    var noted = new ArrayList<Object>();
    var unwind = new Unwind("evicted");
    trial.with(
        "Effects",
        (Trial.Answer)
            (method, arguments) -> {
              if (method.equals("act")) {
                throw unwind;
              }
              noted.add(arguments[0]);
              return null;
            });
    for (var function :
        List.of("plain", "nested", "handlerWithin", "handlerAround", "everything", "method")) {
      assertThatThrownBy(() -> trial.call(function)).as(function).isSameAs(unwind);
      assertThat(trial.call("held")).as(function).isEqualTo(false);
    }
    assertThat(noted).isEmpty();
    assertThatThrownBy(() -> trial.call("free")).isInstanceOf(IllegalMonitorStateException.class);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aHandlerThatCoversItselfDoesNotLoop() {
    var classFiles =
        new HashMap<>(
            Sources.compile(
                """
                package lib;
                class Thrower {
                  static void act(boolean unwind) {
                    if (unwind) throw new dev.perdure.java.link.Unwind("evicted");
                    throw new IllegalStateException();
                  }
                }
                """));
    classFiles.put("lib.Odd", odd());
    var trial = trusted(classFiles);
    assertThatThrownBy(() -> trial.call("run", true)).isInstanceOf(Unwind.class);
    assertThat(trial.call("run", false)).isEqualTo("caught");
  }

  // Two handlers that cover each other and themselves.
  private static byte[] odd() {
    var odd = ClassDesc.of("lib.Odd");
    var act = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_boolean);
    return ClassFile.of()
        .build(
            odd,
            builder ->
                builder
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL)
                    .withMethod(
                        "run",
                        MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_boolean),
                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                        method ->
                            method
                                .with(
                                    RuntimeVisibleAnnotationsAttribute.of(
                                        Annotation.of(ClassDesc.of("dev.perdure.api.Routed"))))
                                .withCode(code -> {
                                  var start = code.newBoundLabel();
                                  code.iload(0)
                                      .invokestatic(ClassDesc.of("lib.Thrower"), "act", act);
                                  code.aconst_null().areturn();
                                  var first = code.newBoundLabel();
                                  code.nop().pop().ldc("caught").areturn();
                                  var second = code.newBoundLabel();
                                  code.nop().pop().ldc("caught").areturn();
                                  var end = code.newBoundLabel();
                                  code.exceptionCatchAll(start, end, first);
                                  code.exceptionCatch(
                                      first, end, second, ConstantDescs.CD_Throwable);
                                })));
  }
}
