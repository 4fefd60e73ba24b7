/// All that rewritten user classes refer to at run time besides the JDK and the API.
@org.jspecify.annotations.NullMarked
package dev.perdure.java.link;
