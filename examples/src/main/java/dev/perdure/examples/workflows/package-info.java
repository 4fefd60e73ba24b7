/// Well-known workflows of the field, each as small as it can be.
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.workflows;
