package org.denovo.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hazard 2: a package as WPS writes it, which POI's own package reader refuses. */
class WpsPackageTest {

  private static final String CORE =
      "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'"
          + " xmlns:dcterms='http://purl.org/dc/terms/'"
          + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
          + "<dcterms:created>2024-05-03T08:00:00Z</dcterms:created></cp:coreProperties>";

  @TempDir Path folder;

  @Test
  void itIsReadAndItsProducerIsNamed() throws IOException {
    Path poi =
        Books.write(
            folder.resolve("poi.xlsx"),
            new XSSFWorkbook(),
            book -> book.createSheet("数据").createRow(0).createCell(0).setCellValue("阳性"));
    Path wps = folder.resolve("wps.xlsx");
    Parts.rewrite(
        poi,
        wps,
        (name, text) ->
            switch (name) {
              case "docProps/core.xml" -> CORE;
              case "docProps/app.xml" ->
                  "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'>"
                      + "<Application>WPS 表格</Application><AppVersion>12.1</AppVersion></Properties>";
              default -> text;
            });
    assertThatThrownBy(() -> OPCPackage.open(wps.toFile()).close())
        .isInstanceOf(InvalidFormatException.class);
    assertThat(Seen.cells(wps)).containsExactly("A1 TEXT 阳性");
    try (Workbook workbook = WorkbookFile.open(wps, Limits.DEFAULT, Optional.empty())) {
      assertThat(workbook.facts().producer()).isEqualTo("WPS 表格 12.1");
      assertThat(workbook.facts().carried()).isEqualTo(List.of());
    }
  }
}
