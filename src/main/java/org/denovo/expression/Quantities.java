package org.denovo.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.denovo.record.Answer;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.record.Variable;
import org.denovo.statistics.Months;
import org.denovo.vocabulary.Text;

/** The numbers and dates of a checked syntax tree. */
final class Quantities {

  /** Stands where a problem was noted; the tree that holds it is thrown away. */
  private static final Quantity NONE = new Quantity.Exact(Span.NOT_KNOWN, Text.same(""));

  private final Map<String, Name> names;
  private final Notes notes;

  Quantities(Map<String, Name> names, Notes notes) {
    this.names = names;
    this.notes = notes;
  }

  /** The quantity that a part of the tree stands for. */
  Quantity of(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT -> number(expr.constant());
      case IDENT -> read(names.get(expr.ident().name()));
      case CALL -> call(expr);
      case NOT_SET, SELECT, LIST, STRUCT, MAP, COMPREHENSION ->
          throw new IllegalStateException("checked to be a number or a date");
    };
  }

  private Quantity call(CelExpr expr) {
    List<CelExpr> arguments = expr.call().args();
    return switch (expr.call().function()) {
      case "_+_" -> pair(arguments, Quantity.Join.SUM);
      case "_-_" -> pair(arguments, Quantity.Join.DIFFERENCE);
      case "days" -> pair(arguments, Quantity.Join.DAYS);
      case "months" -> months(arguments.get(0));
      case "date" -> date(arguments.get(0));
      case "size" -> size(expr.call().target().orElseGet(() -> arguments.get(0)));
      default -> throw new IllegalStateException("checked to be a number or a date");
    };
  }

  private Quantity pair(List<CelExpr> arguments, Quantity.Join join) {
    return new Quantity.Pair(of(arguments.get(0)), of(arguments.get(1)), join);
  }

  private static Quantity number(CelConstant constant) {
    double value = value(constant);
    return new Quantity.Exact(Span.of(value), Text.same(Interval.number(value)));
  }

  private static double value(CelConstant constant) {
    return constant.getKind() == CelConstant.Kind.INT64_VALUE
        ? constant.int64Value()
        : constant.doubleValue();
  }

  /** Eight months are 243 days in the literature (Duchesneau 2022), so a half is rounded down. */
  private Quantity months(CelExpr argument) {
    if (argument.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      notes.add(argument, new Text("months()只接受数字", "months() takes a number as written"));
      return NONE;
    }
    double months = value(argument.constant());
    double days = Months.inDays(months);
    Text says =
        new Text("{0}个月（{1}天）", "{0} months ({1} days)")
            .with(Interval.number(months), Interval.number(days));
    return new Quantity.Exact(Span.of(days), says);
  }

  private Quantity date(CelExpr argument) {
    if (argument.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
      return wrongDate(argument);
    }
    String text = argument.constant().stringValue();
    if (!text.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
      return wrongDate(argument);
    }
    try {
      PartialDate date = PartialDate.parse(text);
      if (date.precision() != PartialDate.Precision.DAY) {
        notes.add(
            argument, new Text("日期须精确到日", "a date is written to the day"), date.first().toString());
        return NONE;
      }
      return new Quantity.Exact(Span.ofValue(date), Text.same(date.write()));
    } catch (DateTimeException | IllegalArgumentException e) {
      return wrongDate(argument);
    }
  }

  private Quantity wrongDate(CelExpr argument) {
    notes.add(argument, new Text("日期应写成'2017-01-31'", "a date is written '2017-01-31'"));
    return NONE;
  }

  private Quantity size(CelExpr set) {
    if (set.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      notes.add(set, new Text("size()只接受变量", "size() takes a variable"));
      return NONE;
    }
    Variable<?> variable = names.get(set.ident().name()).variable();
    return new Quantity.Read(
        variable,
        Quantities::count,
        new Text("{0}的数目", "the number of: {0}").with(variable.title()));
  }

  /** A list that the centre left open (等) has at least as many codes as it names. */
  private static Span count(Answer.Known<?> known) {
    int size = ((Collection<?>) known.value()).size();
    return new Span(size, known.has(Remark.OPEN_LIST) ? Double.POSITIVE_INFINITY : size);
  }

  private static Quantity read(Name name) {
    Variable<?> variable = name.variable();
    Text title = variable.title();
    return switch (name.bound()) {
      case NONE -> new Quantity.Read(variable, known -> Span.ofValue(known.value()), title);
      case MIN ->
          new Quantity.Read(
              variable,
              known -> Span.of(((Interval) known.value()).min()),
              new Text("{0}下限", "{0} (lower bound)").with(title));
      case MAX ->
          new Quantity.Read(
              variable,
              known -> Span.of(((Interval) known.value()).max()),
              new Text("{0}上限", "{0} (upper bound)").with(title));
    };
  }
}
