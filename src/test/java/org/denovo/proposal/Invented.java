package org.denovo.proposal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * An invented patient, and the ways in which centres write what is true of her. Nobody is meant:
 * names are drawn from lists, the region of each identity number is a whole province.
 */
record Invented(int index, Random random, Map<String, Object> facts) {

  private static final List<String> SURNAMES =
      List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高");
  private static final String GIVEN = "芳娜敏静丽艳娟霞秀英玲华慧婷雪梅兰桂红玉琴萍莉";

  static Invented patient(int index) {
    Random random = new Random(4_711L + index);
    Map<String, Object> facts = new LinkedHashMap<>();
    LocalDate dx = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(2500));
    LocalDate birth = dx.minusDays(30 * 365L + random.nextInt(45 * 365));
    boolean surgery = random.nextInt(100) < 55;
    boolean dead = random.nextInt(100) < 60;
    LocalDate last = dx.plusDays(150 + random.nextInt(1800));
    LocalDate operated = dx.plusDays(20 + random.nextInt(120));
    boolean progressed = random.nextInt(100) < 70;
    facts.put("dx", dx);
    facts.put("birth", birth);
    facts.put("surgery", surgery);
    facts.put("dead", dead);
    facts.put("last", last);
    facts.put("operated", operated);
    facts.put("start", dx.plusDays(4 + random.nextInt(30)));
    facts.put("progressed", progressed);
    facts.put("progression", dx.plusDays(60 + random.nextInt(90)));
    return new Invented(index, random, facts);
  }

  LocalDate day(String fact) {
    return (LocalDate) facts.get(fact);
  }

  boolean is(String fact) {
    return (Boolean) facts.get(fact);
  }

  private String one(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String han() {
    int more = 1 + random.nextInt(2);
    StringBuilder name = new StringBuilder(SURNAMES.get(random.nextInt(SURNAMES.size())));
    for (int i = 0; i < more; i++) {
      name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
    }
    return name.toString();
  }

  private String identity() {
    String seventeen =
        "110000"
            + day("birth").toString().replace("-", "")
            + String.format("%03d", 2 * (index % 400) + 2);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += weights[i] * (seventeen.charAt(i) - '0');
    }
    return seventeen + "10X98765432".charAt(sum % 11);
  }

  private int age() {
    return java.time.Period.between(day("birth"), day("dx")).getYears();
  }

  private String separated(String separator, String... words) {
    int count = 1 + random.nextInt(2);
    String first = one(words);
    String second = one(words);
    return count == 1 || first.equals(second) ? first : first + separator + second;
  }

  /** A cell: a text, a number or a day; nothing for a blank one. */
  Object cell(String kind) {
    Function<Invented, Object> write = KINDS.get(kind);
    if (write == null) {
      throw new IllegalArgumentException("no kind " + kind);
    }
    return write.apply(this);
  }

  private static final Map<String, Function<Invented, Object>> KINDS = new LinkedHashMap<>();

  private static void kind(String name, Function<Invented, Object> write) {
    KINDS.put(name, write);
  }

  private static Object when(boolean yes, Object value) {
    return yes ? value : null;
  }

  static {
    kind("number", p -> "H" + (200_000 + p.index * 7));
    kind("number_only", p -> 30_000 + p.index * 3);
    kind("row", p -> p.index + 1);
    kind("name", Invented::han);
    kind(
        "name_en",
        p ->
            p.one("Li", "Wang", "Zhou", "Chen")
                + " "
                + p.one("Na", "Fang", "Min", "Jing", "Mei", "Hui")
                + p.one("", "ying", "lan", "xia", "juan"));
    kind("id18", Invented::identity);
    kind("phone", p -> "139" + (10_000_000 + p.random.nextInt(80_000_000)));
    kind(
        "address",
        p -> p.one("河北省某市", "山东省某县", "北京市某区") + p.one("建设路", "人民街", "和平村") + (1 + p.index) + "号");
    kind("doctor", Invented::han);
    kind("remark", p -> p.one("家属要求回当地", "外院会诊后转入我科", "详见纸质病历第" + p.index + "页", ""));
    kind("cost", p -> 12_000 + p.random.nextInt(90_000) + 0.5);
    kind("ward", p -> p.one("乳腺一科", "乳腺二科", "肿瘤内科"));
    kind("sex", p -> "女");
    kind("sex_en", p -> p.one("F", "Female"));
    kind("sex_code", p -> 2);
    kind("age", p -> p.age());
    kind("birth", p -> p.day("birth"));
    kind("dx", p -> p.day("dx"));
    kind("dx_slash", p -> p.day("dx").toString().replace('-', '/'));
    kind("dx_dmy", p -> dmy(p.day("dx")));
    kind("last", p -> p.day("last"));
    kind("last_dmy", p -> dmy(p.day("last")));
    kind("early", p -> p.day("dx").minusDays(300 + p.random.nextInt(900)));
    kind("death", p -> when(p.is("dead"), p.day("last")));
    kind("operated", p -> when(p.is("surgery"), p.day("operated")));
    kind("start", p -> p.day("start"));
    kind("end", p -> p.day("start").plusDays(100));
    kind("progression", p -> when(p.is("progressed"), p.day("progression")));
    kind("year", p -> p.day("dx").getYear());
    kind("visit1", p -> p.day("dx").plusDays(90));
    kind("visit2", p -> p.day("dx").plusDays(180));
    kind("visit3", p -> p.day("last"));
    kind("alive", p -> "存活");
    kind("vital", p -> p.is("dead") ? "死亡" : "存活");
    kind("vital_en", p -> p.is("dead") ? "Dead" : "Alive");
    kind("vital_code", p -> p.is("dead") ? 2 : 1);
    kind("yes_no", p -> p.one("是", "否"));
    kind("has", p -> p.one("有", "无"));
    kind("yes_no_en", p -> p.one("Yes", "No"));
    kind("zero_one", p -> p.random.nextInt(2));
    kind("one_two", p -> 1 + p.random.nextInt(2));
    kind("dead_yes_no", p -> p.is("dead") ? "是" : "否");
    kind("alive_yes_no", p -> p.is("dead") ? "否" : "是");
    kind("surgery_yes_no", p -> p.is("surgery") ? "是" : "否");
    kind("side", p -> p.one("左", "右", "左侧", "右侧"));
    kind("side_en", p -> p.one("Left", "Right"));
    kind("menopause", p -> p.one("绝经", "未绝经"));
    kind("menopause_en", p -> p.one("Premenopausal", "Postmenopausal"));
    kind("family", p -> p.one("无", "母亲乳腺癌", "无", "父亲胃癌"));
    kind("count", p -> p.random.nextInt(4));
    kind("ecog", p -> p.random.nextInt(3));
    kind("histology", p -> p.one("浸润性导管癌", "浸润性小叶癌", "浸润性癌（非特殊型）", "黏液癌"));
    kind("histology_en", p -> p.one("IDC", "ILC", "Invasive ductal carcinoma"));
    kind("grade", p -> p.one("Ⅱ级", "Ⅲ级", "Ⅰ级"));
    kind("grade_en", p -> p.one("G2", "G3", "G1"));
    kind("mm", p -> 12 + p.random.nextInt(70));
    kind("cm", p -> (10 + p.random.nextInt(60)) / 10.0);
    kind("t", p -> p.one("T1", "T2", "T3", "T4b"));
    kind("n", p -> p.one("N0", "N1", "N2", "N3"));
    kind("m", p -> "M1");
    kind("tnm", p -> p.one("cT2N1M1", "cT4bN2M1", "T3N1M1"));
    kind("stage", p -> p.one("IV期", "Ⅳ期"));
    kind("stage_en", p -> p.one("IV", "Stage IV"));
    kind("status", p -> p.one("阳性", "阴性"));
    kind("plus", p -> p.one("+", "-", "阳性", "阴性"));
    kind("status_en", p -> p.one("Positive", "Negative"));
    kind("percent", p -> 5 * p.random.nextInt(20));
    kind("percent_text", p -> 5 * (1 + p.random.nextInt(18)) + "%");
    kind("receptor", p -> p.one("阳性(80%)", "阴性", "阳性(10%)", "+，60%", "90%"));
    kind("ihc", p -> p.one("0", "1+", "2+", "3+"));
    kind("fish", p -> p.one("扩增", "未扩增"));
    kind("fish_en", p -> p.one("Amplified", "Not amplified"));
    kind("ki67", p -> 5 * (1 + p.random.nextInt(14)));
    kind("ki67_text", p -> 5 * (1 + p.random.nextInt(14)) + "%");
    kind(
        "line",
        p ->
            p.one(
                "ER(80%+),PR(40%+),HER2(2+),Ki67(30%)",
                "ER(-),PR(-),HER2(3+),Ki-67(40%+)", "ER(90%),PR(60%),HER2(1+),Ki67(15%)"));
    kind("subtype", p -> p.one("Luminal A型", "Luminal B型", "三阴性", "HER2过表达型"));
    kind("sites", p -> p.separated("、", "骨", "肺", "肝", "脑"));
    kind("sites_en", p -> p.separated("; ", "Bone", "Lung", "Liver", "Brain"));
    kind("lesions", p -> 1 + p.random.nextInt(6));
    kind("evidence", p -> p.separated("、", "CT", "骨扫描", "PET-CT", "活检"));
    kind("regimen", p -> p.one("多西他赛+卡铂", "来曲唑", "AC-T", "紫杉醇+曲妥珠单抗"));
    kind(
        "regimen_en",
        p -> p.one("Docetaxel + carboplatin", "Letrozole", "Paclitaxel + trastuzumab"));
    kind("cycles", p -> 2 + p.random.nextInt(7));
    kind("response", p -> p.one("CR", "PR", "SD", "PD"));
    kind("operation", p -> p.is("surgery") ? p.one("改良根治术", "保乳术", "乳房单纯切除术") : "未手术");
    kind(
        "operation_en",
        p -> p.is("surgery") ? p.one("Modified radical mastectomy", "Lumpectomy") : "None");
    kind("operation_code", p -> p.is("surgery") ? p.one("1", "2") : "0");
    kind("margin", p -> when(p.is("surgery"), p.one("阴性", "阳性")));
    kind("margin_en", p -> when(p.is("surgery"), p.one("Negative", "Positive")));
    kind("margin_yes_no", p -> when(p.is("surgery"), p.one("是", "否")));
    kind("axilla", p -> when(p.is("surgery"), p.one("腋窝淋巴结清扫", "前哨淋巴结活检")));
    kind("examined", p -> when(p.is("surgery"), 8 + p.random.nextInt(15)));
    kind("positive", p -> when(p.is("surgery"), p.random.nextInt(8)));
    kind("no_surgery", p -> when(!p.is("surgery"), p.one("患者拒绝手术", "无手术指征")));
    kind("cause", p -> when(p.is("dead"), p.one("乳腺癌", "心梗")));
    kind("cause_en", p -> when(p.is("dead"), "Breast cancer"));
    kind("insurance", p -> p.one("城镇职工", "城乡居民", "自费"));
    kind("prior", p -> "无");
    kind("code3", p -> 1 + p.random.nextInt(3));
    kind("ca153", p -> p.random.nextInt(3000) / 10.0);
    kind("weight", p -> 45 + p.random.nextInt(35));
    kind("menarche", p -> 11 + p.random.nextInt(6));
    kind("marriage", p -> p.one("已婚", "离异", "丧偶"));
    kind("ethnicity", p -> p.one("汉族", "满族", "回族"));
    kind("months", p -> 5 + p.random.nextInt(60));
    kind("blank", p -> null);
  }

  private static String dmy(LocalDate day) {
    return String.format("%02d/%02d/%d", day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}
