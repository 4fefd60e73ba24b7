/// Macros: templates and program bodies, hygienic by scope sets, expanded outermost first.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.expand;
