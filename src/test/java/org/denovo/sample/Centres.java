package org.denovo.sample;

import java.util.List;
import java.util.Locale;

/** The thirty-three invented centres. No hospital of these names is meant. */
final class Centres {

  /**
   * Number, names, patients, layout, format, whether it keeps more than the core, whether it keeps
   * identity numbers, language, habit, and how it writes dates, receptors, HER2, stage, sites and
   * operations.
   */
  private static final String TABLE =
      """
      1  northlake   北湖大学附属医院     22 ONE_ROW    XLSX           rich ids  zh 0 CELL      PERCENT      TEXT   SEPARATE         LIST   TYPE
      2  riverbend   江湾医科大学第一医院 18 TITLED     XLSX           rich none zh 1 DOT       PLUS         TEXT   STRING_AND_GROUP LIST   PHRASE
      3  eastgate    东门肿瘤医院         16 BANDED     XLSX           rich ids  zh 2 ISO       NUMBER       SPLIT  SEPARATE         FLAGS  TYPE
      4  redcliff    赤壁岭中心医院       15 JOINED     XLSX           rich none zh 3 CHINESE   WORD_PERCENT TEXT   SEPARATE         LIST   TYPE
      5  silverford  银渡妇女儿童医院     16 VISITS     XLSX           rich none zh 0 CELL      PERCENT      TEXT   STRING           LIST   TYPE
      6  pinehill    松岗人民医院         15 CODED      XLSX           core none zh 2 CELL      NUMBER       SPLIT  SEPARATE         FLAGS  TYPE
      7  westharbour 西港国际医学中心     18 EXPORT     CSV_UTF8_BOM   rich ids  en 0 ISO       NUMBER       SPLIT  SEPARATE         LIST   TYPE
      8  oldbridge   老桥市第二医院       12 ONE_ROW    CSV_GB18030    core none zh 1 SLASH     PERCENT      TEXT   STRING           PHRASE PHRASE
      9  goldfield   金原乳腺病医院       14 ONE_ROW    XLS            rich ids  zh 2 CELL      STRENGTH     TEXT   STRING_AND_GROUP LIST   TYPE
      10 twinpeaks   双峰山医院           18 YEARS      XLS            core none zh 0 CELL      PERCENT      SPLIT  SEPARATE         LIST   TYPE
      11 bluewell    蓝井大学医院         14 THREE_ROWS XLSX           rich none zh 4 ISO       PERCENT      TEXT   SEPARATE         LIST   TYPE
      12 stonegate   石门研究型医院       18 EXPORT     XLSX           rich ids  en 1 CELL      NUMBER       SPLIT  SEPARATE         LIST   TYPE
      13 lotuspond   荷塘区医院           10 ONE_ROW    CSV_GB18030    core none zh 0 DOT       WORD         STATUS GROUP_ONLY       LIST   TYPE
      14 clearspring 清泉市中心医院       15 TITLED     XLSX           core none zh 3 CHINESE   LINE         TEXT   UPPER_CASE       PHRASE PHRASE
      15 longisland  长洲肿瘤防治所       14 BANDED     XLSX           core ids  zh 0 CELL      RANGE        TEXT   STRING           LIST   TYPE
      16 maplewood   枫林镇联合医院       9  ONE_ROW    XLSX           core none zh 1 COMPACT   PLUS         TEXT   GROUP_ONLY       PHRASE PHRASE
      17 quietbay    静湾军民医院         15 ONE_ROW    XLSX_ENCRYPTED rich none zh 0 ISO       PERCENT      TEXT   SEPARATE         LIST   TYPE
      18 highmeadow  高坪医学院附院       14 JOINED     XLSX           core none zh 2 DOT       NUMBER       SPLIT  STRING           LIST   TYPE
      19 amberhill   琥珀山医院           12 ONE_ROW    XLSX           core none zh 5 CELL      PERCENT      TEXT   STRING_AND_GROUP LIST   TYPE
      20 whiteriver  白河协和医院         14 ONE_ROW    XLSX_1904      core none en 0 CELL      NUMBER       SPLIT  SEPARATE         LIST   TYPE
      21 cloudbridge 云桥第三医院         12 VISITS     XLSX           core none zh 2 ISO       PERCENT      TEXT   SEPARATE         LIST   TYPE
      22 fivecreeks  五溪县人民医院       9  TITLED     XLS            core none zh 0 CHINESE   WORD         TEXT   GROUP_ONLY       PHRASE TYPE
      23 jadegarden  玉园医院             15 CODED      XLS            core none zh 0 COMPACT   NUMBER       SPLIT  SEPARATE         FLAGS  TYPE
      24 sunvalley   阳谷川医院           14 ONE_ROW    XLSX           core none zh 4 WIDE      RANGE        TEXT   STRING           LIST   TYPE
      25 coldharbor  寒港矿区医院         9  ONE_ROW    CSV_GB18030    core none zh 0 DAY_FIRST PERCENT      TEXT   STRING           LIST   TYPE
      26 ironbridge  铁桥职工医院         13 BANDED     XLSX           core none zh 3 CELL      PLUS         SPLIT  SEPARATE         LIST   TYPE
      27 willowlake  柳湖医院             14 ONE_ROW    XLSX           rich none zh 3 ISO       NUMBER       TEXT   SEPARATE         LIST   TYPE
      28 southgate   南关大学第二医院     18 ONE_ROW    XLSX           rich ids  zh 0 CELL      PERCENT      SPLIT  SEPARATE         LIST   TYPE
      29 crosswater  交川国际医院         14 ONE_ROW    CSV_UTF8_BOM   core none en 1 ISO       NUMBER       SPLIT  SEPARATE         LIST   TYPE
      30 tallcedar   雪松岭医院           12 THREE_ROWS XLSX           core none zh 0 SLASH     WORD_PERCENT TEXT   STRING           LIST   TYPE
      31 farshore    远岸医院             12 YEARS      XLSX           core none zh 1 CELL      STRENGTH     TEXT   STRING_AND_GROUP PHRASE PHRASE
      32 mistymount  雾岭医院             13 ONE_ROW    XLSX           rich none en 0 CELL      NUMBER       SPLIT  SEPARATE         LIST   TYPE
      33 greenfield  青禾医院             14 TITLED     XLSX           rich none zh 2 CHINESE   PERCENT      TEXT   SEPARATE         LIST   TYPE
      """;

  private static final List<Centre> ALL = TABLE.lines().map(Centres::centre).toList();

  private Centres() {}

  static List<Centre> all() {
    return ALL;
  }

  private static Centre centre(String line) {
    String[] is = line.strip().split("\\s+");
    return new Centre(
        String.format(Locale.ROOT, "c%02d_%s", Integer.parseInt(is[0]), is[1]),
        is[2],
        Character.toUpperCase(is[1].charAt(0)) + is[1].substring(1) + " Hospital",
        Integer.parseInt(is[3]),
        Centre.Layout.valueOf(is[4]),
        Centre.Format.valueOf(is[5]),
        is[6].equals("rich"),
        is[7].equals("ids"),
        style(is));
  }

  private static Style style(String[] is) {
    boolean english = is[8].equals("en");
    int habit = Integer.parseInt(is[9]);
    Dates dates = Dates.valueOf(is[10]);
    return new Style(
        english,
        habit,
        dates,
        Style.Receptors.valueOf(is[11]),
        Style.Her2.valueOf(is[12]),
        Style.Tnm.valueOf(is[13]),
        Style.Sites.valueOf(is[14]),
        Style.Operation.valueOf(is[15]),
        english ? 0.06 : 0.03 + 0.02 * (habit + dates.ordinal()) % 0.11);
  }
}
