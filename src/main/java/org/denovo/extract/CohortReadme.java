package org.denovo.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.denovo.cohort.CohortDefinition;
import org.denovo.cohort.CohortWords;
import org.denovo.record.Variable;
import org.denovo.vocabulary.Lang;
import org.denovo.vocabulary.Text;

/** The page that lies beside a cohort's files and says how to read them, in both languages. */
final class CohortReadme {

  private static final String PAGE =
      """
      # @TITLE_EN@ / @TITLE_ZH@

      `@NAME@` @VERSION@. @SOURCE@

      Time zero: `@ZERO@`. Exposure: @EXPOSURE_EN@ (@EXPOSURE_ZH@), from `@EXPOSURE_DATE@`. De novo rule `@DE_NOVO@`, subtype rule `@SUBTYPE@`, oligometastatic rule `@OLIGO@`, cut-off of ER `@ER@`.

      | file | one row is | 一行是 |
      |---|---|---|
      | `cohort.csv` | a patient | 一名患者 |
      | `adtte.csv` | a patient and endpoint | 一名患者的一个终点 |
      @DESIGNS@| `criteria.csv` | what decides of the members: a step, an arm, time zero or an endpoint | 决定成员的一项：步骤、组别、时间零点或终点 |
      | `flow.csv`, `flow.svg` | a step from the registry to the arms | 从登记库到分组的一个步骤 |
      | `designs.html` | all designs side by side, in a browser | 在浏览器中并列查看各设计 |
      | `estimates.csv` | a number of a design: counts, median, log-rank test, hazard ratio | 某设计的一个数字：人数、中位、检验、风险比 |
      @ADJUSTED@| `km_<endpoint>.csv` | a step of a survival curve of a design's group | 某设计一组的生存曲线的一级 |
      | `km_<endpoint>.svg` | the curves of the landmark nearest to the window | 最接近时间窗的界标的曲线 |
      | `cif_<endpoint>.csv` | a cause at a step of its cumulative incidence, at a landmark | 界标后某原因累积发生率的一级 |
      | `ps_input.csv` | a patient: exposure at each landmark, covariates, no outcome | 一名患者：各界标的暴露与协变量，不含结局 |
      | `balance.csv`, `love.svg` | a level of a covariate before and after weighting | 一个协变量取值加权前后的差异 |
      | `overlap.csv` | a tenth of the propensity score | 倾向评分的一个十分位区间 |
      @SENSITIVITY@| `table1.csv`, `table1.html` | a level of a baseline variable | 一个基线变量的一个取值 |
      | `missingness.csv` | a variable at a centre: how many have no value, and why | 一个变量在一家中心的缺失数及原因 |
      | `codebook.csv` | a column of a data file | 数据文件的一列 |
      | `sources.csv` | a column of a centre's sheets from which a field comes, as its mapping has it | 某字段在一家中心表格中的来源列（据映射） |
      | `privacy.csv` | a coarsening of a data file, and how many patients stand out under it | 数据文件的一种粗化，及粗化后仍突出的患者数 |
      @FORMATS@
      ## Before you analyse

      - `arm` and `exposure_ever` use what happened after time zero. A hazard ratio of ever against never exposed counts
        the time that a patient had to survive until the exposure in its favour (immortal time). Use a landmark, a
        time-varying exposure or clones with censoring weights.
      @HOW_EN@- Adjust only for columns whose `block` in `codebook.csv` is `covariate`. Columns of the block `surgery` describe the
        operation; those of the block `timing` are dates.
      - `CNSR` is 0 for an event, as in ADaM; `event` is 1 for an event, as in R and Stata. `evnt_code`: 0 censored, 1 event of
        interest, 2 competing death, 3 other competing event, 9 death of unknown cause.
      - An empty cell is missing, and the matching `_miss` column says why: blank, unknown, not_done, pending, not_applicable,
        not_collected or unreadable. Unknown is never coded as no. Several codes in one cell are joined by semicolons.
      - A range has `_min` and `_max`, and the value itself where both are equal; an open upper end is empty.
      - @DATES_EN@ Where `_precision` is `month` the 15th was used, where it is `year` 1 July.
      - One month is 30.4375 days.
      - In `table1.csv` percentages are of those with a value, those of the missing row and of numbers are of the whole arm.
        The difference `smd` is in pooled standard deviations, first arm minus second; of several levels it is a distance
        without a sign, of more than two arms the largest between any two.
      - In `km_<endpoint>.csv` and `estimates.csv`, `group` 1 is the exposed. Bands and intervals are of 95 %, those of survival
        log-log; hazard ratios are Cox with tied times by Efron. Where the groups change in time, who changes counts as
        censored in the one and at risk in the other. A `state` other than `estimated` says why there is no number.
      - `cif_<endpoint>.csv` is Aalen and Johansen's estimate, where something competes with the event. A death of unknown cause
        is read in two ways (`reading`): as the event, and as a competing death. In `km_<endpoint>.csv` what competes is censored.
      - The propensity score is a logistic model of the covariates in `balance.csv` with `in_model` 1: a missing value is a level
        of its own, levels of fewer than 10 are left out, and there is at most one term for 5 patients of the smaller group.
        Weights are stabilised, for the effect in all (ATE), cut at the 1st and 99th percentile; the variance is robust. Both
        differences, `smd_unadj` and `smd_adj`, are in standard deviations before weighting.
      - `adjusted` in `estimates.csv` is Cox with the covariates and strata of the definition, on those of whom all are known
        (`n`, `n_incomplete`); `unadjusted_complete` is the same patients without covariates, so that the step from
        `unadjusted` to it is who was left out and the step from it to `adjusted` is the adjusting. A level of which nobody
        had the event tells nothing; its patients are `n_uninformative`. `zph_chi_square` tests proportional hazards as R's
        `cox.zph`. There is no estimate with fewer than 5 events for each parameter. The covariates' own hazard ratios in
        `adjusted.csv` are part of the model, not effects of theirs.
      - Clones are weighted (`ipcw`) against leaving their strategy: by months until the period's end for those without the
        exposure, once at its end for those with it, from the same covariates; the variance is robust, by patient.
      - @CELLS_EN@
      - These are de-identified personal data, not anonymous data. Keep them as such.
      @STUDY_EN@
      ## 分析之前

      - `arm` 与 `exposure_ever` 使用了时间零点之后的信息。直接比较“曾暴露”与“从未暴露”的风险比，会把患者存活到暴露开始的时间算作
        其获益（永生时间偏倚）。请使用界标分析、时变暴露，或克隆—删失—加权。
      @HOW_ZH@- 只校正 `codebook.csv` 中 `block` 为 `covariate` 的列。`surgery` 块描述手术，`timing` 块是日期。
      - `CNSR` 为 0 表示发生事件（ADaM 约定）；`event` 为 1 表示发生事件（R 与 Stata 约定）。`evnt_code`：0 删失，1 终点事件，
        2 竞争性死亡，3 其他竞争事件，9 死因不详的死亡。
      - 空单元格为缺失，原因见对应的 `_miss` 列：blank 空白，unknown 不详，not_done 未做，pending 待定，not_applicable 不适用，
        not_collected 未收集，unreadable 无法解读。不详从不记为“否”。一格多个代码以分号相连。
      - 区间变量有 `_min` 与 `_max`，两者相等时才有取值列；无上限时 `_max` 为空。
      - @DATES_ZH@ `_precision` 为 `month` 时取当月 15 日，为 `year` 时取 7 月 1 日。
      - 一个月按 30.4375 天计。
      - `table1.csv` 的百分比以有取值者为分母；缺失行与数值变量的人数行以全组为分母。`smd` 以合并标准差为单位，为第一组减第二组；
        多分类变量为无符号距离；多于两组时取任意两组间最大者。
      - `km_<endpoint>.csv` 与 `estimates.csv` 中 `group` 为 1 者为暴露组。置信区间均为 95%，生存率用 log-log 法；风险比为 Cox 模型，
        结点用 Efron 法。组别随时间变化者，在原组计为删失，在新组计入风险集。`state` 不为 `estimated` 时说明为何没有数字。
      - `cif_<endpoint>.csv` 为 Aalen–Johansen 估计，仅在有竞争事件时给出。死因不详的死亡按两种读法（`reading`）：计为终点事件，
        或计为竞争性死亡。`km_<endpoint>.csv` 把竞争事件计为删失。
      - 倾向评分为 `balance.csv` 中 `in_model` 为 1 的协变量的逻辑回归：缺失自成一类，不足 10 人的取值不入模型，较小一组每 5 人至多一项。
        权重为稳定化 ATE 权重，截尾于第 1 与第 99 百分位，用稳健方差。`smd_unadj` 与 `smd_adj` 均以加权前的标准差为单位。
      - `estimates.csv` 中 `adjusted` 为含定义所列协变量与分层的 Cox 模型，只用各项均已知者（`n`、`n_incomplete`）；`unadjusted_complete`
        为同一批患者不校正的结果：`unadjusted` 到它是缺失者被排除，它到 `adjusted` 才是校正。某取值者全无事件时不提供信息，其患者计入
        `n_uninformative`。`zph_chi_square` 为比例风险检验，同 R 的 `cox.zph`。每个参数不足 5 个事件时不予估计。`adjusted.csv`
        中协变量自身的风险比只是模型的一部分，并非其效应。
      - 克隆按偏离策略的删失加权（`ipcw`）：不暴露者按月计至期限末，暴露者在期限末计一次，协变量同上；按患者的稳健方差。
      - @CELLS_ZH@
      - 本数据为去标识化的个人信息，并非匿名数据，请按个人信息保护。
      @STUDY_ZH@\
      """;

  private static final String SENSITIVITY =
      "| `sensitivity.csv`, `sensitivity.svg` | an estimate of a design under another choice;"
          + " variant 0 is the base case | 某一选择下某设计的一个估计；0为基准 |\n";

  private static final String ADJUSTED =
      "| `adjusted.csv` | a level of a covariate in an adjusted model | 校正模型中一个协变量的一个取值 |\n";

  private static final Text HALF_DAYS =
      new Text(
          "在区间文件中，终点在第0天者占半天；暴露开始当日死亡者，死亡归入当日最后半天的暴露区间。",
          "In files of intervals an end on day 0 takes half a day, and who dies on the day of the"
              + " exposure dies in the exposed last half of that day.");

  private static final Text LEFT_OUT =
      new Text(
          "是否暴露或其日期不详者不列入上述文件，并在 `flow.csv` 中计数；从不视为未暴露。",
          "Patients of whom it is not known whether or when they were exposed are in none of"
              + " these files and counted in `flow.csv`; they are never taken for unexposed.");

  private static final Text STUDY = new Text("所依据的研究", "The study behind it");

  private CohortReadme() {}

  private static String file(DesignRows design) {
    return "| `"
        + design.file()
        + "` | "
        + design.rowIs().en()
        + " | "
        + design.rowIs().zh()
        + " |\n";
  }

  private static String formats() {
    return Arrays.stream(Format.values())
        .map(
            format ->
                "| `" + format.file() + "` | " + format.says().en() + " | " + format.says().zh())
        .collect(Collectors.joining(" |\n", "", " |\n"));
  }

  /** A line on each design's file, and what holds for all of them. */
  private static String how(List<DesignRows> designs, Lang lang) {
    if (designs.isEmpty()) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    designs.forEach(
        design ->
            lines
                .append("- `")
                .append(design.file())
                .append(lang == Lang.EN ? "`: " : "`：")
                .append(design.says().in(lang))
                .append(lang == Lang.EN ? ".\n" : "。\n"));
    return lines
        .append("- ")
        .append(HALF_DAYS.in(lang))
        .append("\n- ")
        .append(LEFT_OUT.in(lang))
        .append('\n')
        .toString();
  }

  /** What is known of the study, a heading a part; nothing for a cohort that follows none. */
  private static String study(CohortDefinition definition, Lang lang) {
    List<CohortWords.Part> parts = CohortWords.of(definition.study());
    if (parts.isEmpty()) {
      return "";
    }
    StringBuilder page = new StringBuilder("\n## ").append(STUDY.in(lang)).append('\n');
    for (CohortWords.Part part : parts) {
      page.append("\n### ").append(part.heading().in(lang)).append("\n\n");
      part.sentences().forEach(says -> page.append("- ").append(says.in(lang)).append('\n'));
    }
    return page.toString();
  }

  private static Text dates(Profile profile) {
    return switch (profile) {
      case STANDARD ->
          new Text(
              "日期为距时间零点的天数（`_day`），不含出生日期。",
              "Dates are whole days from time zero (`_day`); the birth date is left out.");
      case LIMITED ->
          new Text(
              "日期按已知精度给出；`_day` 为距时间零点的天数。",
              "Dates are calendar dates as far as they are known; `_day` counts from time zero.");
      case SAFE_HARBOR ->
          new Text(
              "日期为距时间零点的天数（`_day`），仅给出确诊年份；90岁及以上记作90；不含中心。",
              "Dates are whole days from time zero (`_day`), only the year of diagnosis is given;"
                  + " ages of 90 and over are 90; no centre is named.");
    };
  }

  static void write(
      Path file,
      CohortDefinition definition,
      List<DesignRows> designs,
      Profile profile,
      Disclosure disclosure) {
    boolean hides = disclosure.threshold() > 0;
    String page =
        PAGE.replace(
                "@DESIGNS@", designs.stream().map(CohortReadme::file).collect(Collectors.joining()))
            .replace("@FORMATS@", formats())
            .replace("@ADJUSTED@", definition.isAdjusted() ? ADJUSTED : "")
            .replace("@SENSITIVITY@", definition.sensitivity().isPresent() ? SENSITIVITY : "")
            .replace("@STUDY_EN@", study(definition, Lang.EN))
            .replace("@STUDY_ZH@", study(definition, Lang.ZH))
            .replace("@HOW_EN@", how(designs, Lang.EN))
            .replace("@HOW_ZH@", how(designs, Lang.ZH))
            .replace("@TITLE_EN@", definition.title().en())
            .replace("@TITLE_ZH@", definition.title().zh())
            .replace("@NAME@", definition.name())
            .replace("@VERSION@", definition.version())
            .replace("@SOURCE@", definition.source())
            .replace("@ZERO@", definition.timeZero().name())
            .replace("@DE_NOVO@", definition.parameters().deNovoRule())
            .replace("@SUBTYPE@", definition.parameters().subtypeRule())
            .replace("@OLIGO@", definition.parameters().oligoRule())
            .replace("@ER@", definition.parameters().erRule())
            .replace("@EXPOSURE_EN@", definition.exposure().title().en())
            .replace("@EXPOSURE_ZH@", definition.exposure().title().zh())
            .replace(
                "@EXPOSURE_DATE@",
                definition.exposure().dates().stream()
                    .map(Variable::name)
                    .collect(Collectors.joining("`, `")))
            .replace("@DATES_EN@", dates(profile).en())
            .replace("@DATES_ZH@", dates(profile).zh())
            .replace(
                "@CELLS_EN@",
                hides
                    ? "Counts from 1 to @N@ in the flow and in `table1.csv` are `<=@N@`; `*` is a"
                        + " count hidden so that none of them can be worked out, in"
                        + " `codebook.csv` and `missingness.csv` as well."
                        + " Every other count is to the nearest five, and what is worked out of"
                        + " counts is so from the rounded ones. Curves are made of running counts"
                        + " by month to the nearest five; they are coarser than the data. A"
                        + " comparison with a group of @N@ or fewer is withheld."
                    : "No count was hidden.")
            .replace(
                "@CELLS_ZH@",
                hides
                    ? "流程与 `table1.csv` 中 1 至 @N@ 的计数写作 `<=@N@`；`*` 为防止反推而隐去的计数，`codebook.csv` 与"
                        + " `missingness.csv` 亦然。其余计数取整到 5，由计数算出的数字均按取整后的计数计算。曲线由按月累计、"
                        + "取整到 5 的人数得出，比原数据粗略；有一组不超过 @N@ 人的比较不予公布。"
                    : "未隐去任何计数。")
            .replace("@N@", Integer.toString(disclosure.threshold()));
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
