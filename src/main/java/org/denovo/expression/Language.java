package org.denovo.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.denovo.record.FieldType;
import org.denovo.vocabulary.Text;

/**
 * The part of CEL that criteria are written in. CEL's own standard functions are left out: only
 * what our three-valued logic can judge is declared, so that the type checker refuses the rest.
 */
final class Language {

  private static final CelType CODES = ListType.create(SimpleType.STRING);
  private static final CelType RANGE = OpaqueType.create("range");
  static final CelType DATE = OpaqueType.create("date");
  private static final CelType IDENTIFIER = OpaqueType.create("identifier");
  private static final List<CelType> NUMBERS = List.of(SimpleType.INT, SimpleType.DOUBLE, RANGE);

  /** The functions that a criterion may call by name. */
  static final List<String> FUNCTIONS = List.of("known", "date", "days", "months", "size");

  /** What CEL's types are called in a message. */
  private static final Map<String, Text> TYPE_NAMES =
      Map.of(
          "bool", new Text("是/否", "yes/no"),
          "string", new Text("代码", "code"),
          "int", new Text("整数", "whole number"),
          "double", new Text("小数", "decimal number"),
          "range", new Text("数值区间", "range"),
          "date", new Text("日期", "date"),
          "identifier", new Text("身份标识", "identifier"),
          "list(string)", new Text("代码集合", "set of codes"));

  private Language() {}

  /** A compiler that knows these names. */
  static CelCompiler compiler(Collection<Name> names) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardEnvironmentEnabled(false)
            .setResultType(SimpleType.BOOL)
            .addFunctionDeclarations(functions());
    names.forEach(name -> builder.addVar(name.name(), type(name)));
    return builder.build();
  }

  /** A type of CEL as people call it. */
  static Text typeName(String type) {
    return TYPE_NAMES.getOrDefault(type, Text.same(type));
  }

  private static CelType type(Name name) {
    FieldType<?> type = name.variable().type();
    if (name.bound() != Name.Bound.NONE) {
      return SimpleType.DOUBLE;
    }
    if (type instanceof FieldType.YesNo) {
      return SimpleType.BOOL;
    }
    if (type instanceof FieldType.Code) {
      return SimpleType.STRING;
    }
    if (type instanceof FieldType.Codes) {
      return CODES;
    }
    if (type instanceof FieldType.Whole) {
      return SimpleType.INT;
    }
    if (type instanceof FieldType.Decimal) {
      return SimpleType.DOUBLE;
    }
    if (type instanceof FieldType.Range) {
      return RANGE;
    }
    return type instanceof FieldType.Date ? DATE : IDENTIFIER;
  }

  private static List<CelFunctionDecl> functions() {
    CelType bool = SimpleType.BOOL;
    List<CelFunctionDecl> functions = new ArrayList<>();
    functions.add(function("_&&_", List.of(of(bool, bool, bool))));
    functions.add(function("_||_", List.of(of(bool, bool, bool))));
    functions.add(function("!_", List.of(of(bool, bool))));
    functions.add(function("_?_:_", List.of(of(bool, bool, bool, bool))));
    for (Span.Order order : Span.Order.values()) {
      List<List<CelType>> forms = new ArrayList<>();
      pairs().forEach(pair -> forms.add(of(bool, pair.get(0), pair.get(1))));
      forms.add(of(bool, DATE, DATE));
      if (order == Span.Order.EQUAL || order == Span.Order.NOT_EQUAL) {
        forms.add(of(bool, bool, bool));
        forms.add(of(bool, SimpleType.STRING, SimpleType.STRING));
        forms.add(of(bool, CODES, CODES));
      }
      functions.add(function(order.function(), forms));
    }
    List<List<CelType>> in = new ArrayList<>();
    in.add(of(bool, SimpleType.STRING, CODES));
    NUMBERS.forEach(number -> in.add(of(bool, number, ListType.create(SimpleType.INT))));
    functions.add(function("@in", in));
    List<List<CelType>> sums = new ArrayList<>();
    pairs().forEach(pair -> sums.add(of(RANGE, pair.get(0), pair.get(1))));
    NUMBERS.forEach(number -> sums.add(of(DATE, DATE, number)));
    functions.add(function("_+_", sums));
    functions.add(function("_-_", sums));
    functions.add(function("known", List.of(of(bool, TypeParamType.create("T")))));
    functions.add(function("date", List.of(of(DATE, SimpleType.STRING))));
    functions.add(function("days", List.of(of(RANGE, DATE, DATE))));
    functions.add(
        function(
            "months",
            List.of(of(SimpleType.INT, SimpleType.INT), of(SimpleType.INT, SimpleType.DOUBLE))));
    functions.add(
        CelFunctionDecl.newFunctionDeclaration(
            "size",
            CelOverloadDecl.newGlobalOverload("size_of", RANGE, CODES),
            CelOverloadDecl.newMemberOverload("its_size", RANGE, CODES)));
    return functions;
  }

  private static List<List<CelType>> pairs() {
    return NUMBERS.stream()
        .flatMap(left -> NUMBERS.stream().map(right -> List.of(left, right)))
        .toList();
  }

  private static List<CelType> of(CelType result, CelType... arguments) {
    List<CelType> form = new ArrayList<>(List.of(result));
    form.addAll(List.of(arguments));
    return form;
  }

  private static CelFunctionDecl function(String name, List<List<CelType>> forms) {
    List<CelOverloadDecl> overloads = new ArrayList<>();
    for (List<CelType> form : forms) {
      overloads.add(
          CelOverloadDecl.newGlobalOverload(
              name + overloads.size(), form.get(0), form.subList(1, form.size())));
    }
    return CelFunctionDecl.newFunctionDeclaration(name, overloads);
  }
}
