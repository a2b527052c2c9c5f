package org.denovo.normalise;

import static org.denovo.record.Fields.STAGING_EDITION;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.StagingEdition;

/** Reads editions of the staging manual: by number (7, 07, AJCC第8版) or by year (2018版). */
final class EditionReader implements CellReader {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?:ajcc|uicc|tnm)[\\s/,]*)*(?:第|version|edition|ed|v)?[\\s.]*0?([5-9]|[五六七八九])\\s*(?:th)?\\s*(?:版本?|ed(?:ition)?[.]?)?(?:\\s*(?:ajcc|uicc|tnm))?");
  private static final Pattern YEAR =
      Pattern.compile("(?:(?:ajcc|uicc|tnm)[\\s/,]*)*(2002|2003|2010|2017|2018)\\s*年?\\s*版?本?");
  private static final String CHINESE = "五六七八九";

  /** The 6th manual appeared in 2002, the 7th in 2010; the 8th holds from 2018. */
  private static final Map<String, StagingEdition> BY_YEAR =
      Map.of(
          "2002", StagingEdition.AJCC6,
          "2003", StagingEdition.AJCC6,
          "2010", StagingEdition.AJCC7,
          "2017", StagingEdition.AJCC8,
          "2018", StagingEdition.AJCC8);

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    Matcher number = NUMBER.matcher(spelling);
    if (number.matches()) {
      int chinese = CHINESE.indexOf(number.group(1));
      int edition = chinese < 0 ? Integer.parseInt(number.group(1)) : chinese + 5;
      return Reading.of(STAGING_EDITION, Answer.known(StagingEdition.values()[edition - 5]));
    }
    Matcher year = YEAR.matcher(spelling);
    if (year.matches()) {
      return Reading.of(STAGING_EDITION, Answer.known(BY_YEAR.get(year.group(1))));
    }
    // NAACCR TNM edition: 88 not applicable, 99 unknown.
    return switch (spelling) {
      case "88" -> Reading.absent(meaning.fields(), Absence.NOT_APPLICABLE);
      case "99" -> Reading.absent(meaning.fields(), Absence.UNKNOWN);
      default -> Reading.unreadable(meaning.fields());
    };
  }
}
