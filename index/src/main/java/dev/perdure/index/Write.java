package dev.perdure.index;

import org.jspecify.annotations.Nullable;

/// One change of the tables.
///
/// @param values texts, numbers and nulls, one for each mark of the statement
@SuppressWarnings("ArrayRecordComponent") // made once, bound once, never compared
record Write(Sql sql, @Nullable Object... values) {}
