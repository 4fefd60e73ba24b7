package dev.perdure.node;

import dev.perdure.engine.FunctionName;
import dev.perdure.java.FunctionTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that code calls and another version serves, as that code declares it: by `defextern`
/// of wat. Java's code declares none.
///
/// @param name its name in the code, for people
/// @param types what callers send and read
/// @param effects what it may do, as the effects of wat; null: anything
/// @param place where it is declared
record Declared(
    String name,
    FunctionName function,
    FunctionTypes types,
    @Nullable List<String> effects,
    String place) {}
