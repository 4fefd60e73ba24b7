package dev.perdure.wat.library;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Makes [LinkedLibrary] when the project is built: its methods have what is in the files as
/// constants, which the JVM keeps between starts with the class.
final class LibraryLinker {
  private static final ClassDesc LINKED = desc(LinkedLibrary.class);
  private static final ClassDesc LIBRARY = desc(Library.class);

  private static final MethodTypeDesc ADD =
      MethodTypeDesc.of(CD_void, CD_boolean, CD_String, CD_int, CD_int, CD_int, CD_int);

  private LibraryLinker() {}

  /// @param folders that of the compiled classes
  static void main(String... folders) throws IOException {
    int flags = ClassFile.ACC_STATIC;
    var linked =
        ClassFile.of()
            .build(
                LINKED,
                builder ->
                    builder
                        .withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                        .withMethodBody(
                            "addTo",
                            MethodTypeDesc.of(CD_boolean, LIBRARY),
                            flags,
                            LibraryLinker::addTo)
                        .withMethodBody(
                            "text",
                            MethodTypeDesc.of(CD_String, CD_int),
                            flags,
                            LibraryLinker::text));
    var name = LinkedLibrary.class.getName().replace('.', '/') + ".class";
    Files.write(Path.of(folders[0], name), linked);
  }

  private static ClassDesc desc(Class<?> type) {
    return type.describeConstable().orElseThrow();
  }

  private static void addTo(CodeBuilder code) {
    LibraryFiles.index((isType, path, file, line, start, end) ->
        code.aload(0)
            .loadConstant(isType ? 1 : 0)
            .loadConstant(path)
            .loadConstant(file)
            .loadConstant(line)
            .loadConstant(start)
            .loadConstant(end)
            .invokevirtual(LIBRARY, "add", ADD));
    code.iconst_1().ireturn();
  }

  private static void text(CodeBuilder code) {
    var cases = new ArrayList<SwitchCase>();
    for (int file = 0; file < LibraryFiles.NAMES.size(); file++) {
      cases.add(SwitchCase.of(file, code.newLabel()));
    }
    var none = code.newLabel();
    code.iload(0).tableswitch(none, cases);
    for (var one : cases) {
      code.labelBinding(one.target()).loadConstant(LibraryFiles.text(one.caseValue())).areturn();
    }
    code.labelBinding(none).aconst_null().areturn();
  }
}
