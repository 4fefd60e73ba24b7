/// Encryption at rest: AES-256-GCM with keys from a file, under a fresh subkey each time a log is
/// opened.
@org.jspecify.annotations.NullMarked
package dev.perdure.log.aes;
