package dev.perdure.index;

import dev.perdure.engine.Revision;
import dev.perdure.engine.Version;

/// Tasks that have not ended, which were started with the same version under the same routes.
///
/// @param routes the revision that binds them
public record LiveCount(Version version, Revision routes, long count) {}
