package dev.perdure.wat.syntax;

import dev.perdure.wat.syntax.Written.Collection;
import dev.perdure.wat.syntax.Written.Item;
import java.util.List;

/// Lays forms out. What fits stays on its line, except forms that always take several; what does
/// not is broken as its [Style] says. No decision is taken back, so that it takes linear time.
///
/// `tail` is the number of closing delimiters that follow a form on its last line.
final class Layout {
  /// Columns of a line, where tokens permit.
  static final int COLUMNS = 100;

  /// Where empty lines stay: nowhere, between the comments of an item and itself, or also before.
  private enum Apart {
    NONE,
    WITHIN,
    ALL
  }

  private static final int INDENT = 2;

  /// Arguments that take a line each stand below the first one only if that is not further to the
  /// right: wat's heads are long.
  private static final int ALIGN_FLAT_MAX = 40;

  /// The same if some of them take several lines, unless there is only one.
  private static final int ALIGN_MAX = 20;

  /// Forms that are nested deeper have no columns left for a layout, and laying out recurs.
  private static final int DEPTH_MAX = 100;

  private final LineWriter out;
  private final PlainLayout plain;
  private int depth;

  Layout(LineWriter out) {
    this.out = out;
    this.plain = new PlainLayout(out);
  }

  /// Writes a form where the writer stands.
  void form(Written form, int tail) {
    if (fits(form.flat(), tail)) {
      plain.write(form, out.column());
      return;
    }
    switch (form) {
      case Written.Atom atom -> out.text(atom.text());
      case Written.Prefixed(var text, var content, _, _) -> {
        out.text(text);
        form(content, tail);
      }
      case Collection _ when depth == DEPTH_MAX -> plain.write(form, out.column());
      case Collection collection -> {
        depth++;
        broken(collection, tail);
        depth--;
      }
    }
  }

  private boolean fits(int width, int tail) {
    return out.column() + width + tail <= COLUMNS;
  }

  private void broken(Collection form, int tail) {
    switch (form.style().kind()) {
      case ITEMS -> items(form, tail);
      case TRIPLES -> rows(form, tail, 2);
      case PAIRS, DATA -> column(form, form.style().kind(), tail);
      case CALL -> call(form, tail);
      case BODY, OPTIONS, ARMS, LET, SIGNATURE -> body(form, tail);
    }
  }

  private void items(Collection form, int tail) {
    if (form.items().stream().allMatch(i -> i.form() instanceof Written.Atom && i.isBare())) {
      rows(form, tail, 1);
    } else {
      column(form, Style.Kind.ITEMS, tail);
    }
  }

  /// As many parts on each line as fit.
  private void rows(Collection form, int tail, int gap) {
    out.text(form.open());
    int indent = out.column();
    var parts = Part.of(form.style().kind(), form.items(), 0);
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      int behind = behind(form, i == parts.size() - 1, tail);
      if (i == 0 || fits(gap + part.flat(), behind)) {
        inline(part, i == 0 ? 0 : gap, indent, behind);
      } else {
        own(part, indent, Apart.NONE, behind);
      }
    }
    close(form, indent);
  }

  /// Each part on a line.
  private void column(Collection form, Style.Kind kind, int tail) {
    var parts = Part.of(kind, form.items(), 0);
    out.text(form.open());
    int indent = out.column();
    for (int i = 0; i < parts.size(); i++) {
      int behind = behind(form, i == parts.size() - 1, tail);
      if (i == 0) {
        inline(parts.getFirst(), 0, indent, behind);
      } else {
        own(parts.get(i), indent, Apart.ALL, behind);
      }
    }
    close(form, indent);
  }

  private void call(Collection form, int tail) {
    int column = out.column();
    out.text(form.open());
    head(form, column, tail);
    var parts = Part.of(Style.Kind.CALL, form.items(), 1);
    boolean aligns = !parts.isEmpty() && aligns(form, parts, column, tail);
    int indent = aligns ? out.column() + 1 : column + INDENT;
    for (int i = 0; i < parts.size(); i++) {
      int behind = behind(form, i == parts.size() - 1, tail);
      if (i == 0 && aligns) {
        inline(parts.getFirst(), 1, indent, behind);
      } else {
        own(parts.get(i), indent, Apart.NONE, behind);
      }
    }
    close(form, indent);
  }

  private void head(Collection form, int column, int tail) {
    inline(
        Part.single(form.items().getFirst()),
        0,
        column + 1,
        behind(form, form.items().size() == 1, tail));
  }

  /// Whether the arguments stand below the first one, which follows the head.
  private boolean aligns(Collection form, List<Part> parts, int column, int tail) {
    int right = out.column() + 1;
    if (out.mustBreak() || !parts.getFirst().first().comments().isEmpty()) {
      return false;
    }
    boolean allFitBelow = allFit(form, parts, column + INDENT, tail);
    if (allFitBelow || allFit(form, parts, right, tail)) {
      return right - column <= ALIGN_FLAT_MAX && allFit(form, parts, right, tail);
    }
    int least = parts.stream().mapToInt(Part::least).max().orElse(0);
    boolean isRoomy = right + least + tail + 1 <= COLUMNS;
    return isRoomy && (parts.size() == 1 || right - column <= ALIGN_MAX);
  }

  private boolean allFit(Collection form, List<Part> parts, int column, int tail) {
    for (int i = 0; i < parts.size(); i++) {
      int behind = behind(form, i == parts.size() - 1, tail);
      if (column + parts.get(i).flat() + behind > COLUMNS) {
        return false;
      }
    }
    return true;
  }

  /// A head line, and a part a line below it.
  private void body(Collection form, int tail) {
    int column = out.column();
    var style = form.style();
    var items = form.items();
    int lead = Math.min(style.lead() + 1, items.size());
    out.text(form.open());
    head(form, column, tail);
    lead(form, Part.of(Style.Kind.SIGNATURE, items.subList(0, lead), 1), column, tail);
    var parts =
        Part.of(style.kind() == Style.Kind.OPTIONS ? style.kind() : Style.Kind.BODY, items, lead);
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      int behind = behind(form, i == parts.size() - 1, tail);
      startLine(part.first(), column + INDENT, i > 0 ? Apart.ALL : Apart.WITHIN);
      if (style.kind() == Style.Kind.ARMS) {
        arm(part.first(), behind);
      } else {
        part(part, column + INDENT, behind);
      }
    }
    close(form, column + INDENT);
  }

  /// What belongs on the head line: all of it if it fits, else below each other, with the result
  /// type behind the parameters.
  private void lead(Collection form, List<Part> parts, int column, int tail) {
    boolean isAll = form.style().lead() + 1 >= form.items().size();
    int last = parts.size() - 1;
    int width = parts.stream().mapToInt(Layout::inlineWidth).reduce(0, Layout::sum);
    boolean isOneLine = fits(width, isAll ? behind(form, true, tail) : 0);
    for (int i = 0; i <= last; i++) {
      var part = parts.get(i);
      int behind = behind(form, isAll && i == last, tail);
      boolean isArrow = part.first().text().equals("->") && fits(1 + part.flat(), behind);
      boolean isNarrow = i == 0 && part.items().size() == 1 && fits(1 + part.least(), behind);
      if (isOneLine || isArrow || isNarrow) {
        inlineLead(form, part, column + INDENT, behind);
      } else {
        own(part, column + INDENT, Apart.NONE, behind);
      }
    }
  }

  /// The columns of a part on the line of what is before it.
  private static int inlineWidth(Part part) {
    return part.items().stream().allMatch(i -> i.comments().isEmpty())
        ? sum(part.flat(), 1)
        : Written.NONE;
  }

  private static int sum(int a, int b) {
    return Math.min(a + b, Written.NONE);
  }

  private void inlineLead(Collection form, Part part, int indent, int tail) {
    boolean isBinders =
        form.style().kind() == Style.Kind.LET && part.first().form() instanceof Collection;
    if (!isBinders) {
      inline(part, 1, indent, tail);
      return;
    }
    var item = part.first();
    before(item, 1, indent);
    var binders = (Collection) item.form();
    if (binders.items().size() > 2 || !fits(binders.flat(), tail)) {
      column(binders, Style.Kind.PAIRS, item.remark() == null ? tail : 0);
    } else {
      plain.write(binders, out.column());
    }
    remark(item);
  }

  /// A pattern or test, and its body below it.
  private void arm(Item item, int tail) {
    if (!(item.form() instanceof Collection form)
        || !form.open().equals("(")
        || form.items().isEmpty()) {
      item(item, tail);
      return;
    }
    int behind = item.remark() == null ? tail : 0;
    if (fits(form.flat(), behind)) {
      plain.write(form, out.column());
    } else {
      int column = out.column();
      out.text(form.open());
      head(form, column, behind);
      var items = form.items();
      for (int i = 1; i < items.size(); i++) {
        own(
            Part.single(items.get(i)),
            column + INDENT,
            i > 1 ? Apart.ALL : Apart.WITHIN,
            behind(form, i == items.size() - 1, behind));
      }
      close(form, column + INDENT);
    }
    remark(item);
  }

  // Lines and comments.

  /// The closing delimiters behind an item of a collection that `tail` follow.
  private static int behind(Collection form, boolean isLast, int tail) {
    return isLast && form.end().isEmpty() ? tail + 1 : 0;
  }

  /// A part on the line of what is before it, or on one of its own where comments force it.
  private void inline(Part part, int gap, int indent, int tail) {
    before(part.first(), gap, indent);
    part(part, indent, tail);
  }

  private void own(Part part, int indent, Apart apart, int tail) {
    startLine(part.first(), indent, apart);
    part(part, indent, tail);
  }

  private void before(Item item, int gap, int indent) {
    if (out.mustBreak() || !item.comments().isEmpty()) {
      startLine(item, indent, Apart.NONE);
    } else {
      out.spaces(gap);
    }
  }

  /// Starts the line of an item, behind those of its comments.
  ///
  /// @param apart where an empty line may stay
  private void startLine(Item item, int indent, Apart apart) {
    boolean keeps = apart == Apart.ALL;
    for (var comment : item.comments()) {
      out.newLine(indent, keeps && comment.isApart());
      out.text(comment.text());
      keeps = apart != Apart.NONE;
    }
    out.newLine(indent, keeps && item.isApart());
  }

  private void part(Part part, int indent, int tail) {
    var items = part.items();
    for (int i = 0; i < items.size(); i++) {
      int behind = i == items.size() - 1 ? tail : 0;
      if (i > 0) {
        boolean isBelow = part.isPair() && !isBeside(items.get(i), behind);
        if (isBelow) {
          startLine(items.get(i), indent + INDENT, Apart.NONE);
        } else {
          before(items.get(i), 1, indent + INDENT);
        }
      }
      item(items.get(i), behind);
    }
  }

  /// Whether the value of a pair has its place beside the key.
  private boolean isBeside(Item value, int tail) {
    return fits(1 + Math.min(value.form().flat(), value.form().least()), tail);
  }

  private void item(Item item, int tail) {
    form(item.form(), item.remark() == null ? tail : 0);
    remark(item);
  }

  private void remark(Item item) {
    var remark = item.remark();
    if (remark != null) {
      out.remark(remark);
    }
  }

  private void close(Collection form, int indent) {
    for (var comment : form.end()) {
      out.newLine(indent, comment.isApart());
      out.text(comment.text());
    }
    if (out.mustBreak() || !form.end().isEmpty()) {
      out.newLine(indent, false);
    }
    out.text(form.close());
  }

  /// A program: each form on lines of its own.
  void program(Collection program) {
    boolean isFirst = true;
    for (var item : program.items()) {
      startLine(item, 0, isFirst ? Apart.WITHIN : Apart.ALL);
      item(item, 0);
      isFirst = false;
    }
    for (var comment : program.end()) {
      out.newLine(0, comment.isApart() && !isFirst);
      isFirst = false;
      out.text(comment.text());
    }
  }
}
