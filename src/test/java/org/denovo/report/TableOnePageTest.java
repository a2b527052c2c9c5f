package org.denovo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortFile;
import org.denovo.derive.DerivedVariables;
import org.denovo.derive.Parameters;
import org.denovo.record.Fields;
import org.denovo.record.Variable;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The baseline table as people see it; the numbers are invented. */
class TableOnePageTest {

  private static final String HEADER =
      "variable,label_zh,label_en,level,level_zh,level_en,measure,surgical,surgical_pct,"
          + "non_surgical,non_surgical_pct,total,total_pct,smd,test,p\n";

  @TempDir Path folder;

  @Test
  void aVariableHasItsDifferenceBesideItsNameAndItsLevelsBelow() throws IOException {
    String page =
        page(
            "sex,性别,Sex,female,女,Female,n,20,50.0,30,60.0,50,55.6,0.21,fisher_exact,0.0004\n"
                + "sex,性别,Sex,male,男,Male,n,0,0.0,0,0.0,0,0.0,,,\n"
                + "sex,性别,Sex,missing,缺失,Missing,n,*,,<=7,,*,,,,\n");
    assertThat(page)
        .contains(">Sex<", ">20 (50.0%)<", ">0.210<", "&lt;0.001", ">&lt;=7<", "Fisher")
        .doesNotContain("Male", "Kruskal");
  }

  @Test
  void numbersStandAsMedianAndMean() throws IOException {
    String page =
        page(
            "age,年龄,Age,,人数,Patients,n,20,50.0,30,60.0,50,55.6,-0.004,kruskal_wallis,0.9\n"
                + "age,年龄,Age,,中位数,Median,median,50,,51,,50,,,,\n"
                + "age,年龄,Age,,下四分位数,Lower quartile,q1,43,,44,,43,,,,\n"
                + "age,年龄,Age,,上四分位数,Upper quartile,q3,58.5,,57,,58,,,,\n"
                + "age,年龄,Age,,均数,Mean,mean,50.2,,50.3,,50.25,,,,\n"
                + "age,年龄,Age,,标准差,Standard deviation,sd,11.4,,10.5,,11,,,,\n");
    assertThat(page).contains(">50 (43–58.5)<", ">50.20 (11.40)<", ">−0.004<", ">0.900<");
  }

  @Test
  void eachOfSeveralChoicesHasItsOwnDifference() throws IOException {
    String page =
        page(
            "sites,部位,Sites,bone,骨,Bone,n,20,50.0,30,60.0,50,55.6,0.3,chi_square,0.04\n"
                + "sites,部位,Sites,lung,肺,Lung,n,2,5.0,9,18.0,11,12.2,-0.4,chi_square_sparse,0.2\n");
    assertThat(page.indexOf(">0.300<")).isGreaterThan(page.indexOf(">Bone<"));
    assertThat(page.indexOf(">−0.400<")).isGreaterThan(page.indexOf(">Lung<"));
  }

  @Test
  void anEmptyFileIsSaidToBeWithheld() throws IOException {
    assertThat(page("")).contains("An arm is too small for this table to be shown.");
  }

  private String page(String rows) throws IOException {
    Path csv = Files.writeString(folder.resolve("table1.csv"), HEADER + rows);
    TableOnePage.write(csv, folder.resolve("table1.html"), definition());
    return Files.readString(folder.resolve("table1.html"));
  }

  private static List<Variable<?>> variables(Parameters parameters) {
    List<Variable<?>> variables = new ArrayList<>(Fields.all());
    variables.addAll(DerivedVariables.of(parameters).all());
    return variables;
  }

  static CohortDefinition definition() {
    Problems problems = new Problems();
    return (CohortDefinition)
        CohortFile.read(
                Path.of(""),
                Path.of("jobs/cohorts/surgical-vs-nonsurgical.yaml"),
                TableOnePageTest::variables,
                problems)
            .orElseThrow();
  }
}
