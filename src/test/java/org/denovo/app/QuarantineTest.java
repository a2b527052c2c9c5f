package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.denovo.extract.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One bad file costs its own centre's news, and nothing else. */
class QuarantineTest {

  private static final String C01 = "c01_northlake_stage4.xlsx";
  private static final String C02 = "c02_riverbend_stage4.xlsx";
  private static final String C03 = "c03_eastgate_stage4.xlsx";
  private static final String C17 = "c17_quietbay_stage4.xlsx";
  private static final String C29 = "c29_crosswater_stage4.csv";

  @TempDir Path folder;

  @Test
  void fourBrokenWorkbooksAreNamedAndTheOtherCentresArePublished() throws IOException {
    SampleProject whole = SampleProject.in(folder.resolve("whole"));
    assertThat(Said.night(whole).code()).isZero();
    SampleProject project = SampleProject.in(folder.resolve("broken"));
    truncate(project.workbook(C01));
    bomb(project.workbook(C02));
    Files.writeString(project.workbook(C03), "这不是工作簿\n");
    Files.delete(project.root().resolve("mappings/passwords/c17_quietbay.txt"));

    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(5);
    RunSummary summary = RunSummary.read(project.out());
    assertThat(summary.exitCode()).isEqualTo(5);
    assertThat(summary.counts())
        .containsEntry("workbooks_read", 29L)
        .containsEntry("workbooks_quarantined", 4L);
    String report = Files.readString(project.latest().resolve("quality/report.html"));
    assertThat(summary.notices()).hasSize(4);
    List<String> broken = List.of(C01, C02, C03, C17);
    for (int i = 0; i < broken.size(); i++) {
      String notice = summary.notices().get(i).en();
      assertThat(notice).startsWith(broken.get(i) + ": ");
      assertThat(said.out()).contains(notice);
      String reason = notice.substring(broken.get(i).length() + 2);
      assertThat(report).as("reason of " + broken.get(i)).contains(html(reason));
    }
    // The whole registry without these centres, byte by byte and row by row.
    Set<String> gone =
        broken.stream().map(name -> name.substring(0, 3)).collect(Collectors.toSet());
    assertThat(rowsWithout(gone, project)).isEqualTo(rowsWithout(gone, whole));
    assertThat(project.latest().resolve("registry/lineage.csv"))
        .content()
        .doesNotContain(C01, C02, C03, C17);
    assertThat(Said.by("verify", project.latest().toString()).code()).isZero();

    project.restore(C01);
    project.restore(C02);
    project.restore(C03);
    Files.copy(
        whole.root().resolve("mappings/passwords/c17_quietbay.txt"),
        project.root().resolve("mappings/passwords/c17_quietbay.txt"));
    Said mended = Said.night(project);
    assertThat(mended.code()).isZero();
    assertThat(mended.out())
        .contains("Workbooks   4 read, 29 unchanged, 0 quarantined")
        .contains("Patients    468");
    for (String file : List.of("registry/patients.csv", "registry/lineage.csv")) {
      SampleProject.assertSameFile(
          file, whole.latest().resolve(file), project.latest().resolve(file));
    }
  }

  @Test
  void aBrokenNewerWorkbookLeavesTheGoodOneInForce() throws IOException {
    SampleProject project = SampleProject.in(folder, "c01", "c29");
    assertThat(Said.night(project).code()).isZero();
    Path first = project.latest();
    truncate(project.workbook(C01));
    Said second = Said.night(project);
    assertThat(second.code()).isEqualTo(5);
    assertThat(second.out()).contains("Workbooks   0 read, 1 unchanged, 1 quarantined");
    assertThat(second.err()).contains(C01 + " is quarantined: ");
    assertThat(project.latest()).isNotEqualTo(first);
    for (String file : List.of("registry/patients.csv", "registry/lineage.csv")) {
      SampleProject.assertSameFile(file, first.resolve(file), project.latest().resolve(file));
    }
    // The same broken bytes are not tried again, and are still said.
    Said third = Said.night(project);
    assertThat(third.code()).isEqualTo(5);
    assertThat(third.out()).contains("nothing was read again").contains(C01 + ": ");
    assertThat(RunSummary.read(project.out()).exitCode()).isEqualTo(5);

    project.restore(C01);
    Said fourth = Said.night(project);
    assertThat(fourth.code()).isZero();
    SampleProject.assertSameFile(
        "patients.csv",
        first.resolve("registry/patients.csv"),
        project.latest().resolve("registry/patients.csv"));
  }

  @Test
  void aFileThatNoMappingClaimsIsSaidAndTheRestIsRead() throws IOException {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.copy(project.workbook(C29), project.workbook("新医院2024.csv"));
    Files.writeString(project.workbook("~$" + C29), "lock file of an office program");
    Files.writeString(project.workbook(".hidden"), "");
    Files.createDirectory(project.workbook("old"));
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.out())
        .contains("Workbooks   1 read, 0 unchanged, 1 quarantined")
        .contains("新医院2024.csv: no mapping claims this file; 'denovo suggest' drafts one");
    assertThat(RunSummary.read(project.latest()).notices())
        .extracting(notice -> notice.zh().split("：")[0])
        .containsExactly("新医院2024.csv");
    assertThat(project.latest().resolve("quality/report.html"))
        .content(StandardCharsets.UTF_8)
        .contains("<b class=\"file\">新医院2024.csv</b>", "of no known centre");
    project.remove("新医院2024.csv");
    assertThat(Said.night(project).code()).isZero();
  }

  @Test
  void anEmptyInboxGivesAnEmptyRegistry() throws IOException {
    SampleProject project = SampleProject.in(folder, "no centre");
    Said said = Said.night(project);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Workbooks   0 read, 0 unchanged, 0 quarantined")
        .contains("Patients    0");
    assertThat(Files.readAllLines(project.latest().resolve("registry/patients.csv"))).hasSize(1);
    assertThat(Said.by("verify", project.latest().toString()).code()).isZero();
    assertThat(Said.night(project).out()).contains("nothing was read again");
  }

  @Test
  void whatAppearsInTheInboxIsNeverFollowedOrWaitedFor() throws Exception {
    SampleProject project = SampleProject.in(folder, "c29");
    Files.createSymbolicLink(project.workbook(C01), project.root().resolve("jobs/nightly.yaml"));
    Process pipe = new ProcessBuilder("mkfifo", project.workbook(C02).toString()).start();
    assertThat(pipe.waitFor()).isZero();
    Said said = Said.night(project);
    assertThat(said.code()).isEqualTo(5);
    assertThat(said.out()).contains("Workbooks   1 read, 0 unchanged, 2 quarantined");
    assertThat(RunSummary.read(project.out()).notices())
        .extracting(notice -> notice.en().split(":")[0])
        .containsExactly(C01, C02);
  }

  /** The rows of patients.csv, but for the patients that lineage.csv gives to these centres. */
  private static List<String> rowsWithout(Set<String> centres, SampleProject project)
      throws IOException {
    Set<String> gone = new TreeSet<>();
    for (String line : Files.readAllLines(project.latest().resolve("registry/lineage.csv"))) {
      if (centres.stream().anyMatch(centre -> line.contains("," + centre + "_"))) {
        gone.add(line.split(",", 2)[0]);
      }
    }
    return Files.readAllLines(project.latest().resolve("registry/patients.csv")).stream()
        .filter(row -> !gone.contains(row.split(",", 2)[0]))
        .toList();
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static void truncate(Path workbook) throws IOException {
    byte[] bytes = Files.readAllBytes(workbook);
    Files.write(workbook, Arrays.copyOf(bytes, bytes.length / 2));
  }

  /** The same workbook with a first sheet of two hundred million blanks. */
  private static void bomb(Path workbook) throws IOException {
    byte[] before = Files.readAllBytes(workbook);
    byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (ZipInputStream from = new ZipInputStream(new java.io.ByteArrayInputStream(before));
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          zip.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 200; i++) {
            zip.write(blanks);
          }
          zip.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        } else {
          from.transferTo(zip);
        }
      }
    }
    assertThat(Files.size(workbook)).isLessThan(500_000);
  }
}
