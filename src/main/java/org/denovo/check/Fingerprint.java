package org.denovo.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Text;

/** Short marks by which things are known again; from none of them can a value be told. */
final class Fingerprint {

  private static final int INPUTS = 8;

  private Fingerprint() {}

  /** The first bytes of the SHA-256 of a text, in hex. */
  static String of(String text, int bytes) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What a finding is about that is known by its sentence. */
  static String of(Text says) {
    return of(says.en(), INPUTS);
  }

  /**
   * The answers to some fields, in no order: their values, why there is none, what was noticed, and
   * the text that nobody understood.
   */
  static String of(PatientRecord patient, Collection<Field<?>> fields) {
    StringBuilder all = new StringBuilder();
    TreeSet<String> names = new TreeSet<>();
    for (Field<?> field : fields) {
      names.add(field.name() + "=" + answer(patient, field));
    }
    names.forEach(one -> all.append(one).append('\n'));
    return of(all.toString(), INPUTS);
  }

  private static <T> String answer(PatientRecord patient, Field<T> field) {
    Answer<T> answer = patient.answer(field);
    String said;
    if (answer instanceof Answer.Known<T> known) {
      said = "known " + field.type().write(known.value());
    } else if (answer instanceof Answer.Absent<T> absent) {
      said = "absent " + absent.why().code();
    } else {
      said = "unreadable " + Shown.raw(patient, field).en();
    }
    return said + " " + new TreeSet<>(answer.remarks());
  }
}
