package org.denovo.normalise;

import static org.denovo.record.Fields.BIRTH_DATE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PartialDate;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.SourceCell;

/**
 * Reads date cells, serial numbers and written dates. A day that is not there is never invented.
 */
final class DateReader implements CellReader {

  /** What systems and people put where they have no date. */
  private static final Set<String> SENTINELS =
      Set.of("0001-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "9999-12-31", "2099-12-31");

  private static final Pattern ZERO_DAY =
      Pattern.compile("1900[-/.]0?1[-/.]0?0|0000[-/.]?00[-/.]?00|9999(?:[-/.]?[0-9]{1,2}){0,2}");
  private static final Pattern SERIAL = Pattern.compile("([0-9]{2}),?([0-9]{3})(?:[.][0-9]+)?");

  /** A day that the calendar has, as a date cell writes it; what is odder is read as text. */
  private static final Pattern ISO =
      Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])(?![0-9])");

  private static final Pattern NOT_OPERATED = Pattern.compile("未手术|未行手术|无手术|无");
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  @Override
  @SuppressWarnings("unchecked") // only date fields have this reader
  public Reading read(SourceCell cell, Meaning meaning) {
    return meaning
        .field()
        .map(field -> Reading.of((Field<PartialDate>) field, answer(cell, meaning, field)))
        .orElseGet(() -> Reading.unreadable(FirstLook.principal(meaning)));
  }

  private static Answer<PartialDate> answer(SourceCell cell, Meaning meaning, Field<?> field) {
    if (cell.kind() == Kind.DATE && ISO.matcher(cell.text()).lookingAt()) {
      LocalDate date = LocalDate.parse(cell.text().substring(0, 10));
      return checked(Answer.known(PartialDate.of(date)), field == BIRTH_DATE);
    }
    // A spreadsheet puts an apostrophe before what shall stay text.
    String spelling =
        Spelling.withoutInnerBlanks(Spelling.of(cell.text())).replaceFirst("^['’] ?", "");
    if (NOT_OPERATED.matcher(spelling).matches()) {
      return Answer.absent(Absence.NOT_APPLICABLE);
    }
    if (ZERO_DAY.matcher(spelling).matches()) {
      return Answer.absent(Absence.UNKNOWN, Remark.SENTINEL_DATE);
    }
    boolean ofBirth = field == BIRTH_DATE;
    Optional<Answer<PartialDate>> serial = serial(spelling, epoch(cell, meaning), ofBirth);
    Answer<PartialDate> answer =
        serial.orElseGet(() -> new WrittenDate(spelling, meaning.dateOrder(), ofBirth).read());
    return checked(answer, ofBirth);
  }

  private static Answer<PartialDate> checked(Answer<PartialDate> answer, boolean ofBirth) {
    return answer
        .optional()
        .filter(date -> isSentinel(date, ofBirth))
        .map(date -> Answer.<PartialDate>absent(Absence.UNKNOWN, Remark.SENTINEL_DATE))
        .orElse(answer);
  }

  /** Many were born on 1 January 1970; nobody's tumour was found then. */
  private static boolean isSentinel(PartialDate date, boolean ofBirth) {
    String written = date.write();
    return SENTINELS.contains(written) || !ofBirth && written.equals("1970-01-01");
  }

  /** What day numbers count from: as the mapping says, else as the workbook does. */
  private static LocalDate epoch(SourceCell cell, Meaning meaning) {
    boolean from1904 =
        meaning.unit().isEmpty()
            ? cell.has(Mark.FROM_1904)
            : meaning.unit().equals(Meaning.FROM_1904);
    return from1904 ? EPOCH_1904 : EPOCH_1900;
  }

  /** A day number, where the day is a likely one: of a birth from 1927, of all else from 1950. */
  private static Optional<Answer<PartialDate>> serial(
      String spelling, LocalDate epoch, boolean ofBirth) {
    Matcher digits = SERIAL.matcher(spelling);
    if (!digits.matches()) {
      return Optional.empty();
    }
    int days = Integer.parseInt(digits.group(1) + digits.group(2));
    LocalDate date = epoch.plusDays(days);
    boolean likely = date.getYear() >= (ofBirth ? 1927 : 1950) && date.getYear() <= 2050;
    return Optional.of(
        likely
            ? Answer.known(PartialDate.of(date), Remark.DATE_FROM_SERIAL)
            : Answer.unreadable(Remark.IMPOSSIBLE_DATE));
  }
}
