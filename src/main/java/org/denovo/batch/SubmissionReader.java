package org.denovo.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.denovo.change.RenameProposal;
import org.denovo.change.RenamedColumns;
import org.denovo.mapping.MappedPatient;
import org.denovo.mapping.MappedWorkbook;
import org.denovo.mapping.Patients;
import org.denovo.record.PatientRecord;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFacts;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The patients of one workbook. A workbook that is refused, at its opening or in its middle, ends
 * the reading; the refusal is kept for the one who asks.
 */
final class SubmissionReader implements ItemStreamReader<MappedPatient> {

  private static final String READ = "read";

  private final Plan.Reading reading;
  private final Optional<char[]> password;
  private final String sha256;
  private final Limits limits;
  private final Consumer<SubmissionReader> atEnd;

  private Workbook workbook;
  private MappedWorkbook mapped;
  private Patients patients;
  private WorkbookRefused refusal;
  private long read;

  /**
   * A reader of one workbook.
   *
   * @param sha256 of the bytes that the plan was made for
   * @param atEnd called in the transaction of the last chunk, and again if that has to be repeated
   */
  SubmissionReader(
      Plan.Reading reading,
      Optional<char[]> password,
      String sha256,
      Limits limits,
      Consumer<SubmissionReader> atEnd) {
    this.reading = reading;
    this.password = password;
    this.sha256 = sha256;
    this.limits = limits;
    this.atEnd = atEnd;
  }

  @Override
  public void open(ExecutionContext context) {
    try {
      requireUnchanged();
      workbook = WorkbookFile.open(reading.file(), limits, password);
      mapped =
          MappedWorkbook.open(workbook, reading.file().getFileName().toString(), reading.mapping());
      patients = mapped.patients();
      // A restarted reader passes over the patients that were stored before it was stopped.
      for (long before = context.getLong(READ, 0); read < before && patients.hasNext(); read++) {
        patients.next();
      }
    } catch (WorkbookRefused refused) {
      refusal = refused;
    }
  }

  /** The plan was made for certain bytes; others wait for the next night. */
  private void requireUnchanged() {
    try {
      BasicFileAttributes now =
          Files.readAttributes(
              reading.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (now.isRegularFile() && !Inbox.identity(reading.file(), now, limits).equals(sha256)) {
        throw new WorkbookRefused(
            WorkbookRefused.Reason.CHANGED,
            new Text(
                "文件在读取前又被修改，下次运行时再读",
                "the file was changed again before it was read; the next run reads it"));
      }
    } catch (IOException e) {
      // Opening it will not succeed either, and says why.
    }
  }

  @Override
  public MappedPatient read() {
    MappedPatient next = next();
    if (next == null) {
      atEnd.accept(this);
    } else {
      read++;
    }
    return next;
  }

  private MappedPatient next() {
    if (refusal != null) {
      return null;
    }
    try {
      return patients.hasNext() ? patients.next() : null;
    } catch (WorkbookRefused refused) {
      refusal = refused;
      return null;
    }
  }

  @Override
  public void update(ExecutionContext context) {
    context.putLong(READ, read);
  }

  @Override
  public void close() {
    if (patients != null) {
      patients.close();
      patients = null;
    }
    if (workbook != null) {
      workbook.close();
      workbook = null;
    }
  }

  /** How many patients were read, those before a restart included. */
  long count() {
    return read;
  }

  /** Why the workbook is not read, if it is refused. */
  Optional<WorkbookRefused> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** {@code 1900} or {@code 1904}, from which the workbook's dates count; empty for a text file. */
  String dateSystem() {
    WorkbookFacts facts = workbook.facts();
    return facts.format().equals("csv") ? "" : facts.date1904() ? "1904" : "1900";
  }

  /**
   * The columns that seem to have another name since the last submission.
   *
   * @param earlier a patient of that submission by her pseudonym
   */
  List<RenameProposal> renamed(
      Function<MappedPatient, PatientRecord> read,
      Function<String, Optional<PatientRecord>> earlier) {
    String fileName = reading.file().getFileName().toString();
    return new RenamedColumns(fileName, reading.mapping(), read, earlier)
        .in(workbook, mapped.unplaced());
  }

  /** The account of the rows and what was noticed; complete when the last patient was read. */
  MappedWorkbook workbook() {
    return mapped;
  }
}
