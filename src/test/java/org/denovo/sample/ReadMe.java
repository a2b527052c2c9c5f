package org.denovo.sample;

import static org.denovo.record.Fields.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.denovo.record.Field;
import org.denovo.vocabulary.Coded;
import org.denovo.vocabulary.MCat;
import org.denovo.vocabulary.MetSite;

/** The page beside the sample data, with the figures that are known of it. */
record ReadMe(SampleRegistry registry) {

  String write() {
    List<Patient> all = registry.patients();
    List<Patient> stageFour = all.stream().filter(p -> p.is(M_CAT, MCat.M1)).toList();
    List<Course> courses = stageFour.stream().map(Patient::course).toList();
    long kinds = registry.faults().stream().map(FaultFile.Row::kind).distinct().count();
    return String.join(
        "\n",
        "# Sample registry / 示例数据",
        "",
        "**Every patient, name, number, centre and password in this folder is invented by a program.",
        "No row describes a person, and no hospital is meant. 本目录所有患者、姓名、号码、医院与密码均为程序虚构，",
        "与任何真实的人或医院无关。**",
        "",
        "Identity numbers have a valid check digit, but their region is a whole province, which no",
        "person's number has. The password of the encrypted workbook is invented too.",
        "",
        "| file | holds |",
        "|---|---|",
        "| `inbox/` | the workbooks of 33 invented centres |",
        "| `truth.csv` | what each patient's cells state; `<blank>`, `<unknown>` … where there is no value; empty where nothing is asserted |",
        "| `faults.csv` | each seeded fault: its place, its kind, the rule that must find it, rules that may speak up as well (`also`) |",
        "",
        "`org.denovo.sample.SampleRegistry` in the test tree writes this folder and `mappings/`; a test",
        "compares what it writes with what is committed. To write it again:",
        "",
        "    mvn -q test -Dtest=SampleRegistryTest -Dgolden=update",
        "",
        "## Counts",
        "",
        "| | n |",
        "|---|---|",
        "| centres | " + Centres.all().size() + " |",
        "| patients | " + all.size() + " |",
        "| of stage IV | " + stageFour.size() + " |",
        "| of stage III, who belong in no stage IV cohort | "
            + (all.size() - stageFour.size())
            + " |",
        "| of stage IV and operated | "
            + operated(courses)
            + " ("
            + percent(operated(courses), courses.size())
            + ") |",
        "| of stage IV and dead by the data cut | " + dead(courses) + " |",
        "| seeded faults | " + registry.faults().size() + " of " + kinds + " kinds |",
        "",
        "Subtypes of all patients: " + shares(all, MOLECULAR_SUBTYPE_RECORDED) + ".",
        "CSBrS-002 had 14.3, 51.8, 22.1 and 11.8 %.",
        "",
        "Sites of stage IV patients: " + sites(stageFour) + ".",
        "",
        "## Layouts",
        "",
        "| layout | workbooks |",
        "|---|---|",
        layouts(),
        "",
        "## What is known of survival",
        "",
        "Death: 45 days after diagnosis, then Weibull with shape "
            + Course.WEIBULL_SHAPE
            + " and scale "
            + Course.WEIBULL_SCALE_MONTHS
            + " months, hazard multiplied",
        "by subtype and sites. Surgery was planned for "
            + Math.round(100 * Course.SHARE_PLANNED)
            + " % whatever the prognosis, "
            + Course.PLANNED_FROM_DAY
            + " to "
            + Course.PLANNED_TO_DAY
            + " days after systemic",
        "therapy began (in 12 % within 18 days of diagnosis), and done only if the patient was alive and in care on",
        "that day. It has no effect: the true hazard ratio is "
            + Course.TRUE_HAZARD_RATIO
            + ". What different analyses make of it, crude, over the",
        "stage IV patients as drawn (before faults and gaps):",
        "",
        "| analysis | hazard ratio |",
        "|---|---|",
        "| true effect | 1.00 |",
        "| ever operated against never (immortal time) | "
            + ratio(Estimates.everNever(courses))
            + " |",
        "| landmark 3 months | " + ratio(Estimates.landmark(courses, 91)) + " |",
        "| landmark 6 months | " + ratio(Estimates.landmark(courses, 183)) + " |",
        "| landmark 8 months | " + ratio(Estimates.landmark(courses, 244)) + " |",
        "| landmark 12 months | " + ratio(Estimates.landmark(courses, 365)) + " |",
        "| operation as a time-varying covariate | " + ratio(Estimates.timeVarying(courses)) + " |",
        "");
  }

  private static long operated(List<Course> courses) {
    return courses.stream().filter(course -> course.surgery().isPresent()).count();
  }

  private static long dead(List<Course> courses) {
    return courses.stream().filter(course -> course.death().isPresent()).count();
  }

  private static String percent(long part, long whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, "%.3f", ratio);
  }

  private static <T extends Enum<T> & Coded> String shares(List<Patient> patients, Field<T> field) {
    Map<T, Long> counts =
        patients.stream()
            .flatMap(p -> p.value(field).stream())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getKey().title().en() + " " + percent(e.getValue(), patients.size()))
        .collect(Collectors.joining(", "));
  }

  private static String sites(List<Patient> patients) {
    Map<MetSite, Long> counts =
        patients.stream()
            .flatMap(p -> p.value(MET_SITES).orElseThrow().stream())
            .collect(Collectors.groupingBy(v -> v, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> e.getKey().title().en() + " " + percent(e.getValue(), patients.size()))
        .collect(Collectors.joining(", "));
  }

  private static String layouts() {
    Map<Centre.Layout, List<String>> files =
        Centres.all().stream()
            .collect(
                Collectors.groupingBy(
                    Centre::layout,
                    TreeMap::new,
                    Collectors.mapping(centre -> "`" + centre.file() + "`", Collectors.toList())));
    return files.entrySet().stream()
        .map(e -> "| " + e.getKey().title() + " | " + String.join(", ", e.getValue()) + " |")
        .collect(Collectors.joining("\n"));
  }
}
