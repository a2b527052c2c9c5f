package org.denovo.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.denovo.extract.CutFile;
import org.denovo.extract.Manifest;
import org.denovo.store.Cuts;
import org.denovo.vocabulary.Text;

/**
 * The folder of a data cut, after it was compared with what the database knows of it: the list of
 * contents by its hash, each kept file by the list, and what the run had decided by its manifest.
 */
record KeptCut(Path folder, CutFile file) {

  /**
   * Opens it.
   *
   * @throws CutRefused if anything is not as it was locked
   */
  static KeptCut open(Path folder, Cuts.Cut cut) throws CutRefused {
    if (!Files.isRegularFile(folder.resolve(CutFile.FILE))) {
      throw CutRefused.broken(
          new Text("数据截取“{0}”的文件夹已不在", "the folder of the cut '{0}' is gone").with(cut.name()),
          List.of());
    }
    if (!CutFile.hash(folder).equals(cut.sha256())) {
      throw CutRefused.broken(
          new Text("数据截取“{0}”在锁定后有改动", "the cut '{0}' was changed since it was locked")
              .with(cut.name()),
          List.of(CutFile.FILE));
    }
    CutFile file = CutFile.read(folder);
    if (DataCuts.decided(file.manifest()).isEmpty()) {
      throw CutRefused.because(
          "数据截取“{0}”由更早的版本锁定，没有记下谁被排除、谁被合并；请用锁定时的程序",
          "the cut '{0}' was locked by an earlier release, which did not note who was blocked or"
              + " merged; use the program that locked it",
          cut.name());
    }
    List<Manifest.Difference> differences =
        new ArrayList<>(
            Manifest.differences(Manifest.filesOf(folder.resolve(DataCuts.FILES)), file.files()));
    differences.addAll(
        Manifest.differences(
            Manifest.filesOf(folder).stream()
                .filter(kept -> DataCuts.DECIDED.contains(kept.path()))
                .toList(),
            DataCuts.decided(file.manifest())));
    List<String> changed = differences.stream().map(Manifest.Difference::path).toList();
    if (!changed.isEmpty()) {
      throw CutRefused.broken(
          new Text("数据截取“{0}”保存的文件有改动", "kept files of the cut '{0}' were changed")
              .with(cut.name()),
          changed);
    }
    return new KeptCut(folder, file);
  }

  /** The kept job file, beside which its configuration lies as it lay in the project. */
  Path jobFile() {
    return folder.resolve(DataCuts.FILES).resolve(file.jobFile());
  }
}
