package org.denovo.proposal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.mapping.Meaning;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Topic;
import org.denovo.vocabulary.Text;

/**
 * What a column can be: a field, a topic, or something that is not read (a role).
 *
 * @param name as a mapping writes it; for a role, its name in {@code targets.yaml}
 */
record Target(String name, Optional<Field<?>> field, Optional<Topic> topic) {

  static final String PATIENT_NUMBER = "patient_number";

  /** A number that may lead to somebody, and by which nothing is joined. */
  static final String OTHER_NUMBER = "other_number";

  Target {
    Objects.requireNonNull(name, "name");
  }

  /** The target of that name; a role if it is neither a field nor a topic. */
  static Target named(String name) {
    return new Target(name, Fields.named(name), Topic.named(name));
  }

  static Target of(Field<?> field) {
    return new Target(field.name(), Optional.of(field), Optional.empty());
  }

  static Target of(Topic topic) {
    return new Target(topic.code(), Optional.empty(), Optional.of(topic));
  }

  /** True if a mapping cannot name it. */
  boolean isRole() {
    return field.isEmpty() && topic.isEmpty();
  }

  boolean isPatientNumber() {
    return name.equals(PATIENT_NUMBER);
  }

  /** True for what is seen and never kept: identifiers and the registry's own administration. */
  boolean isIgnored() {
    return isRole() && !isPatientNumber() || isIdentifier();
  }

  /** True for what tells who somebody is, so that no value of it is ever shown. */
  boolean isIdentifying() {
    return isIdentifier() || isRole() && !name.equals("row_number");
  }

  private boolean isIdentifier() {
    return field.filter(f -> f.type() instanceof FieldType.Identifier).isPresent();
  }

  boolean isDate() {
    return field.filter(f -> f.type() instanceof FieldType.Date).isPresent();
  }

  boolean isYesNo() {
    return field.filter(f -> f.type() instanceof FieldType.YesNo).isPresent();
  }

  /** True if it asks whether the disease has spread to an organ. */
  boolean isMetastasisSite() {
    return isYesNo() && name.startsWith("met_") && !name.equals("met_biopsy_confirmed");
  }

  /** True if its values are codes, which a workbook may write as bare numbers. */
  boolean isCoded() {
    return field
        .map(Field::type)
        .filter(
            type ->
                type instanceof FieldType.Code<?>
                    || type instanceof FieldType.Codes<?>
                    || type instanceof FieldType.YesNo)
        .isPresent();
  }

  /** True if a cell of it holds a set of codes. */
  boolean isSet() {
    return field.filter(f -> f.type() instanceof FieldType.Codes<?>).isPresent();
  }

  /** The fields that it may fill. */
  List<Field<?>> fields() {
    return field
        .<List<Field<?>>>map(List::of)
        .orElseGet(() -> topic.map(Topic::fields).orElse(List.of()));
  }

  /** A meaning without options. */
  Meaning meaning() {
    return meaning(java.util.Map.of(), "", Meaning.DateOrder.UNDECLARED);
  }

  Meaning meaning(
      java.util.Map<String, String> codes, String splitOn, Meaning.DateOrder dateOrder) {
    return meaning("", codes, splitOn, dateOrder);
  }

  /** The meaning that a mapping with these options gives its cells. */
  Meaning meaning(ColumnDraft.Options options) {
    return meaning(options.unit(), options.codes(), options.splitOn(), options.dateOrder());
  }

  private Meaning meaning(
      String unit,
      java.util.Map<String, String> codes,
      String splitOn,
      Meaning.DateOrder dateOrder) {
    java.util.Map<String, String> folded = new java.util.HashMap<>();
    codes.forEach((code, value) -> folded.put(org.denovo.mapping.Words.fold(code), value));
    return new Meaning(
        field, topic, unit, folded, splitOn, dateOrder, org.denovo.mapping.Words.NONE);
  }

  /** The name as people read it. */
  Text title() {
    return field
        .map(Field::title)
        .or(() -> topic.map(Topic::title))
        .orElseGet(() -> roleTitle(name));
  }

  private static Text roleTitle(String name) {
    return switch (name) {
      case PATIENT_NUMBER -> new Text("患者编号", "patient number");
      case "phone" -> new Text("电话", "telephone");
      case "address" -> new Text("地址", "address");
      case "email" -> new Text("电子邮件", "e-mail");
      case "staff" -> new Text("工作人员", "staff");
      case OTHER_NUMBER -> new Text("其他号码", "another number");
      case "row_number" -> new Text("序号", "row number");
      default -> throw new IllegalStateException(name);
    };
  }
}
