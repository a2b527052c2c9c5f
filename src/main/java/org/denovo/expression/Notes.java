package org.denovo.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.Collection;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.Problem;
import org.denovo.yaml.Problems;
import org.denovo.yaml.YamlNode;

/** Notes problems at a place in a syntax tree, and remembers whether there were any. */
final class Notes {

  private final CelAbstractSyntaxTree ast;
  private final YamlNode at;
  private final Problems problems;
  private boolean any;

  Notes(CelAbstractSyntaxTree ast, YamlNode at, Problems problems) {
    this.ast = ast;
    this.at = at;
    this.problems = problems;
  }

  boolean any() {
    return any;
  }

  void add(CelExpr expr, Text message) {
    any = true;
    problems.add(place(expr), message);
  }

  void add(CelExpr expr, Text message, String wrong, Collection<String> right) {
    any = true;
    problems.add(place(expr), message, wrong, right);
  }

  void add(CelExpr expr, Text message, String suggestion) {
    any = true;
    YamlNode place = place(expr);
    problems.add(
        new Problem(place.file(), place.line(), place.column(), message, Optional.of(suggestion)));
  }

  private YamlNode place(CelExpr expr) {
    return at.within(ast.getSource().getPositionsMap().getOrDefault(expr.id(), 0));
  }
}
