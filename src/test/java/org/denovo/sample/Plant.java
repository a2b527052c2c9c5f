package org.denovo.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.denovo.Example;
import org.denovo.check.Rule;
import org.denovo.check.Rules;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.Sex;
import org.denovo.vocabulary.StageGroup;
import org.denovo.yaml.YamlNode;

/**
 * A known fault that is to be written into workbooks.
 *
 * @param rule the rule that has to find it
 * @param facts what is wrong as facts, which each centre writes in its own words
 * @param cells what is wrong as the text of cells, the same at every centre
 * @param at the centres that can have it
 */
record Plant(String rule, Map<Field<?>, Answer<?>> facts, Map<Field<?>, String> cells, Where at) {

  /** Which centres can have a fault. */
  enum Where {
    ANYWHERE,
    CODES,
    WORDS,
    SHEETS
  }

  private static final List<String> EXAMPLES =
      List.of(
          "value",
          "wording",
          "patient",
          "completeness",
          "stage",
          "timing",
          "receptor",
          "surgery",
          "treatment",
          "burden",
          "date");

  Plant {
    facts = Map.copyOf(facts);
    cells = Map.copyOf(cells);
  }

  /**
   * Every example that breaks a rule and can be written down, and the cells of faults/cells.yaml.
   */
  static List<Plant> all() {
    List<Plant> all = new ArrayList<>();
    for (String file : EXAMPLES) {
      Example.file("check/" + file + ".yaml")
          .entries()
          .forEach((rule, kinds) -> examples(rule, kinds).forEach(all::add));
    }
    Example.file("faults/cells.yaml")
        .entries()
        .forEach(
            (rule, plants) ->
                Example.items(plants).forEach(plant -> all.add(ofCells(rule, plant))));
    return all;
  }

  private static Stream<Plant> examples(String rule, YamlNode kinds) {
    return kinds.entries().entrySet().stream()
        .filter(kind -> kind.getKey().startsWith("broken"))
        .flatMap(kind -> Example.items(kind.getValue()).stream())
        .filter(example -> example.entries().values().stream().allMatch(Plant::canBeWritten))
        .filter(example -> !example.entries().isEmpty())
        .map(example -> new Plant(rule, facts(example), Map.of(), Where.ANYWHERE));
  }

  /** A remark is made by a reader, and a column that is not there cannot be planted. */
  private static boolean canBeWritten(YamlNode value) {
    String text = value.text();
    return !text.contains(" !") && !text.equals("(unreadable)") && !text.equals("(not_collected)");
  }

  private static Map<Field<?>, Answer<?>> facts(YamlNode example) {
    PatientRecord patient = Example.patient(example.entries());
    Map<Field<?>, Answer<?>> facts = new LinkedHashMap<>();
    example.entries().keySet().forEach(name -> facts.put(named(name), patient.answer(named(name))));
    return facts;
  }

  private static Plant ofCells(String rule, YamlNode plant) {
    Map<Field<?>, String> cells = new LinkedHashMap<>();
    Where at = Where.ANYWHERE;
    for (Map.Entry<String, YamlNode> entry : plant.entries().entrySet()) {
      if (entry.getKey().equals("at")) {
        at = Where.valueOf(entry.getValue().text().toUpperCase(Locale.ROOT));
      } else {
        cells.put(named(entry.getKey()), entry.getValue().text());
      }
    }
    return new Plant(rule, Map.of(), cells, at);
  }

  private static Field<?> named(String name) {
    return Fields.named(name).orElseThrow(() -> new AssertionError("no field " + name));
  }

  /**
   * The first of the candidates on whom the fault stands out as one: as a change of a sound record,
   * else of one in which what the rule looks at is blank, else alone; nobody if it is no fault of
   * the sample's day or window of accrual.
   */
  Optional<Patient> befalling(List<Patient> candidates, Predicate<PatientRecord> standsOut) {
    if (facts.isEmpty()) {
      return candidates.stream()
          .filter(
              patient -> patient.is(Fields.SEX, Sex.FEMALE) && patient.is(Fields.M_CAT, MCat.M1))
          .skip(Math.floorMod(rule.hashCode(), 20))
          .findFirst();
    }
    return Stream.of(List.<Field<?>>of(), lookedAt(), Fields.all())
        .flatMap(blank -> candidates.stream().map(patient -> with(patient, blank)))
        .filter(patient -> standsOut.test(patient.truth()))
        .findFirst();
  }

  private List<Field<?>> lookedAt() {
    Rule judged =
        Rules.all().stream().filter(one -> one.id().equals(rule)).findFirst().orElseThrow();
    return Stream.concat(judged.given().stream(), judged.reads().stream())
        .<Field<?>>map(field -> field)
        .toList();
  }

  private Patient with(Patient sound, List<? extends Field<?>> blank) {
    PatientRecord truth = sound.truth();
    if (facts.containsKey(Fields.SEX) || facts.containsKey(Fields.BIRTH_DATE)) {
      // The identity number says both as well.
      truth = truth.with(Fields.NATIONAL_ID, Answer.absent(Absence.BLANK));
    }
    for (Field<?> field : blank) {
      truth = truth.with(field, Answer.absent(Absence.BLANK));
    }
    for (Map.Entry<Field<?>, Answer<?>> fact : facts.entrySet()) {
      truth = put(truth, fact.getKey(), fact.getValue());
    }
    if (truth.answer(Fields.M_CAT).missing().equals(Absence.BLANK.code())
        && truth.value(Fields.STAGE_GROUP).filter(StageGroup.IV::equals).isPresent()) {
      truth = truth.with(Fields.M_CAT, Answer.known(MCat.M1, Remark.IMPLIED));
    }
    return new Patient(truth, sound.course(), true);
  }

  @SuppressWarnings("unchecked") // the answer was parsed by the field's own type
  private static <T> PatientRecord put(PatientRecord truth, Field<T> field, Answer<?> answer) {
    return truth.with(field, (Answer<T>) answer);
  }
}
