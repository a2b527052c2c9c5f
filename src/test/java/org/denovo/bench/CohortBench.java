package org.denovo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.denovo.SamplePatients;
import org.denovo.analysis.Grid;
import org.denovo.cohort.AttritionCount;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortFile;
import org.denovo.cohort.Membership;
import org.denovo.cohort.Selection;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.extract.Anonymity;
import org.denovo.extract.CentrePids;
import org.denovo.extract.CohortFiles;
import org.denovo.extract.Disclosure;
import org.denovo.extract.Profile;
import org.denovo.extract.SensitivityFiles;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Variable;
import org.denovo.yaml.Problems;

/**
 * Every cohort over so many patients, one after the other: processor seconds of the thread for
 * selecting, writing the members and finishing (reading back, estimates, formats). The patients are
 * those of the sample registry over and over, each time with the end of the follow-up some days
 * later.
 */
final class CohortBench {

  private record Seconds(double select, double members, double finish, double grid) {
    Seconds plus(Seconds other) {
      return new Seconds(
          select + other.select, members + other.members, finish + other.finish, grid + other.grid);
    }

    void print(String name, long members) {
      System.out.printf(
          Locale.ROOT,
          "%-32s %8d %8.2f %8.2f %8.2f %8.2f%n",
          name,
          members,
          select,
          this.members,
          finish,
          grid);
    }
  }

  private CohortBench() {}

  public static void main(String[] arguments) throws IOException {
    int wanted = Integer.parseInt(arguments[0]);
    Path root = Path.of(arguments[1]);
    Path folder = Path.of(arguments[2]);
    List<PatientRecord> sample = List.copyOf(SamplePatients.read(root).values());
    List<CohortDefinition> cohorts = cohorts(root);
    System.out.printf(
        "%-32s %8s %8s %8s %8s %8s%n", "cohort", "n", "select", "members", "finish", "grid");
    Seconds all = new Seconds(0, 0, 0, 0);
    long members = 0;
    for (CohortDefinition cohort : cohorts) {
      Path own = Files.createDirectories(folder.resolve(cohort.name()));
      Selection selection = Selection.of(cohort);
      AttritionCount count = selection.count();
      double select = 0;
      double writing = 0;
      long in = 0;
      try (CohortFiles files =
          new CohortFiles(
              own,
              cohort,
              variables(cohort.parameters()),
              new CentrePids(centre -> centre),
              Disclosure.OFF,
              Profile.STANDARD,
              Anonymity.DEFAULT)) {
        for (int from = 0; from < wanted; from += sample.size()) {
          List<PatientRecord> patients =
              again(sample, from, Math.min(wanted - from, sample.size()));
          double start = cpu();
          List<Membership.In> chosen = new ArrayList<>();
          for (PatientRecord patient : patients) {
            Membership membership = selection.judge(patient, Set.of());
            count.add(patient, membership);
            if (membership instanceof Membership.In member) {
              chosen.add(member);
            }
          }
          double selected = cpu();
          chosen.forEach(each -> files.accept(each.member()));
          in += chosen.size();
          select += selected - start;
          writing += cpu() - selected;
        }
        double start = cpu();
        files.finish(count.attrition(), count.byCentre());
        double finished = cpu();
        cohort.sensitivity().ifPresent(grid -> grid(sample, wanted, own, cohort));
        Seconds seconds = new Seconds(select, writing, finished - start, cpu() - finished);
        seconds.print(cohort.name(), in);
        all = all.plus(seconds);
        members += in;
      }
    }
    all.print("all " + cohorts.size(), members);
  }

  private static void grid(
      List<PatientRecord> sample, int wanted, Path folder, CohortDefinition cohort) {
    Grid grid = new Grid(cohort.sensitivity().orElseThrow());
    for (int from = 0; from < wanted; from += sample.size()) {
      again(sample, from, Math.min(wanted - from, sample.size()))
          .forEach(patient -> grid.accept(patient, Set.of()));
    }
    SensitivityFiles.write(folder, cohort, grid, Disclosure.OFF);
  }

  private static List<PatientRecord> again(List<PatientRecord> sample, int from, int count) {
    int round = from / sample.size();
    return sample.stream().limit(count).map(patient -> again(patient, round)).toList();
  }

  private static PatientRecord again(PatientRecord patient, int round) {
    PatientKey key = patient.key();
    PatientRecord.Builder builder =
        PatientRecord.of(new PatientKey(key.centre(), key.number(), key.pid() + "_" + round));
    for (Field<?> field : Fields.all()) {
      copy(patient, field, builder);
    }
    for (Field<PartialDate> end : List.of(Fields.DATE_DEATH, Fields.DATE_LAST_CONTACT)) {
      patient
          .value(end)
          .filter(date -> date.precision() == PartialDate.Precision.DAY)
          .ifPresent(date -> builder.put(end, PartialDate.of(date.first().plusDays(round % 90))));
    }
    return builder.build();
  }

  private static <T> void copy(
      PatientRecord patient, Field<T> field, PatientRecord.Builder builder) {
    Answer<T> answer = patient.answer(field);
    patient
        .cell(field)
        .ifPresentOrElse(
            cell -> builder.put(field, answer, cell), () -> builder.put(field, answer));
  }

  private static List<CohortDefinition> cohorts(Path root) throws IOException {
    Problems problems = new Problems();
    try (Stream<Path> files = Files.list(root.resolve("jobs/cohorts"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> CohortFile.read(root, file, CohortBench::variables, problems).stream())
          .filter(CohortDefinition.class::isInstance)
          .map(CohortDefinition.class::cast)
          .toList();
    }
  }

  private static List<Variable<?>> variables(Parameters parameters) {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(parameters).all());
    return variables;
  }

  private static double cpu() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
