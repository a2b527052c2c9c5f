package org.denovo.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the sample registry: thirty-three workbooks, their mappings, the truth and the seeded
 * faults. The same seed gives the same registry.
 */
public final class SampleRegistry {

  /** The seed of the registry that is committed. */
  static final long SEED = 2128;

  private final Map<String, List<Patient>> patients = new LinkedHashMap<>();
  private final Map<String, CentreBook> books = new LinkedHashMap<>();

  SampleRegistry(long seed) {
    List<Centre> centres = Centres.all();
    for (int i = 0; i < centres.size(); i++) {
      Centre centre = centres.get(i);
      Draw draw = new Draw(seed, "patients of " + centre.code());
      List<Patient> drawn = new ArrayList<>();
      for (int n = 0; n < centre.patients(); n++) {
        boolean stageThree = i % 4 == 0 && n == centre.patients() - 1;
        drawn.add(Patients.draw(draw, centre.code(), centre.number(n), stageThree));
      }
      patients.put(centre.code(), List.copyOf(drawn));
    }
    List<Fault> faults = Faults.all();
    for (Centre centre : centres) {
      List<Fault> here = faults.stream().filter(f -> f.centre().equals(centre.code())).toList();
      books.put(
          centre.code(),
          new CentreBook(centre, patients, here, new Draw(seed, "cells of " + centre.code())));
    }
  }

  /** Writes everything under the project's folder that is given, or under the current one. */
  public static void main(String[] arguments) throws IOException {
    write(new SampleRegistry(SEED).files(), Path.of(arguments.length > 0 ? arguments[0] : ""));
  }

  static void write(Map<String, byte[]> files, Path root) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Every file by its path from the project's folder. */
  Map<String, byte[]> files() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Centre centre : Centres.all()) {
      CentreBook book = books.get(centre.code());
      files.put("sample-data/inbox/" + centre.file(), book.bytes());
      files.put(
          "mappings/" + centre.code() + ".yaml", utf8(MappingFile.write(centre, book.columns())));
      if (centre.format() == Centre.Format.XLSX_ENCRYPTED) {
        files.put("mappings/passwords/" + centre.code() + ".txt", utf8(Centre.PASSWORD + "\n"));
      }
    }
    files.put("sample-data/truth.csv", utf8(TruthFile.write(truth())));
    files.put("sample-data/faults.csv", utf8(FaultFile.write(faults())));
    files.put("sample-data/README.md", utf8(new ReadMe(this).write()));
    return files;
  }

  List<TruthFile.Row> truth() {
    List<TruthFile.Row> rows = new ArrayList<>();
    books.forEach(
        (centre, book) ->
            book.truth()
                .forEach(
                    (patient, states) -> rows.add(new TruthFile.Row(centre, patient, states))));
    return rows;
  }

  List<FaultFile.Row> faults() {
    return books.values().stream().flatMap(book -> book.faultRows().stream()).toList();
  }

  List<Patient> patients() {
    return patients.values().stream().flatMap(List::stream).toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
