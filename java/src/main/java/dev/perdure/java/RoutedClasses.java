package dev.perdure.java;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Classes of which one method is routed as if its source said so.
record RoutedClasses(
    ClassSource source, String className, String method, String descriptor, String function)
    implements ClassSource {
  @Override
  public byte @Nullable [] classFile(String name) {
    var bytes = source.classFile(name);
    return bytes == null || !name.equals(className) ? bytes : routed(bytes);
  }

  @Override
  public SortedSet<String> classNames() {
    return source.classNames();
  }

  private byte[] routed(byte[] bytes) {
    var file = ClassFile.of();
    return file.transformClass(file.parse(bytes), this::mark);
  }

  private void mark(ClassBuilder builder, ClassElement element) {
    if (element instanceof MethodModel model && isMeant(model)) {
      builder.withMethod(
          model.methodName(),
          model.methodType(),
          model.flags().flagsMask(),
          marked -> {
            for (var part : model) {
              if (!(part instanceof RuntimeVisibleAnnotationsAttribute)) {
                marked.with(part);
              }
            }
            marked.with(annotations(model));
          });
    } else {
      builder.with(element);
    }
  }

  private boolean isMeant(MethodModel model) {
    return model.methodName().equalsString(method) && model.methodType().equalsString(descriptor);
  }

  /// Those it has, but for the name of its function.
  private RuntimeVisibleAnnotationsAttribute annotations(MethodModel model) {
    var all = new ArrayList<Annotation>();
    for (var annotation : Annotations.of(model)) {
      if (!annotation.className().equalsString(Annotations.ROUTED)) {
        all.add(annotation);
      }
    }
    all.add(
        Annotation.of(
            ClassDesc.ofDescriptor(Annotations.ROUTED),
            AnnotationElement.ofString("value", function)));
    return RuntimeVisibleAnnotationsAttribute.of(all);
  }
}
