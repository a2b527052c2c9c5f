package org.denovo.normalise;

import static org.denovo.record.Fields.PERSON_NAME;

import org.denovo.mapping.Meaning;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.SourceCell;

/** Reads identifiers; their value is a keyed hash, the text goes no further. */
record IdentifierReader(IdentifierHash hash) implements CellReader {

  @Override
  public Reading read(SourceCell cell, Meaning meaning) {
    String spelling = Spelling.of(cell.text());
    if (Absences.looksEmpty(spelling)) {
      return Reading.absent(meaning.fields(), Absence.UNKNOWN);
    }
    return Absences.<String>of(spelling)
        .or(() -> meaning.field().map(field -> answer(field, spelling, cell)))
        .map(answer -> reading(meaning, answer))
        .orElseGet(() -> Reading.unreadable(meaning.fields()));
  }

  @SuppressWarnings("unchecked") // only fields of type identifier have this reader
  private static Reading reading(Meaning meaning, Answer<String> answer) {
    return Reading.of((Field<String>) meaning.field().orElseThrow(), answer);
  }

  private Answer<String> answer(Field<?> field, String spelling, SourceCell cell) {
    if (field == PERSON_NAME) {
      // A hidden name would agree with every other hidden one.
      return PersonName.of(spelling)
          .map(name -> Answer.known(name.mark(hash).write()))
          .orElseGet(() -> Answer.absent(Absence.UNKNOWN));
    }
    IdentityNumber number = IdentityNumber.of(spelling);
    if (number.lostDigits() || cell.kind() == Kind.NUMBER && number.digits().length() > 15) {
      // Two people may share the first 15 digits, so a hash of what is left would join them.
      return Answer.unreadable(Remark.ID_DIGITS_LOST);
    }
    String hashed = hash.apply(number.full());
    return number.isValid() ? Answer.known(hashed) : Answer.known(hashed, Remark.ID_INVALID);
  }
}
