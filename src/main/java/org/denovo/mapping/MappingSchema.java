package org.denovo.mapping;

import static org.denovo.yaml.FileSchema.date;
import static org.denovo.yaml.FileSchema.either;
import static org.denovo.yaml.FileSchema.like;
import static org.denovo.yaml.FileSchema.list;
import static org.denovo.yaml.FileSchema.map;
import static org.denovo.yaml.FileSchema.object;
import static org.denovo.yaml.FileSchema.oneOf;
import static org.denovo.yaml.FileSchema.schemaNumber;
import static org.denovo.yaml.FileSchema.text;
import static org.denovo.yaml.FileSchema.whole;

import java.util.List;
import java.util.Map;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.FileSchema;

/** The schemas of mapping files and of shared words, for editors. */
public final class MappingSchema {

  private static final FileSchema VERSION =
      like("[0-9]+\\.[0-9]+\\.[0-9]+")
          .saying("每次修改后递增，如1.2.0", "Raised with every change, for example 1.2.0");

  private MappingSchema() {}

  /** A centre's mapping. */
  public static FileSchema mapping() {
    return object(
            MappingFile.KEYS,
            List.of("schema", "centre", "title", "workbooks", "sheets"),
            Map.of(
                "schema",
                schemaNumber(),
                "centre",
                like("[a-z0-9_-]+").saying("与文件名相同", "The name of the file"),
                "version",
                VERSION,
                "title",
                FileSchema.bilingual(),
                "workbooks",
                list(text()).saying("文件名模式，*代表任意内容", "File name patterns; * stands for anything"),
                "password",
                object(List.of("env", "file"), List.of(), Map.of("env", text(), "file", text()))
                    .saying("环境变量或文件，二选一", "An environment variable or a file"),
                "data-cut",
                date().saying("中心导出数据之日", "The day on which the centre extracted its data"),
                "sheets",
                list(sheet()),
                "words",
                words()))
        .titled(new Text("中心的映射", "A centre's mapping"));
  }

  /** A file of the words that all centres of a registry share. */
  public static FileSchema sharedWords() {
    return object(
            Mappings.WORD_KEYS,
            List.of("schema", "words"),
            Map.of("schema", schemaNumber(), "version", VERSION, "words", words()))
        .titled(new Text("共用词语", "Words that all centres share"));
  }

  private static FileSchema sheet() {
    return object(
        SheetReader.KEYS,
        List.of("patient", "columns"),
        Map.of(
            "sheet",
            text().saying("名称或模式；不写则为第一张可见的表", "Name or pattern; left out: the first visible one"),
            "header-rows",
            either(oneOf(List.of("find")), whole(1, 3)),
            "patient",
            text().saying("患者编号列的表头", "The header of the patient number"),
            "columns",
            map(list(column())).saying("表头 → 字段或主题", "Header → field or topic"),
            "ignore",
            list(text()).saying("看到但从不保存的列", "Columns that are seen and never kept"),
            "legend-rows",
            whole(0, 9),
            "total-rows",
            list(text())));
  }

  private static FileSchema column() {
    return either(
        oneOf(ColumnReader.NAMES),
        object(
            ColumnReader.KEYS,
            List.of("field"),
            Map.of(
                "field",
                oneOf(ColumnReader.NAMES),
                "unit",
                text(),
                "codes",
                map(text()).saying("单元格 → 代码", "Cell → code"),
                "take",
                text()
                    .saying(
                        "多行时取哪一行：first、last、max、min（可加by和表头）或any",
                        "Which of several rows counts: first, last, max, min (with 'by' and a"
                            + " header) or any"),
                "split-on",
                text(),
                "date-order",
                oneOf(List.of("ymd", "dmy", "mdy")),
                "examples",
                map(either(text(), map(text())))
                    .saying(
                        "单元格 → 应读出的值（字段的代码、缺失原因或unreadable；主题则写字段: 值），由validate试读",
                        "Cell → what it is to be read as (the field's code, a reason for none, or"
                            + " unreadable; for a topic field: value), tried by validate"))));
  }

  private static FileSchema words() {
    return map(WordsFile.FIELD_NAMES, map(list(text())))
        .saying("字段 → 代码 → 写法", "Field → code → spellings");
  }
}
