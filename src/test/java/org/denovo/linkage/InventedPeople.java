package org.denovo.linkage;

import static org.denovo.record.Fields.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.denovo.mapping.MappedCell;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.Meaning;
import org.denovo.mapping.Words;
import org.denovo.normalise.Normaliser;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.PseudonymKey;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/**
 * Invented patients of 33 centres, some of whom are in two, written as two people write them: with
 * homophones, pinyin, slips in numbers and dates. They go through the registry's own readers.
 */
final class InventedPeople {

  /** What the centres write beside dates, sex and side. */
  enum Keep {
    NAMES_AND_NUMBERS,
    NAMES,
    NEITHER
  }

  private static final PseudonymKey KEY = PseudonymKey.of("invented key of a test");

  /** Frequent surnames, the first more so than the last. */
  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭";

  private static final String GIVEN =
      "秀英兰芳玲丽敏静娟艳红霞梅桂珍玉华萍莉燕云洁琴凤素春雪琳晶倩欣佳慧婷雅淑惠珠翠香月莲真环黛青菊蓉眉君薇菁梦岚苑婕馨瑶怡彤曼瑞凡美芬琼勤贞荣爱妹霭融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁伊枝";

  /** Characters of one sound. */
  private static final List<String> SOUNDS =
      List.of(
          "丽莉", "芳方", "英瑛樱", "静婧靖", "红虹宏", "霞侠", "玉钰郁", "华桦", "慧惠蕙", "燕艳雁", "洁杰", "梅玫", "娟鹃", "雪学",
          "敏闽", "云芸");

  private static final Map<String, String> PINYIN =
      Map.of(
          "王", "Wang", "李", "Li", "张", "Zhang", "刘", "Liu", "陈", "Chen", "秀", "xiu", "英", "ying",
          "芳", "fang", "丽", "li", "红", "hong");

  private final Random random;
  private final Keep keep;
  private final Normaliser normaliser = new Normaliser(text -> KEY.pseudonym("identifier", text));
  private final List<PatientRecord> records = new ArrayList<>();
  private final Map<Field<?>, Meaning> meanings = new HashMap<>();
  private final Set<String> pairs = new HashSet<>();

  private InventedPeople(long seed, Keep keep) {
    this.random = new Random(seed);
    this.keep = keep;
  }

  /** So many persons, of whom every tenth has a second record. */
  static InventedPeople of(int persons, long seed, Keep keep) {
    return of(persons, seed, keep, 10);
  }

  /** Nobody has a second record. */
  static InventedPeople alone(int persons, long seed, Keep keep) {
    return of(persons, seed, keep, Integer.MAX_VALUE);
  }

  private static InventedPeople of(int persons, long seed, Keep keep, int every) {
    InventedPeople people = new InventedPeople(seed, keep);
    for (int i = 0; i < persons; i++) {
      Person person = people.person();
      PatientRecord first = people.record(i, 0, person);
      people.records.add(first);
      if (i % every == every - 1) {
        PatientRecord second = people.record(i, 1, people.again(person));
        people.records.add(second);
        people.pairs.add(Decision.pair(first.key().pid(), second.key().pid()));
      }
    }
    return people;
  }

  List<PatientRecord> records() {
    return records;
  }

  /** The true pairs. */
  Set<String> pairs() {
    return pairs;
  }

  /** As a centre writes that has one day for all of whom it does not know it. */
  static PatientRecord bornOnNewYear(PatientRecord patient) {
    return patient.with(BIRTH_DATE, Answer.known(new PartialDate(1960, 1, 1)));
  }

  private record Person(
      String name,
      String id,
      String birth,
      String age,
      String sex,
      String side,
      LocalDate diagnosed,
      Optional<LocalDate> operated) {}

  private Person person() {
    String name = draw(SURNAMES) + draw(GIVEN) + (random.nextInt(100) < 80 ? draw(GIVEN) : "");
    LocalDate diagnosed = LocalDate.of(2015, 1, 1).plusDays(random.nextInt(2900));
    int age = Math.max(25, Math.min(85, (int) Math.round(52 + 11 * random.nextGaussian())));
    LocalDate birth = diagnosed.minusYears(age).minusDays(random.nextInt(365));
    boolean male = random.nextInt(150) == 0;
    return new Person(
        name,
        id(birth, male),
        birth.toString(),
        Integer.toString(age),
        male ? "男" : "女",
        random.nextBoolean() ? "左" : "右",
        diagnosed,
        random.nextBoolean()
            ? Optional.of(diagnosed.plusDays(20L + random.nextInt(250)))
            : Optional.empty());
  }

  /** The same person as another centre writes her. */
  private Person again(Person person) {
    int day = random.nextInt(100);
    return new Person(
        otherName(person.name()),
        random.nextInt(20) == 0 ? slip(person.id()) : person.id(),
        otherBirth(person.birth()),
        person.age(),
        person.sex(),
        random.nextInt(25) == 0 ? "双侧" : person.side(),
        person
            .diagnosed()
            .plusDays(
                day < 60 ? random.nextInt(5) : day < 85 ? random.nextInt(31) : random.nextInt(150)),
        person.operated().filter(d -> random.nextInt(100) < 85));
  }

  private String otherName(String name) {
    int how = random.nextInt(100);
    if (how < 75) {
      return name;
    }
    if (how < 85) {
      for (String sound : SOUNDS) {
        for (int i = 1; i < name.length(); i++) {
          int at = sound.indexOf(name.charAt(i));
          if (at >= 0) {
            char other = sound.charAt((at + 1) % sound.length());
            return name.substring(0, i) + other + name.substring(i + 1);
          }
        }
      }
      return name;
    }
    if (how < 92) {
      StringBuilder pinyin = new StringBuilder();
      for (int i = 0; i < name.length(); i++) {
        String syllable = PINYIN.get(name.substring(i, i + 1));
        if (syllable == null) {
          return name;
        }
        pinyin.append(i == 1 ? " " : "").append(syllable);
      }
      return pinyin.toString();
    }
    return how < 96 ? name.substring(0, 1) + draw(GIVEN) : name.substring(0, 1) + "某某";
  }

  private String otherBirth(String birth) {
    int how = random.nextInt(100);
    if (how < 88) {
      return birth;
    }
    if (how < 93) {
      return birth.substring(0, 7);
    }
    LocalDate day = LocalDate.parse(birth);
    return how < 97 ? day.plusYears(random.nextBoolean() ? 1 : -1).toString() : "";
  }

  private String slip(String id) {
    int at = 6 + random.nextInt(10);
    char digit = (char) ('0' + (id.charAt(at) - '0' + 1 + random.nextInt(8)) % 10);
    return id.substring(0, at) + digit + id.substring(at + 1);
  }

  /** Numbers of whole provinces, which no person has. */
  private String id(LocalDate birth, boolean male) {
    String digits =
        List.of("110000", "310000", "440000", "510000").get(random.nextInt(4))
            + birth.toString().replace("-", "")
            + (100 + 2 * random.nextInt(400) + (male ? 1 : 0));
    int[] factors = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (digits.charAt(i) - '0') * factors[i];
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  private PatientRecord record(int person, int copy, Person said) {
    String centre = String.format("c%02d", (person + copy * (1 + random.nextInt(32))) % 33);
    String number = person + "-" + copy;
    Map<Field<?>, String> cells = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
    if (keep != Keep.NEITHER) {
      cells.put(PERSON_NAME, said.name());
    }
    if (keep == Keep.NAMES_AND_NUMBERS && random.nextInt(100) < 60) {
      cells.put(NATIONAL_ID, said.id());
    }
    cells.put(BIRTH_DATE, said.birth());
    cells.put(AGE_AT_DX, said.age());
    cells.put(SEX, said.sex());
    cells.put(LATERALITY, said.side());
    cells.put(DATE_DX, said.diagnosed().toString());
    cells.put(DATE_PRIMARY_SURGERY, said.operated().map(LocalDate::toString).orElse(""));
    List<MappedCell> mapped = new ArrayList<>();
    cells.forEach(
        (field, text) ->
            mapped.add(
                new MappedCell(
                    meaning(field),
                    SourceCell.text(new Place(centre + ".xlsx", "Sheet1", person, 1), text),
                    false)));
    PatientKey key =
        new PatientKey(centre, number, KEY.pseudonym("patient", centre + "\n" + number));
    return normaliser.normalise(key, new MappedPatient(number, mapped, 1));
  }

  private Meaning meaning(Field<?> field) {
    return meanings.computeIfAbsent(
        field,
        f ->
            new Meaning(
                Optional.of(f),
                Optional.empty(),
                "",
                Map.of(),
                "",
                Meaning.DateOrder.UNDECLARED,
                Words.NONE));
  }

  /** One of the characters, the first more often. */
  private String draw(String characters) {
    double share = random.nextDouble() * random.nextDouble();
    int at = (int) (share * characters.length());
    return characters.substring(at, at + 1);
  }
}
