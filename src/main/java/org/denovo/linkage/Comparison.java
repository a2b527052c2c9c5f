package org.denovo.linkage;

import java.time.LocalDate;
import java.util.List;
import org.denovo.record.Field;
import org.denovo.record.Fields;
import org.denovo.vocabulary.Text;

/**
 * What is compared of two records, each with its levels from the worst to the best. A record that
 * does not say speaks neither for nor against.
 */
public enum Comparison {
  NATIONAL_ID(
      Fields.NATIONAL_ID,
      differ("不同", "differ", 0.01),
      // GB 11643: a wrong digit or two that changed places make the check character wrong.
      near("不同，其一校验码有误", "differ, one has a wrong check character", 0.09),
      agree("相同", "agree", 0.90)) {
    @Override
    int level(Traits one, Traits other) {
      if (one.id() == 0 || other.id() == 0) {
        return MISSING;
      }
      return one.id() == other.id() ? 2 : one.idValid() && other.idValid() ? 0 : 1;
    }
  },
  NAME(
      Fields.PERSON_NAME,
      differ("不同", "differ", 0.05),
      near("姓氏和名的首字母相同", "same surname and initials", 0.05),
      near("读音相同", "same sound", 0.10),
      agree("相同", "agree", 0.80)) {
    @Override
    int level(Traits one, Traits other) {
      if (one.sound() == 0 || other.sound() == 0) {
        return MISSING;
      }
      if (one.characters() == other.characters()) {
        return 3;
      }
      return one.sound() == other.sound() ? 2 : one.initials() == other.initials() ? 1 : 0;
    }
  },
  BIRTH_DATE(
      Fields.BIRTH_DATE,
      differ("不同", "differ", 0.03),
      near("相近：年、月、日之一不同，或年龄差一岁", "near: one part differs, or ages by a year", 0.07),
      agree("在已知精度内一致", "agree as far as they are known", 0.20),
      agree("同一天", "the same day", 0.70)) {
    @Override
    int level(Traits one, Traits other) {
      if (one.bornFrom() == null || other.bornFrom() == null) {
        return MISSING;
      }
      boolean exact = one.bornOn() && other.bornOn();
      if (exact && one.bornFrom().equals(other.bornFrom())) {
        return 3;
      }
      if (!exact && overlap(one, other, 0)) {
        return 2;
      }
      boolean near = exact ? oneSlip(one.bornFrom(), other.bornFrom()) : overlap(one, other, YEAR);
      return near ? 1 : 0;
    }
  },
  SEX(Fields.SEX, differ("不同", "differ", 0.01), agree("相同", "agree", 0.99)) {
    @Override
    int level(Traits one, Traits other) {
      return equal(one.sex(), other.sex());
    }
  },
  LATERALITY(Fields.LATERALITY, differ("不同", "differ", 0.05), agree("相同", "agree", 0.95)) {
    @Override
    int level(Traits one, Traits other) {
      return equal(one.side(), other.side());
    }
  },
  /**
   * Of diagnosis and operation together: who was operated on the same day was mostly diagnosed in
   * the same months, so that apart they would count twice.
   */
  DATE_DX(
      Fields.DATE_DX,
      differ("确诊相差90天以上", "diagnosed more than 90 days apart", 0.10),
      near("确诊相差不超过90天，手术日期不同", "diagnosed within 90 days, operated on another day", 0.10),
      near("确诊相差不超过90天", "diagnosed within 90 days", 0.10),
      agree("确诊相差不超过31天", "diagnosed within 31 days", 0.30),
      agree("确诊相差不超过90天，手术为同一天", "diagnosed within 90 days, operated on the same day", 0.40)) {
    @Override
    int level(Traits one, Traits other) {
      if (one.diagnosed() == null || other.diagnosed() == null) {
        return MISSING;
      }
      long days = Math.abs(one.diagnosed().toEpochDay() - other.diagnosed().toEpochDay());
      if (days > 90) {
        return 0;
      }
      if (one.operated() != null && other.operated() != null) {
        return one.operated().equals(other.operated()) ? 4 : 1;
      }
      return days > 31 ? 2 : 3;
    }
  };

  /** The level where a record does not say. */
  static final int MISSING = -1;

  private static final int YEAR = 366;

  /**
   * One result of a comparison.
   *
   * @param usual how often two records of one person come out so, before a registry's own pairs say
   *     otherwise. Agreement in nine of ten is where Winkler's EM starts (Herzog, Scheuren,
   *     Winkler: Data Quality and Record Linkage Techniques, 2007, ch. 9); how the rest is shared
   *     is assumed
   */
  record Level(Sense sense, Text says, double usual) {}

  /** What a level says in short. */
  public enum Sense {
    DIFFER,
    NEAR,
    AGREE
  }

  private final Field<?> field;
  private final List<Level> levels;

  Comparison(Field<?> field, Level... levels) {
    this.field = field;
    this.levels = List.of(levels);
  }

  /** The field that it is about. */
  public Field<?> field() {
    return field;
  }

  /** What a level says. */
  public Text says(int level) {
    return levels.get(level).says();
  }

  /** What a level says in short. */
  public Sense sense(int level) {
    return levels.get(level).sense();
  }

  List<Level> levels() {
    return levels;
  }

  /** The level of two records, or {@link #MISSING}. */
  abstract int level(Traits one, Traits other);

  private static Level differ(String zh, String en, double usual) {
    return new Level(Sense.DIFFER, new Text(zh, en), usual);
  }

  private static Level near(String zh, String en, double usual) {
    return new Level(Sense.NEAR, new Text(zh, en), usual);
  }

  private static Level agree(String zh, String en, double usual) {
    return new Level(Sense.AGREE, new Text(zh, en), usual);
  }

  private static int equal(Enum<?> one, Enum<?> other) {
    return one == null || other == null ? MISSING : one == other ? 1 : 0;
  }

  private static boolean overlap(Traits one, Traits other, int slack) {
    return !one.bornFrom().isAfter(other.bornTo().plusDays(slack))
        && !other.bornFrom().isAfter(one.bornTo().plusDays(slack));
  }

  /** One of year, month and day differs, or month and day have changed places. */
  private static boolean oneSlip(LocalDate one, LocalDate other) {
    int same =
        (one.getYear() == other.getYear() ? 1 : 0)
            + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
            + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
    boolean swapped =
        one.getYear() == other.getYear()
            && one.getMonthValue() == other.getDayOfMonth()
            && one.getDayOfMonth() == other.getMonthValue();
    return same == 2 || swapped;
  }
}
