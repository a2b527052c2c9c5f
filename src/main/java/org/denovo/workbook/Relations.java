package org.denovo.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.denovo.vocabulary.Text;

/** What a part of a package points to. Targets outside the package are left out. */
record Relations(List<Relation> all) {

  private static final Text TOO_MANY = new Text("部件关系数", "The number of relations of a part is");

  /** One pointer: the type's last word, for example {@code worksheet}, and the part's full name. */
  record Relation(String id, String type, String target) {}

  Relations {
    all = List.copyOf(all);
  }

  /** The relations of a part; of the package itself for the empty name. */
  static Relations of(ZipParts parts, String part) {
    String folder = part.substring(0, part.lastIndexOf('/') + 1);
    Optional<PartXml> opened = parts.xml(rels(part));
    List<Relation> all = new ArrayList<>();
    if (opened.isPresent()) {
      try (PartXml xml = opened.get()) {
        while (xml.nextStart()) {
          if (xml.name().equals("Relationship")
              && !xml.attribute("TargetMode").equals("External")) {
            if (all.size() >= parts.limits().entries()) {
              throw Refusals.tooLarge(TOO_MANY, parts.limits().entries());
            }
            String type = xml.attribute("Type");
            all.add(
                new Relation(
                    xml.attribute("Id"),
                    type.substring(type.lastIndexOf('/') + 1),
                    resolve(folder, xml.attribute("Target"))));
          }
        }
      }
    }
    return new Relations(all);
  }

  /** The first target outside the package that a part points to, as written. */
  static Optional<String> outside(ZipParts parts, String part) {
    Optional<PartXml> opened = parts.xml(rels(part));
    if (opened.isPresent()) {
      try (PartXml xml = opened.get()) {
        while (xml.nextStart()) {
          if (xml.attribute("TargetMode").equals("External")) {
            return Optional.of(xml.attribute("Target"));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String rels(String part) {
    int slash = part.lastIndexOf('/');
    return part.substring(0, slash + 1) + "_rels/" + part.substring(slash + 1) + ".rels";
  }

  Optional<String> firstOfType(String type) {
    return all.stream().filter(r -> r.type().equals(type)).map(Relation::target).findFirst();
  }

  Optional<Relation> byId(String id) {
    return all.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  private static String resolve(String folder, String target) {
    String path = target.replace('\\', '/');
    List<String> steps = new ArrayList<>();
    for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
      if (step.equals("..")) {
        if (!steps.isEmpty()) {
          steps.remove(steps.size() - 1);
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }
}
