/// Freezes Java classes into a universe: reads, checks, rewrites, hashes and loads them.
///
/// Reading order: [Freezer] is the pipeline; `Classes` reads, `Reach` finds the code that can run,
/// `Members` is the table of JDK members, the checks use both, `Rewriter` writes the classes that
/// [UniverseLoader] loads. What rewritten code calls at run time is [dev.perdure.java.link].
@org.jspecify.annotations.NullMarked
package dev.perdure.java;
