package dev.perdure.log;

/// What a record is and who may skip it. Make one constant a kind: it is shared by all its records.
///
/// @param type the caller's number for this kind of record, any value
/// @param mustUnderstand whether a reader that does not know the type has to stop rather than skip
/// @param version the schema version of the payload, 0 to [Limits#SCHEMA_VERSION_MAX]
public record RecordKind(int type, boolean mustUnderstand, int version) {
  public RecordKind {
    if (version < 0 || version > Limits.SCHEMA_VERSION_MAX) {
      throw new IllegalArgumentException("a schema version is 0 to 65535, not " + version);
    }
  }
}
