package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.Interval;
import org.denovo.record.PartialDate;
import org.denovo.record.Variable;
import org.denovo.vocabulary.MetSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColumnsTest {

  /** Words that Stata or SPSS does not take for a variable. */
  private static final Set<String> RESERVED =
      Set.of(
          "byte", "double", "float", "if", "in", "int", "long", "str", "strl", "using", "with",
          "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to");

  private static final Answer<PartialDate> ZERO = Answer.known(PartialDate.parse("2018-05-03"));

  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyNameIsShortUniqueAndSnakeCase(Profile profile) {
    Set<String> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    for (Field<?> field : Fields.all()) {
      for (String name : Columns.of(field, profile).map(Columns::names).orElse(List.of())) {
        if (!seen.add(name) || !name.matches("[a-z][a-z0-9_]{0,31}")) {
          wrong.add(name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** SAS and SPSS take no notice of case, Stata of what comes after 32 characters. */
  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyNameOfACohortIsOneInEveryPackage(Profile profile) {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(Parameters.DEFAULT).all());
    List<List<Column>> files = new ArrayList<>();
    files.add(
        new CohortColumns(Invented.DEFINITION, variables, Invented.CENTRES, profile).columns());
    files.add(EventTimes.columns());
    Invented.DEFINITION.designs().stream()
        .flatMap(design -> DesignRows.of(design, Invented.DEFINITION).stream())
        .forEach(rows -> files.add(rows.columns()));
    List<String> wrong = new ArrayList<>();
    for (List<Column> columns : files) {
      Set<String> seen = new HashSet<>();
      for (Column column : columns) {
        String name = column.name().toLowerCase(Locale.ROOT);
        if (!seen.add(name) || name.length() > 32 || RESERVED.contains(name)) {
          wrong.add(name);
        }
      }
    }
    assertThat(files.get(0)).hasSizeGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyEquivalentOfAFieldIsOfADictionary() {
    assertThat(Dictionary.of("N 3826; L 85329-1"))
        .isEqualTo(Map.of(Dictionary.NAACCR, "3826", Dictionary.LOINC, "85329-1"));
    assertThat(Dictionary.of("")).isEmpty();
    assertThatThrownBy(() -> Dictionary.of("X 1")).hasMessage("no dictionary is marked X");
    long with = Fields.all().stream().filter(f -> !Dictionary.of(f.standard()).isEmpty()).count();
    assertThat(with).isEqualTo(Fields.all().stream().filter(f -> !f.standard().isEmpty()).count());
  }

  @Test
  void noTwoCodesOfAListHaveOneLabel() {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(Parameters.DEFAULT).all());
    List<String> wrong = new ArrayList<>();
    for (Variable<?> variable : variables) {
      for (Column column :
          Columns.of(variable, Profile.STANDARD).map(Columns::columns).orElse(List.of())) {
        Set<String> zh = new HashSet<>();
        Set<String> en = new HashSet<>();
        for (Column.Level level : column.levels()) {
          if (!zh.add(level.title().zh()) || !en.add(level.title().en())) {
            wrong.add(column.name() + " " + level.code());
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void onlyIdentifiersAndABirthDateInDaysHaveNoColumn(Profile profile) {
    List<Field<?>> without =
        Fields.all().stream()
            .filter(field -> Columns.of(field, profile).isEmpty())
            .<Field<?>>map(field -> field)
            .toList();
    List<Field<?>> expected = new ArrayList<>();
    Fields.all().stream()
        .filter(field -> field.type() instanceof FieldType.Identifier)
        .forEach(expected::add);
    assertThat(expected).hasSize(2);
    if (profile != Profile.LIMITED) {
      expected.add(Fields.BIRTH_DATE);
    }
    assertThat(without).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void onlyALimitedDataSetHasDates(Profile profile) {
    List<String> dates =
        Fields.all().stream()
            .flatMap(field -> Columns.of(field, profile).stream())
            .flatMap(columns -> columns.columns().stream())
            .filter(column -> column.kind() == Column.Kind.DATE)
            .map(Column::name)
            .toList();
    long fields =
        Fields.all().stream().filter(field -> field.type() instanceof FieldType.Date).count();
    assertThat(dates).hasSize(profile == Profile.LIMITED ? (int) fields : 0);
    assertThat(fields).isGreaterThan(10);
  }

  /** Every number of years that may exceed 89 is written with its greatest value. */
  @Test
  void safeHarborHasNobodyOlderThanNinety() {
    List<String> pooled = new ArrayList<>();
    List<Variable<?>> all = new ArrayList<>(Fields.all());
    all.addAll(DerivedVariables.of(Parameters.DEFAULT).all());
    for (Variable<?> variable : all) {
      if (variable.type() instanceof FieldType.Whole whole && whole.unit().equals("a")) {
        List<String> row = new ArrayList<>();
        Columns.of(variable, Profile.SAFE_HARBOR)
            .orElseThrow()
            .write(Answer.known(whole.most()), Answer.absent(Absence.BLANK), row);
        assertThat(Integer.parseInt(row.get(0))).isEqualTo(Math.min(whole.most(), 90));
        if (whole.most() > 90) {
          pooled.add(variable.name());
        }
      }
    }
    assertThat(pooled).containsExactly("age_at_dx");
  }

  @Test
  void safeHarborLetsTheYoungerStand() {
    assertThat(age(Profile.SAFE_HARBOR, 89)).isEqualTo("89");
    assertThat(age(Profile.SAFE_HARBOR, 90)).isEqualTo("90");
    assertThat(age(Profile.SAFE_HARBOR, 103)).isEqualTo("90");
    assertThat(age(Profile.STANDARD, 103)).isEqualTo("103");
    assertThat(Profile.SAFE_HARBOR.centres(Invented.CENTRES).of("north")).isEmpty();
    assertThat(Profile.LIMITED.centres(Invented.CENTRES).of("north")).isNotEmpty();
  }

  private static String age(Profile profile, int age) {
    List<String> row = new ArrayList<>();
    Columns.of(Fields.AGE_AT_DX, profile)
        .orElseThrow()
        .write(Answer.known(age), Answer.absent(Absence.BLANK), row);
    return row.get(0);
  }

  @Test
  void aNameThatIsTooLongHasItsLongestWordsCut() {
    assertThat(ColumnName.of("all_lesions_locally_treatable", "_miss"))
        .isEqualTo("all_lesions_locally_treatab_miss");
    assertThat(ColumnName.of("date_last_disease_assessment", "_precision"))
        .isEqualTo("last_disease_assessmen_precision");
    assertThat(ColumnName.of("er_status", "_miss")).isEqualTo("er_status_miss");
  }

  @Test
  void daysAreCalledAfterTheEvent() {
    assertThat(names(Fields.DATE_DX, Profile.STANDARD))
        .containsExactly("dx_day", "date_dx_precision", "date_dx_miss");
    assertThat(names(Fields.SECOND_SURGERY_DATE, Profile.STANDARD))
        .startsWith("second_surgery_day");
    assertThat(names(Fields.DATE_DX, Profile.LIMITED))
        .containsExactly("date_dx", "date_dx_precision", "date_dx_miss");
  }

  @Test
  void aRangeHasItsValueOnlyWhereItIsExact() {
    assertThat(names(Fields.LESION_COUNT, Profile.STANDARD))
        .containsExactly(
            "lesion_count", "lesion_count_min", "lesion_count_max", "lesion_count_miss");
    assertThat(cells(Fields.LESION_COUNT, Answer.known(Interval.of(3)), ZERO))
        .containsExactly("3", "3", "3", "");
    assertThat(cells(Fields.LESION_COUNT, Answer.known(new Interval(2, 4.5)), ZERO))
        .containsExactly("", "2", "4.5", "");
    assertThat(cells(Fields.LESION_COUNT, Answer.known(Interval.atLeast(2)), ZERO))
        .containsExactly("", "2", "", "");
  }

  @Test
  void aPartialDateIsTheMiddleOfWhatIsKnownAndSaysSo() {
    assertThat(cells(Fields.DATE_DEATH, Answer.known(PartialDate.parse("2018-06-01")), ZERO))
        .containsExactly("29", "day", "");
    assertThat(cells(Fields.DATE_DEATH, Answer.known(PartialDate.parse("2018-06")), ZERO))
        .containsExactly("43", "month", "");
    assertThat(cells(Fields.DATE_DEATH, Answer.known(PartialDate.parse("2018")), ZERO))
        .containsExactly("59", "year", "");
  }

  @Test
  void withoutTimeZeroThereIsNoDayForTheReasonThatThereIsNoTimeZero() {
    Answer<PartialDate> unknown = Answer.absent(Absence.UNKNOWN);
    assertThat(cells(Fields.DATE_DEATH, Answer.known(PartialDate.parse("2018")), unknown))
        .containsExactly("", "", "unknown");
    assertThat(cells(Fields.DATE_DEATH, Answer.absent(Absence.NOT_APPLICABLE), unknown))
        .containsExactly("", "", "not_applicable");
  }

  @Test
  void anEmptyCellHasItsReasonBesideIt() {
    assertThat(cells(Fields.SEX, Answer.absent(Absence.BLANK), ZERO)).containsExactly("", "blank");
    assertThat(cells(Fields.SEX, Answer.unreadable(), ZERO)).containsExactly("", "unreadable");
  }

  @Test
  void aSetIsWrittenWithSemicolonsInTheOrderOfItsList() {
    assertThat(cells(Fields.MET_SITES, Answer.known(Set.of(MetSite.LIVER, MetSite.BONE)), ZERO))
        .containsExactly("bone;liver", "");
  }

  private static List<String> names(Field<?> field, Profile profile) {
    return Columns.of(field, profile).orElseThrow().names();
  }

  private static <T> List<String> cells(
      Field<T> field, Answer<T> answer, Answer<PartialDate> zero) {
    List<String> row = new ArrayList<>();
    Columns.of(field, Profile.STANDARD).orElseThrow().write(answer, zero, row);
    return row;
  }
}
