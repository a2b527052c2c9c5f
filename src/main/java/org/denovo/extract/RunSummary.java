package org.denovo.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.denovo.vocabulary.Text;

/**
 * How a run ended, for machines: {@code summary.json}, written in every case. It holds no time.
 *
 * @param exitCode the command's exit code
 * @param says the same in a sentence
 * @param counts what was counted, by name
 * @param notices what the terminal said besides, without any patient's value
 * @param outputs where the report and the cohorts lie, relative to the run's folder
 */
public record RunSummary(
    String job,
    String contentHash,
    int exitCode,
    Text says,
    Map<String, Long> counts,
    List<Text> notices,
    List<String> outputs) {

  /** The file's name. */
  public static final String FILE = "summary.json";

  public RunSummary {
    counts = Map.copyOf(counts);
    notices = List.copyOf(notices);
    outputs = List.copyOf(outputs);
  }

  /** The summary as it stands in the file. */
  public String json() {
    return Json.text(this);
  }

  /** Writes it into a folder. */
  public void write(Path directory) {
    Json.write(directory.resolve(FILE), this);
  }

  /**
   * The summary that lies in a folder.
   *
   * @throws IllegalArgumentException if it is not readable
   */
  public static RunSummary read(Path directory) {
    return Json.read(directory.resolve(FILE), RunSummary.class);
  }
}
