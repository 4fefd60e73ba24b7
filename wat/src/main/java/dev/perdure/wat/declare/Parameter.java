package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Type;

/// `name <- :Type`.
public record Parameter(Form.Symbol symbol, Type type, Span span) {}
