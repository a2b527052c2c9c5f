package org.denovo.normalise;

import static org.denovo.record.Fields.STAGING_EDITION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.source.SourceCell;
import org.denovo.vocabulary.StagingEdition;

/** Reads editions of the staging manual: by number (7, 07, AJCC第8版) or by year (2018版). */
final class EditionReader implements CellReader {

  private static final String EDITION =
      "(?:第|version|edition|ed|v)?[\\s.]*0?([5-9]|[五六七八九]|viii|vii|vi|ix|fifth|sixth|seventh|eighth|ninth)(?:[.]0)?\\s*(?:th)?\\s*(?:版本?|ed(?:ition)?[.]?)?";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:(?:ajcc|uicc|tnm|cancer staging manual|癌症分期手册)[\\s/,]*)*"
              + EDITION
              + "(?:\\s*(?:ajcc|uicc|tnm))?(?:\\s*\\([^()]*\\))?");

  /** An edition named in passing, with the name of the manual or the word edition. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:ajcc|uicc)[\\s/,(]*(?:第|version|v)?[\\s.]*([5-9五六七八九])(?![0-9])|第([5-9五六七八九])版|([5-9])th ed");

  private static final Pattern YEAR =
      Pattern.compile("(?:(?:ajcc|uicc|tnm)[\\s/,]*)*(2002|2003|2010|2017|2018)\\s*年?\\s*版?本?");
  private static final String CHINESE = "五六七八九";
  private static final String NUMERALS = "56789";
  private static final List<String> ROMAN = List.of("v", "vi", "vii", "viii", "ix");
  private static final List<String> WORDS = List.of("fifth", "sixth", "seventh", "eighth", "ninth");

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
      return Reading.of(STAGING_EDITION, Answer.known(numbered(number.group(1))));
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

  /** The edition that a text names in passing, if it names one. */
  static Optional<StagingEdition> within(String spelling) {
    Matcher named = NAMED.matcher(spelling);
    if (!named.find()) {
      return Optional.empty();
    }
    for (int group = 1; group <= 3; group++) {
      if (named.group(group) != null) {
        return Optional.of(numbered(named.group(group)));
      }
    }
    return Optional.empty();
  }

  private static StagingEdition numbered(String written) {
    int edition = Math.max(NUMERALS.indexOf(written), CHINESE.indexOf(written));
    int word = Math.max(WORDS.indexOf(written), ROMAN.indexOf(written));
    return StagingEdition.values()[Math.max(edition, word)];
  }
}
