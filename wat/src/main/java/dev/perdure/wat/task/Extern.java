package dev.perdure.wat.task;

import dev.perdure.engine.FunctionName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A function that another version serves, as a program declares it.
///
/// @param path its name in the program
/// @param function its name with the router
/// @param effects what it may do; null: anything
/// @param place where it is declared
public record Extern(
    String path, FunctionName function, @Nullable List<String> effects, String place) {}
