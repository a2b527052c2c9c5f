package org.denovo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denovo.extract.CentrePids;
import org.denovo.extract.Profile;
import org.denovo.extract.SourcesCsv;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.Mappings;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where fields come from, by the mappings of the sample registry. */
class SourcesCsvTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  private static final List<CentreMapping> MAPPINGS =
      Mappings.read(ROOT, ROOT.resolve("mappings"), new Problems()).all();

  @TempDir Path directory;

  @Test
  void eachColumnOfACentreThatFeedsAFieldIsNamedWithItsSheet() throws IOException {
    List<String> lines = written(Profile.STANDARD);
    assertThat(lines.get(0)).isEqualTo("field,center_pid,sheet,header,read_as,take");
    assertThat(lines)
        .contains(
            "age_at_dx,C04,基本信息,年龄,age_at_dx,",
            "ecog_ps,C04,基本信息,ECOG,ecog_ps,",
            "er_status,C04,病理,ER状态,er,",
            "er_pct,C04,病理,ER状态,er,");
    assertThat(lines.stream().filter(line -> line.startsWith("date_dx,")).distinct())
        .hasSizeGreaterThanOrEqualTo(33);
  }

  @Test
  void noIdentifierNoWorkbookAndNoCentreIsNamed() throws IOException {
    String all = String.join("\n", written(Profile.STANDARD));
    assertThat(all).doesNotContain("national_id", "person_name", ".xlsx", "redcliff", "赤壁岭");
  }

  @Test
  void withoutCentresAHeaderHasTheirNumber() throws IOException {
    List<String> lines = written(Profile.SAFE_HARBOR);
    assertThat(lines.get(0)).isEqualTo("field,header,read_as,n_centres");
    assertThat(String.join("\n", lines)).doesNotContain("C04", "基本信息");
    long centres =
        MAPPINGS.stream()
            .filter(
                mapping ->
                    mapping.sheets().stream()
                        .flatMap(sheet -> sheet.columns().stream())
                        .anyMatch(
                            column ->
                                column.header().equals("确诊日期")
                                    && column.meaning().fields().stream()
                                        .anyMatch(field -> field.name().equals("date_dx"))))
            .count();
    assertThat(lines).contains("date_dx,确诊日期,date_dx," + centres);
  }

  private List<String> written(Profile profile) throws IOException {
    Path file = directory.resolve("sources.csv");
    SourcesCsv.write(
        file,
        MAPPINGS,
        new CentrePids(text -> "C" + text.replaceAll(".*c([0-9]{2})_.*", "$1").strip()),
        profile);
    return Files.readAllLines(file);
  }
}
