package org.denovo.change;

import static org.denovo.check.OverTimeRules.ACCRUAL;
import static org.denovo.check.OverTimeRules.LAYOUT;
import static org.denovo.check.OverTimeRules.OLDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.denovo.check.FileRules;
import org.denovo.check.RuleCard;
import org.denovo.check.RuleCount;
import org.denovo.mapping.SheetHeader;
import org.denovo.source.Place;
import org.denovo.statistics.PoissonLimits;
import org.denovo.vocabulary.Text;

/** The rules on two files as a whole. */
final class FileChanges {

  /** A changed date system is a rule on files that needs the last one. */
  static final RuleCard DATE_SYSTEM = FileRules.named("FIL-15");

  private static final int SHOWN = 5;
  private static final Text NOTHING = new Text("（空）", "(empty)");

  private final Side before;
  private final Side now;
  private final boolean byPosition;
  private final Found found;

  FileChanges(Side before, Side now, boolean byPosition, Found found) {
    this.before = before;
    this.now = now;
    this.byPosition = byPosition;
    this.found = found;
  }

  void judge(Optional<PoissonLimits> usual, long appeared, Map<String, RuleCount> counts) {
    counts.put(ACCRUAL.id(), accrual(usual, appeared));
    counts.put(LAYOUT.id(), layout());
    counts.put(DATE_SYSTEM.id(), dateSystem());
    // A file that was cut before the accepted one is never read, so one that is read has passed.
    boolean cuts = before.dataCut().isPresent() && now.dataCut().isPresent();
    counts.put(OLDER.id(), once(OLDER, cuts, false));
  }

  /** A rule on two files is judged once or not at all. */
  static RuleCount once(RuleCard rule, boolean judged, boolean broken) {
    return judged ? RuleCount.of(rule, 1, broken ? 1 : 0, 0) : RuleCount.of(rule, 0, 0, 1);
  }

  private RuleCount accrual(Optional<PoissonLimits> usual, long appeared) {
    if (usual.isEmpty()) {
      return once(ACCRUAL, false, false);
    }
    PoissonLimits limits = usual.get();
    boolean unusual = appeared < limits.low() || appeared > limits.high();
    if (unusual) {
      found.ofFile(ACCRUAL, "", List.of(), List.of(), appeared, limits.low(), limits.high());
    }
    return once(ACCRUAL, true, unusual);
  }

  private RuleCount dateSystem() {
    if (before.dateSystem().isEmpty() || now.dateSystem().isEmpty()) {
      return once(DATE_SYSTEM, false, false);
    }
    boolean changed = !before.dateSystem().equals(now.dateSystem());
    if (changed) {
      found.ofFile(
          DATE_SYSTEM, "", List.of(), List.of(), before.dateSystem() + " → " + now.dateSystem());
    }
    return once(DATE_SYSTEM, true, changed);
  }

  private RuleCount layout() {
    if (!byPosition) {
      return once(LAYOUT, false, false);
    }
    boolean broken = false;
    for (SheetHeader header : now.headers()) {
      Optional<SheetHeader> last =
          before.headers().stream().filter(h -> h.sheet().equals(header.sheet())).findFirst();
      if (last.isPresent() && !last.get().labels().equals(header.labels())) {
        broken = true;
        found.ofFile(
            LAYOUT,
            header.sheet(),
            List.of(),
            List.of(),
            header.sheet(),
            differences(last.get().labels(), header.labels()));
      }
    }
    return once(LAYOUT, true, broken);
  }

  /** {@code D: ER → PR}, for the first columns that differ. */
  private static Text differences(List<String> before, List<String> now) {
    List<Text> all = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      String old = i < before.size() ? before.get(i) : "";
      String young = i < now.size() ? now.get(i) : "";
      if (!old.equals(young)) {
        all.add(
            new Text("{0}列 {1} → {2}", "{0}: {1} → {2}")
                .with(Place.columnName(i), shown(old), shown(young)));
      }
    }
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    for (Text one : all.subList(0, Math.min(SHOWN, all.size()))) {
      zh.append(zh.isEmpty() ? "" : "，").append(one.zh());
      en.append(en.isEmpty() ? "" : ", ").append(one.en());
    }
    String more = all.size() > SHOWN ? " …" : "";
    return new Text(zh + more, en + more);
  }

  private static Text shown(String label) {
    return label.isEmpty() ? NOTHING : Text.same(Brief.of(label));
  }
}
