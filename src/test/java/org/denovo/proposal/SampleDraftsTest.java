package org.denovo.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.denovo.mapping.CentreMapping;
import org.denovo.mapping.ColumnMapping;
import org.denovo.mapping.Mappings;
import org.denovo.mapping.SheetMapping;
import org.denovo.workbook.Limits;
import org.denovo.yaml.Problems;
import org.junit.jupiter.api.Test;

/** The drafts of the 33 sample workbooks beside the mappings that were written by hand. */
class SampleDraftsTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Mappings BY_HAND =
      Mappings.read(ROOT, ROOT.resolve("mappings"), new Problems());

  @Test
  void show() throws IOException {
    int right = 0, open = 0, wrong = 0, extra = 0;
    try (Stream<Path> files = Files.list(ROOT.resolve("sample-data/inbox"))) {
      for (Path file : files.sorted().toList()) {
        CentreMapping byHand = BY_HAND.claiming(file.getFileName().toString()).get(0);
        long t = System.nanoTime();
        Draft draft = Draft.of(byHand.centre(), List.of(file), Limits.DEFAULT, Optional.of("x".toCharArray()).filter(x -> byHand.password().isPresent()).map(x -> byHand.password().get().read(Map.of()).orElseThrow()), Optional.empty());
        System.out.println(file.getFileName() + " " + (System.nanoTime() - t) / 1000000 + " ms " + draft.counts());
        if (Boolean.getBoolean("yaml")) System.out.println(draft.yaml());
        for (SheetMapping sheet : byHand.sheets()) {
          Optional<SheetDraft> own = draft.sheets().stream().filter(s -> sheet.sheet().isEmpty() || s.table().sheet().equals(sheet.sheet())).findFirst();
          if (own.isEmpty()) { System.out.println("  NO SHEET " + sheet.sheet() + " among " + draft.sheets().stream().map(s -> s.table().sheet()).toList()); open += sheet.columns().size(); continue; }
          if (!own.get().patient().key().equals(sheet.patient())) System.out.println("  PATIENT " + own.get().patient().key());
          for (ColumnMapping column : sheet.columns()) {
            String want = column.meaning().field().map(f -> f.name()).orElseGet(() -> column.meaning().topic().get().code());
            Optional<ColumnDraft> got = own.get().columns().stream().filter(c -> c.scan().key().equals(column.header())).findFirst();
            String is = got.map(c -> c.decision() + " " + c.target().map(Target::name).orElse("-") + " " + Math.round(c.confidence() * 100) + " " + c.candidates()).orElse("NOT THERE " + own.get().columns().stream().map(c -> c.scan().key()).toList());
            boolean mapped = got.isPresent() && got.get().isMapped();
            if (mapped && got.get().target().get().name().equals(want)) right++;
            else if (mapped && Evidence.family(Target.named(want)).contains(got.get().target().get().name())) { right++; extra++; System.out.println("  ~ " + column.header() + ": " + want + " <- " + got.get().target().get().name()); }
            else if (mapped) { wrong++; System.out.println("  WRONG " + column.header() + ": " + want + " <- " + is); }
            else { open++; System.out.println("  open " + column.header() + ": " + want + " <- " + is); }
          }
        }
      }
    }
    System.out.println("right " + right + " (family " + extra + ") open " + open + " wrong " + wrong);
  }
}
