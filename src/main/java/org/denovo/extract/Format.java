package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.denovo.vocabulary.Text;

/**
 * The forms in which a cohort opens, beside its CSV files. Each is made from these files alone, so
 * that none can say more than they do.
 */
enum Format {
  R("load.R", "用基础 R 读入数据文件", "reads the data files in base R", script(LoadR::text)),
  PYTHON("load.py", "用 pandas 读入数据文件", "reads the data files in pandas", script(LoadPython::text)),
  STATA(
      "load.do", "用 Stata 16 及以上读入", "reads the data files in Stata 16+", script(LoadStata::text)),
  SAS(
      "load.sas",
      "用 SAS 9.4 读入（UTF-8 会话）",
      "reads the data files in SAS 9.4",
      script(LoadSas::text)),
  SPSS(
      "load.sps",
      "用 SPSS 或 PSPP 读入",
      "reads the data files in SPSS or PSPP",
      script(LoadSpss::text)),
  DATA_PACKAGE(
      "datapackage.json",
      "数据文件的表结构（Frictionless Data Package）",
      "the tables' schemas, a Frictionless Data Package",
      DataPackage::write),
  XLSX(
      "cohort.xlsx",
      "Excel：数据、变量说明与流程三张工作表",
      "sheets data, codebook and attrition in Excel",
      CohortXlsx::write),
  PARQUET(
      "cohort.parquet",
      "列式存储的队列数据，含标签",
      "the cohort in columns, with labels in its metadata",
      CohortParquet::write);

  private final String file;
  private final Text says;
  private final Writer writer;

  /** Writes the file from the cohort's CSV files, which are closed. */
  private interface Writer {
    void write(Path file, CohortTables tables);
  }

  Format(String file, String zh, String en, Writer writer) {
    this.file = file;
    this.says = new Text(zh, en);
    this.writer = writer;
  }

  /** The file's name. */
  String file() {
    return file;
  }

  /** What the file is for. */
  Text says() {
    return says;
  }

  void write(CohortTables tables) {
    writer.write(tables.directory().resolve(file), tables);
  }

  private static Writer script(Function<CohortTables, String> text) {
    return (file, tables) -> {
      try {
        Files.writeString(file, text.apply(tables));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
