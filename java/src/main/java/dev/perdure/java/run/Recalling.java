package dev.perdure.java.run;

/// An implementation of an effect interface that knows by the effect's key whether it was done. It
/// is called for effects, too, that shall only be looked for: then it does nothing, and throws if
/// it was not done.
public interface Recalling {}
