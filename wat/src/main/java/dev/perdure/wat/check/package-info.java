/// Checks a program: types, exhaustive matches, access, effects; gives its core form, or all that
/// is wrong with it.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.check;
