package org.denovo.job;

import static org.denovo.yaml.FileSchema.date;
import static org.denovo.yaml.FileSchema.like;
import static org.denovo.yaml.FileSchema.list;
import static org.denovo.yaml.FileSchema.object;
import static org.denovo.yaml.FileSchema.oneOf;
import static org.denovo.yaml.FileSchema.schemaNumber;
import static org.denovo.yaml.FileSchema.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.denovo.extract.Genomic;
import org.denovo.extract.Profile;
import org.denovo.vocabulary.Text;
import org.denovo.yaml.FileSchema;

/** The schema of job files, for editors. */
public final class JobSchema {

  private static final FileSchema COUNT = FileSchema.whole(0);

  private JobSchema() {}

  /** A job. */
  public static FileSchema job() {
    return object(
            JobFiles.KEYS,
            List.of("schema", "job", "inbox", "mappings"),
            Map.ofEntries(
                Map.entry("schema", schemaNumber()),
                Map.entry("job", text().saying("与文件名相同", "The name of the file")),
                Map.entry("title", FileSchema.bilingual()),
                Map.entry(
                    "inbox", text().saying("各中心工作簿所在的文件夹", "Where the centres' workbooks lie")),
                Map.entry("mappings", text().saying("映射文件夹", "The folder of mappings")),
                Map.entry(
                    "cohorts", list(text()).saying("jobs/cohorts中的队列", "Cohorts of jobs/cohorts")),
                Map.entry(
                    "rules",
                    text().saying("登记库自定规则的文件夹", "The folder of the registry's own rules")),
                Map.entry("out", text()),
                Map.entry("data", text().saying("嵌入式数据库的文件夹", "Where the embedded database lies")),
                Map.entry("key", text().saying("假名密钥文件", "The file of the pseudonymisation key")),
                Map.entry("as-of", date().saying("视为今天的日期", "The day that counts as today")),
                Map.entry(
                    "accrual",
                    object(
                        JobFiles.ACCRUAL_KEYS,
                        JobFiles.ACCRUAL_KEYS,
                        Map.of("from", date(), "to", date()))),
                Map.entry(
                    "schedule",
                    object(
                        JobFiles.SCHEDULE_KEYS,
                        List.of("cron"),
                        Map.of("cron", text(), "zone", text()))),
                Map.entry("stable-after", like("[0-9]+ +(?:s|min|h)")),
                Map.entry(
                    "limits",
                    object(LimitsBlock.KEYS, List.of(), limits())
                        .saying(
                            "读取工作簿的上限；未写明者用默认值",
                            "How much of a workbook is read before it is refused")),
                Map.entry(
                    "gates",
                    object(
                        JobFiles.GATE_KEYS,
                        List.of(),
                        Map.of(
                            "warn-quarantined",
                            COUNT,
                            "max-quarantined",
                            COUNT,
                            "warn-errors",
                            percent(),
                            "max-errors",
                            percent()))),
                Map.entry(
                    "queries",
                    object(
                            QueriesBlock.KEYS,
                            List.of(),
                            Map.of(
                                "language",
                                oneOf(QueriesBlock.LANGUAGES),
                                "days",
                                FileSchema.whole(1),
                                "copies",
                                oneOf(List.of("yes", "no")),
                                "accept",
                                oneOf(QueriesBlock.ACCEPTED)))
                        .saying(
                            "每晚为各中心生成质疑工作簿",
                            "Every night a workbook of questions for each centre")),
                Map.entry(
                    "privacy",
                    object(
                        PrivacyBlock.KEYS,
                        List.of(),
                        Map.of(
                            "profile",
                            oneOf(Profile.codes()).saying("导出方式", "What leaves the registry"),
                            "genomic",
                            oneOf(Genomic.codes())
                                .saying(
                                    "基因数据是否随队列导出；未写明时不导出",
                                    "Whether genomic data leave with a cohort; not if not said"),
                            "small-cells",
                            COUNT.saying(
                                "1至此数的计数不予公布；0为全部公布；未写明时为7",
                                "Counts from 1 to this are hidden; 0 hides none; 7 if not said"),
                            "k",
                            FileSchema.whole(2).saying("k-匿名的k", "The k of k-anonymity"),
                            "quasi-identifiers",
                            list(text()).saying("准标识符列", "Columns by which one could be found"),
                            "sensitive",
                            list(text()).saying("敏感列", "Columns that nobody should learn"),
                            "require-purpose",
                            oneOf(List.of("true", "false"))
                                .saying(
                                    "没有用途与批准号即拒绝",
                                    "Refuse without a purpose and an approval number"),
                            "purpose",
                            text().saying("用途", "What the files are for"),
                            "approval",
                            text().saying("批准号", "The number of the approval"))))))
        .titled(new Text("作业", "A job"));
  }

  private static Map<String, FileSchema> limits() {
    return LimitsBlock.KEYS.stream()
        .collect(
            Collectors.toMap(
                key -> key,
                key -> key.endsWith("-size") ? like("[0-9]{1,6} *[KMG]B") : FileSchema.whole(1)));
  }

  private static FileSchema percent() {
    return like("[0-9]+(?:\\.[0-9]+)? *%?");
  }
}
