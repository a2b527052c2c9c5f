package org.denovo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.denovo.extract.Manifest;
import org.denovo.vocabulary.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify OUT_DIR}: re-hashes a published run against its manifest. */
@Command(name = "verify", resourceBundle = "org.denovo.app.help")
final class VerifyCommand implements Callable<Integer> {

  @Mixin private Common common;

  @Parameters(paramLabel = "OUT_DIR", descriptionKey = "verify.folder")
  private Path written;

  @Override
  public Integer call() {
    Terminal terminal = common.terminal();
    Path folder = LastGoodRun.followed(written);
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      terminal.error(
          new Text("“{0}”中没有manifest.json", "there is no manifest.json in '{0}'").with(folder));
      return Exit.USAGE.code();
    }
    List<Manifest.Difference> differences;
    try {
      differences = Manifest.verify(folder);
    } catch (IllegalArgumentException e) {
      terminal.error(
          new Text("“{0}”中的manifest.json已损坏", "manifest.json in '{0}' is broken").with(folder));
      return Exit.FAILED.code();
    }
    if (differences.isEmpty()) {
      terminal.data(new Text("与清单一致", "every file is as the manifest says").in(terminal.lang()));
      return Exit.DONE.code();
    }
    differences.forEach(
        difference ->
            terminal.data(kind(difference.kind()).in(terminal.lang()) + " " + difference.path()));
    return Exit.FAILED.code();
  }

  private static Text kind(Manifest.Difference.Kind kind) {
    return switch (kind) {
      case MISSING -> new Text("缺少", "missing");
      case CHANGED -> new Text("已改动", "changed");
      case EXTRA -> new Text("多余", "extra");
    };
  }
}
