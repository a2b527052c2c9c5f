package org.denovo.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.denovo.record.FieldType;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Turns a checked syntax tree into the tree that judges, and checks what CEL's types cannot. */
final class Reading {

  /** Stands where a problem was noted; the tree that holds it is thrown away. */
  private static final Truth NONE = new Truth.Always(Verdict.NOT_MET);

  private static final Set<CelConstant.Kind> CONSTANTS =
      EnumSet.of(
          CelConstant.Kind.BOOLEAN_VALUE,
          CelConstant.Kind.INT64_VALUE,
          CelConstant.Kind.DOUBLE_VALUE,
          CelConstant.Kind.STRING_VALUE);

  private final CelAbstractSyntaxTree ast;
  private final Notes notes;
  private final Map<String, Name> names;
  private final Quantities quantities;
  private final Set<Variable<?>> reads = new LinkedHashSet<>();

  Reading(Map<String, Name> names, CelAbstractSyntaxTree ast, YamlNode at, Problems problems) {
    this.ast = ast;
    this.names = names;
    this.notes = new Notes(ast, at, problems);
    this.quantities = new Quantities(names, notes);
  }

  /** The tree; empty if a problem was noted. */
  Optional<Truth> truth() {
    survey(ast.getExpr());
    if (notes.any()) {
      return Optional.empty();
    }
    Truth truth = truth(ast.getExpr());
    return notes.any() ? Optional.empty() : Optional.of(truth);
  }

  /** The variables that the text names, in its order. */
  List<Variable<?>> reads() {
    return List.copyOf(reads);
  }

  /** Gathers the variables, and refuses what CEL's grammar has and criteria have not. */
  private void survey(CelExpr expr) {
    switch (expr.getKind()) {
      case IDENT -> reads.add(variable(expr));
      case LIST -> expr.list().elements().forEach(this::survey);
      case CALL -> {
        expr.call().target().ifPresent(this::survey);
        expr.call().args().forEach(this::survey);
      }
      case CONSTANT -> {
        if (!CONSTANTS.contains(expr.constant().getKind())) {
          unusable(expr);
        }
      }
      case NOT_SET, SELECT, STRUCT, MAP, COMPREHENSION -> unusable(expr);
    }
  }

  private void unusable(CelExpr expr) {
    notes.add(expr, new Text("条件中不能这样写", "this cannot be used in a criterion"));
  }

  private Truth truth(CelExpr expr) {
    return switch (expr.getKind()) {
      case CONSTANT ->
          new Truth.Always(expr.constant().booleanValue() ? Verdict.MET : Verdict.NOT_MET);
      case IDENT -> new Question.Flag(variable(expr));
      case CALL -> call(expr, expr.call().args());
      case NOT_SET, SELECT, LIST, STRUCT, MAP, COMPREHENSION ->
          throw new IllegalStateException("checked to be yes or no");
    };
  }

  private Truth call(CelExpr expr, List<CelExpr> arguments) {
    String function = expr.call().function();
    return switch (function) {
      case "_&&_" -> new Truth.And(parts(expr, function));
      case "_||_" -> new Truth.Or(parts(expr, function));
      case "!_" -> new Truth.Not(truth(arguments.get(0)));
      case "_?_:_" ->
          new Truth.If(truth(arguments.get(0)), truth(arguments.get(1)), truth(arguments.get(2)));
      case "known" -> known(arguments.get(0));
      case "@in" -> in(arguments.get(0), arguments.get(1));
      default -> compare(expr, order(function), arguments.get(0), arguments.get(1));
    };
  }

  private List<Truth> parts(CelExpr expr, String function) {
    List<Truth> parts = new ArrayList<>();
    for (CelExpr argument : expr.call().args()) {
      boolean same =
          argument.getKind() == CelExpr.ExprKind.Kind.CALL
              && argument.call().function().equals(function);
      if (same) {
        parts.addAll(parts(argument, function));
      } else {
        parts.add(truth(argument));
      }
    }
    return parts;
  }

  private Truth known(CelExpr argument) {
    if (argument.getKind() != CelExpr.ExprKind.Kind.IDENT) {
      notes.add(argument, new Text("known()只接受变量", "known() takes a variable"));
      return NONE;
    }
    return new Question.Has(variable(argument));
  }

  private Truth compare(CelExpr expr, Span.Order order, CelExpr left, CelExpr right) {
    CelType type = ast.getTypeOrThrow(left.id());
    if (type.equals(SimpleType.BOOL)) {
      return as(order, new Truth.Same(truth(left), truth(right)));
    }
    if (type.equals(SimpleType.STRING)) {
      return as(order, sameCode(expr, left, right));
    }
    if (type instanceof ListType) {
      return as(order, exactly(expr, left, right));
    }
    boolean dates = type.name().equals(Language.DATE.name());
    return new Question.Compare(order, quantities.of(left), quantities.of(right), dates);
  }

  private static Truth as(Span.Order order, Truth equal) {
    return order == Span.Order.EQUAL ? equal : new Truth.Not(equal);
  }

  private Truth sameCode(CelExpr expr, CelExpr left, CelExpr right) {
    boolean leftNamed = left.getKind() == CelExpr.ExprKind.Kind.IDENT;
    boolean rightNamed = right.getKind() == CelExpr.ExprKind.Kind.IDENT;
    if (leftNamed && rightNamed) {
      if (!codes(variable(left)).equals(codes(variable(right)))) {
        notes.add(expr, new Text("两个变量的代码表不同", "the two variables have different code lists"));
      }
      return new Question.SameCode(variable(left), variable(right));
    }
    if (leftNamed) {
      return isOneOf(left, List.of(right));
    }
    if (rightNamed) {
      return isOneOf(right, List.of(left));
    }
    return nothingToCompare(expr);
  }

  private Truth exactly(CelExpr expr, CelExpr left, CelExpr right) {
    boolean named = left.getKind() == CelExpr.ExprKind.Kind.IDENT;
    CelExpr variable = named ? left : right;
    CelExpr list = named ? right : left;
    if (variable.getKind() != CelExpr.ExprKind.Kind.IDENT
        || list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return nothingToCompare(expr);
    }
    return holds(variable, list.list().elements(), true);
  }

  private Truth in(CelExpr element, CelExpr list) {
    if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
      return holds(list, List.of(element), false);
    }
    if (!ast.getTypeOrThrow(element.id()).equals(SimpleType.STRING)) {
      Quantity left = quantities.of(element);
      return new Truth.Or(
          list.list().elements().stream()
              .map(quantities::of)
              .<Truth>map(one -> new Question.Compare(Span.Order.EQUAL, left, one, false))
              .toList());
    }
    return element.getKind() == CelExpr.ExprKind.Kind.IDENT && !list.list().elements().isEmpty()
        ? isOneOf(element, list.list().elements())
        : nothingToCompare(element);
  }

  private Truth isOneOf(CelExpr variable, List<CelExpr> texts) {
    Set<Coded> codes = codes(variable(variable), texts);
    return new Question.IsOneOf(variable(variable), Set.copyOf(codes), named(codes, "或", " or "));
  }

  private Truth holds(CelExpr variable, List<CelExpr> texts, boolean exactly) {
    Set<Coded> codes = codes(variable(variable), texts);
    return new Question.Holds(
        variable(variable), Set.copyOf(codes), exactly, named(codes, "、", ", "));
  }

  private Set<Coded> codes(Variable<?> variable, List<CelExpr> texts) {
    Map<String, ? extends Coded> list = codes(variable);
    Set<Coded> codes = new LinkedHashSet<>();
    for (CelExpr text : texts) {
      if (text.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
        notes.add(text, new Text("此处应为代码", "a code was expected here"));
        continue;
      }
      String code = text.constant().stringValue();
      if (list.containsKey(code)) {
        codes.add(list.get(code));
      } else {
        notes.add(
            text,
            new Text("“{0}”不是{1}的代码", "'{0}' is not a code of {1}").with(code, variable.name()),
            code,
            list.keySet());
      }
    }
    return codes;
  }

  private static Map<String, ? extends Coded> codes(Variable<?> variable) {
    if (variable.type() instanceof FieldType.Code<?> code) {
      return code.byCode();
    }
    if (variable.type() instanceof FieldType.Codes<?> codes) {
      return codes.code().byCode();
    }
    throw new IllegalStateException(variable.name() + " is checked to be coded");
  }

  private static Text named(Set<Coded> codes, String zh, String en) {
    return new Text(
        String.join(zh, codes.stream().map(code -> code.title().zh()).toList()),
        String.join(en, codes.stream().map(code -> code.title().en()).toList()));
  }

  private Truth nothingToCompare(CelExpr expr) {
    notes.add(expr, new Text("须将变量与代码比较", "a variable is compared with a code or a list of codes"));
    return NONE;
  }

  private Variable<?> variable(CelExpr ident) {
    return names.get(ident.ident().name()).variable();
  }

  private static Span.Order order(String function) {
    return Arrays.stream(Span.Order.values())
        .filter(order -> order.function().equals(function))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(function + " is not declared"));
  }
}
