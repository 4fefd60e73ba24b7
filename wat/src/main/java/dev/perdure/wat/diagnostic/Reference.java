package dev.perdure.wat.diagnostic;

import dev.perdure.value.Span;
import java.util.List;

/// A name that nothing declares.
///
/// @param path the name
/// @param context the function that it is used in
/// @param span where
/// @param remedies names that may be meant, the best first
public record Reference(String path, String context, Span span, List<Remedy> remedies) {
  public Reference {
    remedies = List.copyOf(remedies);
  }
}
