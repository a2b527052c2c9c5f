package org.denovo.store;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;
import org.denovo.record.Absence;
import org.denovo.record.Answer;
import org.denovo.record.Field;
import org.denovo.record.FieldType;
import org.denovo.record.Fields;
import org.denovo.record.PatientKey;
import org.denovo.record.PatientRecord;
import org.denovo.record.Remark;
import org.denovo.source.Kind;
import org.denovo.source.Mark;
import org.denovo.source.Place;
import org.denovo.source.SourceCell;

/**
 * A patient record as bytes and back: every answer with its remarks, its cell and that cell's text.
 * Of an identifier's cell only the place is kept. Fields, remarks and kinds are written by name, so
 * that their lists may grow.
 */
final class RecordBytes {

  private static final int KNOWN = 0;
  private static final int ABSENT = 1;
  private static final int UNREADABLE = 2;

  /** In the count of a cell's marks: its number format and formula follow. */
  private static final int LINEAGE = 0x80;

  private RecordBytes() {}

  static byte[] write(PatientRecord patient) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Field<?> field : Fields.all()) {
        Answer<?> answer = patient.answer(field);
        boolean collected =
            !(answer instanceof Answer.Absent<?> absent && absent.why() == Absence.NOT_COLLECTED);
        if (collected || patient.cell(field).isPresent()) {
          writeField(out, patient, field);
        }
      }
      out.writeUTF("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deflated(bytes.toByteArray());
  }

  /** In one piece: a stream would call the native compressor for each small value. */
  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(plain);
      deflater.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
      byte[] piece = new byte[4096];
      while (!deflater.finished()) {
        bytes.write(piece, 0, deflater.deflate(piece));
      }
      return bytes.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static <T> void writeField(DataOutputStream out, PatientRecord patient, Field<T> field)
      throws IOException {
    out.writeUTF(field.name());
    Answer<T> answer = patient.answer(field);
    if (answer instanceof Answer.Known<T> known) {
      out.writeByte(KNOWN);
      out.writeUTF(field.type().write(known.value()));
    } else if (answer instanceof Answer.Absent<T> absent) {
      out.writeByte(ABSENT);
      out.writeUTF(absent.why().code());
    } else {
      out.writeByte(UNREADABLE);
    }
    out.writeByte(answer.remarks().size());
    for (Remark remark : answer.remarks()) {
      out.writeUTF(remark.name());
    }
    SourceCell cell = patient.cell(field).orElse(null);
    out.writeBoolean(cell != null);
    if (cell != null) {
      writeCell(out, cell, field.type() instanceof FieldType.Identifier);
    }
  }

  private static void writeCell(DataOutputStream out, SourceCell cell, boolean identifier)
      throws IOException {
    out.writeUTF(cell.place().sheet());
    out.writeInt(cell.place().row());
    out.writeShort(cell.place().column());
    out.writeUTF(cell.kind().name());
    writeText(out, identifier ? "" : cell.text());
    out.writeDouble(identifier ? Double.NaN : cell.number());
    boolean lineage = !identifier && isWorthKeeping(cell);
    out.writeByte(cell.marks().size() | (lineage ? LINEAGE : 0));
    for (Mark mark : cell.marks().stream().sorted().toList()) {
      out.writeUTF(mark.name());
    }
    if (lineage) {
      writeText(out, cell.format());
      writeText(out, cell.formula());
    }
  }

  /** Where the value came from, and what was shown instead of it, cannot be told from the value. */
  private static boolean isWorthKeeping(SourceCell cell) {
    return !cell.formula().isEmpty() || cell.has(Mark.DRESSED) || cell.has(Mark.UNSEEN);
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  static PatientRecord read(PatientKey key, String workbook, byte[] bytes) {
    PatientRecord.Builder patient = PatientRecord.of(key);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
      for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
        String field = name;
        readField(
            in,
            patient,
            workbook,
            Fields.named(field).orElseThrow(() -> new IllegalStateException("field " + field)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return patient.build();
  }

  private static <T> void readField(
      DataInputStream in, PatientRecord.Builder patient, String workbook, Field<T> field)
      throws IOException {
    int kind = in.readByte();
    String text = kind == UNREADABLE ? "" : in.readUTF();
    Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    for (int left = in.readByte(); left > 0; left--) {
      remarks.add(Remark.valueOf(in.readUTF()));
    }
    Answer<T> answer =
        kind == KNOWN
            ? new Answer.Known<>(field.type().parse(text), remarks)
            : kind == ABSENT
                ? new Answer.Absent<>(Absence.valueOf(text.toUpperCase(Locale.ROOT)), remarks)
                : new Answer.Unreadable<>(remarks);
    patient.put(field, answer, in.readBoolean() ? readCell(in, workbook) : null);
  }

  private static SourceCell readCell(DataInputStream in, String workbook) throws IOException {
    String sheet = in.readUTF();
    int row = in.readInt();
    int column = in.readUnsignedShort();
    Kind kind = Kind.valueOf(in.readUTF());
    String text = readText(in);
    double number = in.readDouble();
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    int count = in.readUnsignedByte();
    for (int left = count & ~LINEAGE; left > 0; left--) {
      marks.add(Mark.valueOf(in.readUTF()));
    }
    boolean lineage = (count & LINEAGE) != 0;
    String format = lineage ? readText(in) : "";
    String formula = lineage ? readText(in) : "";
    Place place = new Place(workbook, sheet, row, column);
    return new SourceCell(place, kind, text, number, format, formula, "", marks);
  }
}
