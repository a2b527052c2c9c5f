package org.denovo.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.denovo.record.Fields.MARGIN_STATUS;
import static org.denovo.record.Fields.MET_LIVER;
import static org.denovo.record.Fields.MET_SITES;
import static org.denovo.record.Fields.SURGERY_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.record.Topic;
import org.denovo.vocabulary.MarginStatus;
import org.denovo.vocabulary.MetSite;
import org.denovo.vocabulary.SurgeryType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is denied, planned or doubted is never read as said, and what is said never as denied, in
 * whatever way words are put together. Not understood is always allowed.
 */
@Tag("crossing")
class NeverTheOppositeTest {

  private static final List<String> EDGES = List.of("切缘", "各切缘均", "上、下、内、外切缘及基底均", "断端");

  private static final List<String> FOUND =
      List.of(
          "癌", "癌组织", "肿瘤", "癌残留", "癌累及", "肿瘤残留", "浸润癌", "浸润性导管癌", "导管内癌", "癌浸润", "癌细胞", "肿瘤累及",
          "原位癌", "癌侵犯");

  private static final List<String> BEHIND =
      List.of("", "，脉管癌栓(+)", "，淋巴结见癌转移3/15", "（石蜡）", "；乳头受累");

  private static final List<String> OPERATIONS =
      List.of(
          "手术",
          "左乳癌改良根治术",
          "保乳术",
          "左乳全切术",
          "乳房切除",
          "单纯切除+前哨",
          "乳腺癌根治术",
          "MRM",
          "保留乳头乳晕皮下腺体切除",
          "左乳区段切除术",
          "右乳癌保乳根治术",
          "乳腺癌手术",
          "姑息性乳房切除");

  private static final List<String> SITES =
      List.of("骨", "肝", "肺", "脑", "胸膜", "对侧乳腺", "纵隔淋巴结", "肾上腺", "腰椎");

  @Test
  void aDeniedTumourAtTheMarginIsNeverAPositiveMargin() {
    List<String> texts = new ArrayList<>();
    for (String not : List.of("未见", "未查见", "未找到", "无", "未见明显", "未见明确", "未发现", "未检出", "没有", "未被")) {
      texts.addAll(crossed(EDGES, List.of(not), FOUND, BEHIND));
    }
    texts.addAll(crossed(EDGES, List.of(""), FOUND, List.of("（-）", "(-)", "阴性", "：阴性")));
    assertNever(
        Topic.MARGIN,
        MARGIN_STATUS,
        texts,
        answer -> known(answer).filter(s -> s != MarginStatus.NEGATIVE).isPresent());
  }

  @Test
  void aTumourSeenAtTheMarginIsNeverANegativeMargin() {
    List<String> texts = new ArrayList<>();
    for (String see : List.of("见", "可见", "查见", "检出", "有", "找到", "镜下见", "灶性见", "局灶可见", "")) {
      texts.addAll(crossed(EDGES, List.of(see), FOUND, BEHIND));
    }
    texts.addAll(crossed(EDGES, List.of(""), FOUND, List.of("（+）", "(+)", "阳性", "，余阴性", "，其余(-)")));
    texts.addAll(crossed(EDGES, List.of("见", "可见"), FOUND, List.of("伴脉管癌栓，余切缘净", "及淋巴结转移，余(-)")));
    assertNever(
        Topic.MARGIN,
        MARGIN_STATUS,
        texts,
        answer -> known(answer).filter(s -> s == MarginStatus.NEGATIVE).isPresent());
  }

  @Test
  void anOperationThatWasNotDoneIsNeverReadAsDone() {
    List<String> before =
        List.of(
            "拟行",
            "拟",
            "计划行",
            "择期行",
            "待",
            "待行",
            "建议行",
            "建议",
            "患者要求",
            "准备行",
            "未行",
            "未做",
            "拒绝行",
            "拒绝",
            "患者拒绝",
            "暂不行",
            "不同意行",
            "放弃",
            "拟化疗后行",
            "待化疗后行",
            "建议化疗后行",
            "拟新辅助化疗后",
            "择期化疗后行",
            "建议改行",
            "拟改行",
            "建议行新辅助化疗后行",
            "未能行",
            "无法行",
            "不宜行",
            "预约",
            "等待",
            "尚未行",
            "没有行",
            "未接受",
            "不考虑",
            "取消",
            "planned ",
            "refused ",
            "no ",
            "awaiting ");
    List<String> behind = List.of("（拟）", "待定", "（未做）", "取消", "（拒绝）", "未做", "未行");
    List<String> texts = crossed(before, OPERATIONS);
    texts.addAll(crossed(OPERATIONS, behind));
    assertNever(
        Topic.OPERATION,
        SURGERY_TYPE,
        texts,
        answer ->
            known(answer)
                .filter(t -> t != SurgeryType.NONE && t != SurgeryType.BIOPSY_ONLY)
                .isPresent());
  }

  @Test
  void anOperationThatWasDoneIsNeverNone() {
    List<String> before =
        List.of("", "已行", "外院行", "2019年行", "新辅助化疗后行", "化疗6周期后", "全麻下行", "于当地医院行", "拒绝保乳，行");
    List<String> behind = List.of("", "后", "，术后化疗", "，未重建", "，腋窝未清扫", "+未行前哨", "，拒绝放疗", "，未放疗");
    assertNever(
        Topic.OPERATION,
        SURGERY_TYPE,
        crossed(before, OPERATIONS, behind),
        answer -> known(answer).filter(t -> t == SurgeryType.NONE).isPresent());
  }

  @Test
  void aDeniedSiteIsNeverNamed() {
    List<String> texts = new ArrayList<>();
    for (String not : List.of("未见", "无", "未发现", "否认", "已排除", "未见明显", "未见明确", "无明显", "暂无", "no ")) {
      texts.addAll(crossed(List.of(not), SITES, List.of("转移", "转移灶", "多发转移", "转移征象")));
    }
    texts.addAll(
        crossed(
            List.of("", "CT示", "骨扫描："),
            SITES,
            List.of("(-)", "（-）", "未见转移", "未见异常", "无转移", "转移(-)", "转移阴性", "未见明显异常", "-")));
    assertNever(
        Topic.METASTASES,
        MET_SITES,
        texts,
        answer -> known(answer).filter(s -> !s.isEmpty()).isPresent());
  }

  @Test
  void aDenialAtOneSiteNeverReachesTheNext() {
    List<String> texts =
        crossed(
            List.of("骨", "脑", "肺"),
            List.of("(-)", "未见转移", "未见异常", "无转移", "阴性", "无", "未见明显异常", "-", "转移(-)", "扫描未见异常"),
            List.of("，", "；", "、", " "),
            List.of("肝转移", "肝多发转移", "肝(+)", "肝2枚"));
    assertNever(
        Topic.METASTASES,
        MET_SITES,
        texts,
        answer -> known(answer).filter(s -> !s.equals(Set.of(MetSite.LIVER))).isPresent());
    CellReader liver = new Readers(text -> "hash").of(Cells.field(MET_LIVER));
    assertThat(texts)
        .noneMatch(
            text ->
                liver
                    .read(Cells.text(text), Cells.field(MET_LIVER))
                    .answer(MET_LIVER)
                    .equals(Answer.known(false)));
  }

  @Test
  void anExaminationThatWasNotDoneFindsNothing() {
    List<String> texts =
        crossed(
            List.of("未行", "未做", "未查", "未完善", "没做"),
            List.of("全身检查", "骨扫描", "PET-CT", "头颅MRI", "检查", "CT", "转移灶检查"));
    assertNever(Topic.METASTASES, MET_SITES, texts, answer -> known(answer).isPresent());
  }

  @Test
  void oneDeniedSiteIsNeverFreedomFromMetastasis() {
    List<String> texts = crossed(List.of("未见", "无", "未发现"), SITES, List.of("转移", "异常", "多发转移"));
    texts.addAll(crossed(SITES, List.of("(-)", "未见转移", "CT未见异常", "扫描未见异常", "MRI未见转移")));
    texts.addAll(crossed(SITES, List.of("转移"), List.of("可能", "？", "待排", "，不除外")));
    assertNever(
        Topic.METASTASES,
        MET_SITES,
        texts,
        answer -> known(answer).filter(Set<MetSite>::isEmpty).isPresent());
  }

  @Test
  void aDoubtedSiteIsNeverSure() {
    List<String> texts =
        crossed(
            List.of("可疑", "疑似", "考虑", "不除外", "待排", "不能排除", "possible "),
            SITES,
            List.of("转移", "转移灶"));
    texts.addAll(
        crossed(
            SITES,
            List.of(
                "转移？", "转移可能", "转移待排", "转移不除外", "？", "结节", "占位", "多发结节", "低密度影", "转移可能性大",
                "结节待查")));
    texts.addAll(
        crossed(List.of("骨转移，"), List.of("肝", "肺", "脑"), List.of("结节", "占位", "转移？", "结节待查")));
    assertNever(
        Topic.METASTASES,
        MET_SITES,
        texts,
        answer -> known(answer).isPresent() && !answer.has(Remark.SUSPECTED));
  }

  private static <T> Optional<T> known(Answer<T> answer) {
    return answer.optional();
  }

  @SafeVarargs
  private static List<String> crossed(List<String>... parts) {
    List<String> texts = List.of("");
    for (List<String> part : parts) {
      List<String> longer = new ArrayList<>();
      for (String text : texts) {
        part.forEach(more -> longer.add(text + more));
      }
      texts = longer;
    }
    return new ArrayList<>(texts);
  }

  private static <T> void assertNever(
      Topic topic, Field<T> field, List<String> texts, Predicate<Answer<T>> wrong) {
    CellReader reader = new Readers(text -> "hash").of(Cells.topic(topic));
    List<String> misread =
        texts.stream()
            .filter(
                text -> wrong.test(reader.read(Cells.text(text), Cells.topic(topic)).answer(field)))
            .toList();
    assertThat(misread).isEmpty();
  }
}
