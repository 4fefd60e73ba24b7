package dev.perdure.wat.emit;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Core;
import dev.perdure.wat.core.Operation;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a method has the slots of a function, and how.
final class Locals {
  private final Compiler compiler;
  private final Code code;
  private final CodeBuilder body;
  private final InPlace inPlace;
  private final Unpacked unpacked;
  private final int[] places;

  /// The places of the fields of slots that are unpacked.
  private final Map<Integer, List<Integer>> fields = new HashMap<>();

  private int depth;
  private int deeper;

  /// With all slots held as they are given.
  Locals(Compiler compiler, Code code, CodeBuilder body) {
    this(compiler, code, body, InPlace.none(), Unpacked.NONE);
  }

  /// @param inPlace which slots hold a builder
  /// @param unpacked which slots are held as their fields
  Locals(Compiler compiler, Code code, CodeBuilder body, InPlace inPlace, Unpacked unpacked) {
    this.compiler = compiler;
    this.code = code;
    this.body = body;
    this.inPlace = inPlace;
    this.unpacked = unpacked;
    this.places = new int[code.slots().size()];
  }

  /// Says from which local on stands what it is called with; the first local behind it.
  int given(int first) {
    int next = first;
    for (int slot : code.captured()) {
      next = place(slot, next);
    }
    for (int slot = 0; slot < code.params(); slot++) {
      next = place(slot, next);
    }
    return next;
  }

  /// Says where the depth stands, and from where on the other slots; the first local behind them.
  int own(int depthLocal, int first) {
    depth = depthLocal;
    deeper = first;
    int next = first + 1;
    for (int slot = code.params(); slot < places.length; slot++) {
      if (!code.captured().contains(slot)) {
        next = place(slot, next);
      }
    }
    return next;
  }

  private int place(int slot, int local) {
    places[slot] = local;
    return local + kind(rep(slot)).slotSize();
  }

  private static TypeKind kind(Class<?> type) {
    return TypeKind.from(type);
  }

  /// The local with the depth.
  int depth() {
    return depth;
  }

  /// The local with the depth of the calls from here that may lead back, once it was looked at.
  int deeper() {
    return deeper;
  }

  /// How a slot is held.
  Class<?> rep(int slot) {
    return inPlace.isIn(slot) ? inPlace.builder() : compiler.rep(code.slots().get(slot));
  }

  /// How an expression gives its value.
  Class<?> rep(Core core) {
    return inPlace.gives(core) ? inPlace.builder() : compiler.rep(core.type());
  }

  /// Whether an operation is to be done to the builder: it changes it, or reads it.
  boolean isInPlace(Operation.Java java, Core first, Core whole) {
    return inPlace.gives(first)
        && (inPlace.gives(whole) || Builders.isReading(java, inPlace.builder()));
  }

  /// What those that are changed in place are held as.
  Class<?> builder() {
    return inPlace.builder();
  }

  /// Takes parameters that are held in another way than they are given.
  ///
  /// @param first the first local that is free
  void take(int first) {
    int next = first;
    for (int slot = 0; slot < code.params(); slot++) {
      var record = unpacked.of(slot);
      if (inPlace.isIn(slot)) {
        body.aload(places[slot]);
        Boxes.convert(body, compiler.rep(code.slots().get(slot)), inPlace.builder());
        body.astore(places[slot]);
      } else if (record != null) {
        var locals = new ArrayList<Integer>();
        for (var field : record.fields()) {
          locals.add(next);
          next += kind(field).slotSize();
        }
        fields.put(slot, locals);
        unpack(slot, record);
        store(slot);
      }
    }
  }

  /// The fields of what stands in the local of a slot.
  private void unpack(int slot, AggregateClass record) {
    for (int i = 0; i < record.fields().size(); i++) {
      body.aload(places[slot]);
      record.get(i, body);
    }
  }

  /// Leaves what a slot holds on the stack.
  void load(int slot) {
    var record = unpacked.of(slot);
    if (record == null) {
      body.loadLocal(kind(rep(slot)), places[slot]);
      return;
    }
    record.begin(body);
    for (int i = 0; i < record.fields().size(); i++) {
      load(slot, i, record);
    }
    record.made(body);
  }

  private void load(int slot, int field, AggregateClass record) {
    body.loadLocal(
        kind(record.fields().get(field)), Objects.requireNonNull(fields.get(slot)).get(field));
  }

  /// Leaves a field of a slot that is held as its fields on the stack.
  ///
  /// @return how the field is held; null if it is none of such a slot.
  @Nullable Class<?> field(Operation.Field field, Core of) {
    if (!(of instanceof Core.Local(int slot, _, _))) {
      return null;
    }
    var record = unpacked.of(slot);
    if (record == null || !record.path().equals(field.type())) {
      return null;
    }
    load(slot, field.index(), record);
    return record.fields().get(field.index());
  }

  /// Leaves on the stack what [#store] takes.
  void next(int slot, Core value, Emitter emitter) {
    var record = unpacked.of(slot);
    if (record == null) {
      emitter.value(value, rep(slot));
    } else if (value instanceof Core.Apply(Operation.Construct _, var made, _, _)) {
      for (int i = 0; i < made.size(); i++) {
        emitter.value(made.get(i), record.fields().get(i));
      }
    } else {
      emitter.value(value, rep(slot));
      body.astore(places[slot]);
      unpack(slot, record);
    }
  }

  /// Puts what stands on the stack in a slot.
  void store(int slot) {
    var record = unpacked.of(slot);
    if (record == null) {
      body.storeLocal(kind(rep(slot)), places[slot]);
      return;
    }
    var locals = Objects.requireNonNull(fields.get(slot));
    for (int i = locals.size() - 1; i >= 0; i--) {
      body.storeLocal(kind(record.fields().get(i)), locals.get(i));
    }
  }
}
