package org.denovo.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.denovo.check.Finding;
import org.denovo.check.Life;
import org.denovo.check.Standing;
import org.denovo.check.Turn;

/**
 * The lives of all findings before a night, and which of them it meets. A registry has millions, so
 * that each takes some thirty bytes, ids and fingerprints as the numbers that their hex digits are.
 */
public final class Lives {

  private static final int ID_DIGITS = 12;
  private static final int INPUT_DIGITS = 16;
  private static final Standing[] STANDINGS = Standing.values();

  /** A list of findings as numbers. */
  private static final class Table {
    private long[] ids = new long[64];
    private long[] inputs = new long[64];
    private int[] rules = new int[64];
    private int[] versions = new int[64];
    private int size;

    void add(long id, long input, int rule, int version) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, 2 * size);
        inputs = Arrays.copyOf(inputs, 2 * size);
        rules = Arrays.copyOf(rules, 2 * size);
        versions = Arrays.copyOf(versions, 2 * size);
      }
      ids[size] = id;
      inputs[size] = input;
      rules[size] = rule;
      versions[size++] = version;
    }
  }

  private final Table known = new Table();
  private byte[] standings = new byte[64];
  private int[] firstDays = new int[64];
  private int[] lastDays = new int[64];
  private final BitSet met = new BitSet();
  private final Table begun = new Table();
  private final Map<Integer, Reopening> reopened = new HashMap<>();
  private final List<String> rules = new ArrayList<>();
  private final Map<String, Integer> ruleNumbers = new HashMap<>();

  Lives() {}

  /**
   * A finding that a night meets.
   *
   * @param life as it is from tonight on
   */
  public record Meeting(Turn turn, Life life) {}

  /** Why a known finding is open again, and on what. */
  record Reopening(Life before, Life now, Life.Lapse lapse) {}

  /** Adds a life; they come in the order of their ids. */
  void add(String id, String rule, Life life) {
    int index = known.size;
    known.add(number(id), number(life.inputs()), ruleNumber(rule), life.version());
    if (index == firstDays.length) {
      standings = Arrays.copyOf(standings, 2 * index);
      firstDays = Arrays.copyOf(firstDays, 2 * index);
      lastDays = Arrays.copyOf(lastDays, 2 * index);
    }
    standings[index] = (byte) life.standing().ordinal();
    firstDays[index] = (int) life.firstSeen().toEpochDay();
    lastDays[index] = life.expires().map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE);
  }

  /** What a night would make of a finding, without meeting it. */
  public Life peek(Finding finding, int version, LocalDate today) {
    int index = index(finding.id());
    if (index < 0) {
      return Life.begun(finding.inputs(), version, today);
    }
    Life life = life(index);
    return life.lapse(finding.inputs(), version, today).isPresent()
        ? life.reopened(finding.inputs(), version)
        : life;
  }

  /** Notes that a finding stands, and says what became of it since the run before. */
  public Meeting meet(Finding finding, int version, LocalDate today) {
    int index = index(finding.id());
    if (index < 0) {
      begun.add(
          number(finding.id()), number(finding.inputs()), ruleNumber(finding.ruleId()), version);
      return new Meeting(Turn.NEW, Life.begun(finding.inputs(), version, today));
    }
    Life life = life(index);
    met.set(index);
    Optional<Life.Lapse> lapse = life.lapse(finding.inputs(), version, today);
    if (lapse.isEmpty()) {
      return new Meeting(Turn.PERSISTING, life);
    }
    Life open = life.reopened(finding.inputs(), version);
    reopened.put(index, new Reopening(life, open, lapse.get()));
    return new Meeting(Turn.REOPENED, open);
  }

  /** Notes that nobody knows whether a finding still stands: it stays what it was. */
  public Meeting keep(Finding finding, LocalDate today) {
    int index = index(finding.id());
    if (index < 0) {
      return meet(finding, 0, today);
    }
    met.set(index);
    return new Meeting(Turn.PERSISTING, life(index));
  }

  /** True if a finding was there in the run before and was not met in this one. */
  public boolean isGone(Finding finding) {
    int index = index(finding.id());
    return index >= 0 && !met.get(index) && isThere(index);
  }

  /** The day on which a known finding was first seen. */
  public LocalDate firstSeen(Finding finding) {
    return life(index(finding.id())).firstSeen();
  }

  /** How many were there and were not met. */
  public long resolved() {
    return gone().cardinality();
  }

  private BitSet gone() {
    BitSet gone = new BitSet();
    for (int index = met.nextClearBit(0); index < known.size; index = met.nextClearBit(index + 1)) {
      gone.set(index, isThere(index));
    }
    return gone;
  }

  private boolean isThere(int index) {
    return life(index).isThere();
  }

  private Life life(int index) {
    return new Life(
        STANDINGS[standings[index]],
        inputs(known.inputs[index]),
        known.versions[index],
        LocalDate.ofEpochDay(firstDays[index]),
        lastDays[index] == Integer.MAX_VALUE
            ? Optional.empty()
            : Optional.of(LocalDate.ofEpochDay(lastDays[index])));
  }

  /** Receives a finding that is seen for the first time. */
  interface Begun {
    void accept(String id, String rule, String inputs, int version);
  }

  void eachBegun(Begun receiver) {
    for (int i = 0; i < begun.size; i++) {
      receiver.accept(
          id(begun.ids[i]), rules.get(begun.rules[i]), inputs(begun.inputs[i]), begun.versions[i]);
    }
  }

  /** Hands over the findings that are open again, by id. */
  void eachReopened(BiConsumer<String, Reopening> receiver) {
    reopened.keySet().stream()
        .sorted()
        .forEach(index -> receiver.accept(id(known.ids[index]), reopened.get(index)));
  }

  /** Receives a finding that was there and is gone. */
  interface Gone {
    void accept(String id, Life before, Standing now);
  }

  /**
   * Hands over those that were there and were not met.
   *
   * @param isInForce true for the id of a rule that is still in the book
   */
  void eachGone(Predicate<String> isInForce, Gone receiver) {
    gone().stream()
        .forEach(
            index ->
                receiver.accept(
                    id(known.ids[index]),
                    life(index),
                    whenGone(rules.get(known.rules[index]), isInForce)));
  }

  /** What a finding is that is gone; of old ones the rule was not noted. */
  private static Standing whenGone(String rule, Predicate<String> isInForce) {
    return rule.isEmpty() || isInForce.test(rule) ? Standing.RESOLVED : Standing.OBSOLETE;
  }

  private int index(String id) {
    return Arrays.binarySearch(known.ids, 0, known.size, number(id));
  }

  private int ruleNumber(String rule) {
    return ruleNumbers.computeIfAbsent(
        rule,
        name -> {
          rules.add(name);
          return rules.size() - 1;
        });
  }

  /** Of old findings the fingerprint was not noted. */
  private static long number(String hex) {
    return hex.isEmpty() ? 0 : Long.parseUnsignedLong(hex, 16);
  }

  private static String id(long number) {
    return HexFormat.of().toHexDigits(number, ID_DIGITS);
  }

  private static String inputs(long number) {
    return HexFormat.of().toHexDigits(number, INPUT_DIGITS);
  }
}
