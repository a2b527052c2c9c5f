package org.denovo.proposal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.denovo.vocabulary.Text;
import org.denovo.workbook.Limits;
import org.denovo.workbook.Sheet;
import org.denovo.workbook.Workbook;
import org.denovo.workbook.WorkbookFile;
import org.denovo.workbook.WorkbookRefused;

/**
 * The draft of a centre's mapping, made from its workbooks alone. What is not sure is left open;
 * what tells who somebody is, is ignored and never shown. The patient number that joins the sheets
 * is the one identifier that a mapping needs.
 */
public final class Draft {

  private final String centre;
  private final List<String> files;
  private final Optional<String> passwordFile;
  private final List<SheetDraft> sheets;
  private final List<SheetScan> scans;

  private Draft(
      String centre,
      List<String> files,
      Optional<String> passwordFile,
      List<SheetDraft> sheets,
      List<SheetScan> scans) {
    this.centre = centre;
    this.files = List.copyOf(files);
    this.passwordFile = passwordFile;
    this.sheets = List.copyOf(sheets);
    this.scans = List.copyOf(scans);
  }

  /**
   * Drafts the mapping of a centre.
   *
   * @param passwordFile as the mapping is to name it, if the workbooks are encrypted
   * @throws WorkbookRefused if a file is no workbook that can be read
   */
  public static Draft of(
      String centre,
      List<Path> files,
      Limits limits,
      Optional<char[]> password,
      Optional<String> passwordFile) {
    HeaderWords words = HeaderWords.shipped();
    List<SheetScan> scans = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Path file : files) {
      names.add(file.getFileName().toString());
      scans.addAll(scan(file, limits, password, words));
    }
    List<SheetDraft> sheets = new Drafting(words).draft(scans);
    return new Draft(centre, names, passwordFile, sheets, scans);
  }

  /** The sheets of a workbook that hold something. */
  static List<SheetScan> scan(
      Path file, Limits limits, Optional<char[]> password, HeaderWords words) {
    List<SheetScan> scans = new ArrayList<>();
    try (Workbook workbook = WorkbookFile.open(file, limits, password)) {
      for (Sheet sheet : workbook.sheets()) {
        SheetScan scan = SheetScan.of(file.getFileName().toString(), sheet, words);
        if (!scan.all().isEmpty()) {
          scans.add(scan);
        }
      }
    }
    return scans;
  }

  /** A name for the centre of a file: small letters, digits, {@code _} and {@code -}. */
  public static String centre(String file) {
    String stem = file.replaceFirst("\\.[^.]*$", "");
    HeaderPinyin pinyin = HeaderPinyin.of(Concepts.shipped());
    StringBuilder name = new StringBuilder();
    for (int c : Concepts.fold(stem).codePoints().toArray()) {
      String letter = Character.toString(c);
      name.append(letter.matches("[a-z0-9-]") ? letter : pinyin.syllables(letter).orElse("_"));
    }
    String plain = name.toString().replaceAll("_+", "_").replaceAll("^_|_$", "");
    return plain.isEmpty() ? "centre" : plain.toLowerCase(Locale.ROOT);
  }

  String centre() {
    return centre;
  }

  List<String> files() {
    return files;
  }

  Optional<String> passwordFile() {
    return passwordFile;
  }

  List<SheetDraft> sheets() {
    return sheets;
  }

  /** The sheets that hold data and that nothing is read from. */
  List<String> unread() {
    List<String> names = new ArrayList<>();
    for (SheetScan scan : scans) {
      boolean read = sheets.stream().anyMatch(sheet -> sheet.table().sheets().contains(scan));
      if (!read) {
        names.add(scan.name());
      }
    }
    return names;
  }

  /** True if there is a sheet with a patient column and a column that is understood. */
  public boolean isUsable() {
    return !sheets.isEmpty();
  }

  /** How many columns are mapped, to be checked, ignored and left open. */
  public Counts counts() {
    int mapped = 0;
    int toCheck = 0;
    int ignored = 0;
    int open = 0;
    for (SheetDraft sheet : sheets) {
      for (ColumnDraft column : sheet.columns()) {
        mapped += column.decision() == ColumnDraft.Decision.MAPPED ? 1 : 0;
        toCheck += column.isToCheck() ? 1 : 0;
        ignored += column.decision() == ColumnDraft.Decision.IGNORED ? 1 : 0;
        open += column.decision() == ColumnDraft.Decision.OPEN ? 1 : 0;
      }
    }
    return new Counts(mapped, toCheck, ignored, open);
  }

  /** The columns that are mapped and have to be looked at, as the mapping names them. */
  public List<String> toCheck() {
    return sheets.stream()
        .flatMap(sheet -> sheet.columns().stream())
        .filter(ColumnDraft::isToCheck)
        .map(column -> column.scan().key() + ": " + column.target().orElseThrow().name())
        .toList();
  }

  /**
   * Columns by what became of them; the patients' numbers are none of them.
   *
   * @param mapped mapped without a doubt
   * @param toCheck mapped, with a mark that asks for a look
   */
  public record Counts(int mapped, int toCheck, int ignored, int open) {

    /** The counts in words. */
    public Text says() {
      return new Text(
              "已对应{0}列，已对应但须核对{1}列，忽略{2}列，待定{3}列",
              "{0} columns mapped, {1} mapped and to be checked, {2} ignored, {3} left open")
          .with(mapped, toCheck, ignored, open);
    }
  }

  /** The mapping file, with comments for the person who has to check it. */
  public String yaml() {
    return new DraftText(this).write();
  }
}
