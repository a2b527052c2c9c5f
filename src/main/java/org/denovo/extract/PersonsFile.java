package org.denovo.extract;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.denovo.linkage.Person;
import org.denovo.record.PatientKey;

/**
 * {@code registry/persons.csv}: the records that a run's cohorts took to be of one person, the
 * leading one first, under its pseudonym. Who has one record does not stand in it.
 */
public final class PersonsFile {

  /** Where it lies in a run. */
  public static final String PATH = "registry/persons.csv";

  private PersonsFile() {}

  /** A record of a person. */
  public record Member(String pid, String centre) {}

  /** Writes the persons of a run that is being made. */
  public static void write(Path run, List<Person> persons) {
    try (CsvFile csv =
        new CsvFile(run.resolve(PATH), List.of("patient_pid", "centre", "person_pid"))) {
      for (Person person : persons) {
        for (PatientKey member : person.members()) {
          csv.row(List.of(member.pid(), member.centre(), person.record().key().pid()));
        }
      }
    }
  }

  /** Each person's records, the leading one first, in the file's order. */
  public static List<List<Member>> read(Path run) {
    Map<String, List<Member>> persons = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(run.resolve(PATH))) {
      for (NamedCsvRecord row : csv) {
        persons
            .computeIfAbsent(row.getField("person_pid"), person -> new ArrayList<>())
            .add(new Member(row.getField("patient_pid"), row.getField("centre")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(persons.values());
  }
}
