package org.denovo.workbook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an .xlsx as a whole carries beside its sheets. */
final class XlsxCarried {

  private static final Pattern LINK =
      Pattern.compile("xl/externalLinks/[^/]+\\.xml", Pattern.CASE_INSENSITIVE);

  private final ZipParts zip;
  private final List<Carried> carried = new ArrayList<>();

  private XlsxCarried(ZipParts zip) {
    this.zip = zip;
  }

  static List<Carried> of(ZipParts zip, Relations workbook) {
    XlsxCarried all = new XlsxCarried(zip);
    all.parts(Carried.Kind.MACROS, "xl/vbaProject.bin", "xl/macrosheets/");
    // Pictures that are a cell's value, as WPS and Excel keep them; those that float are a sheet's.
    all.parts(Carried.Kind.PICTURES, "xl/cellimages.xml", "xl/richData/rdrichvalue.xml");
    all.parts(Carried.Kind.CHANGE_HISTORY, "xl/revisions/");
    all.parts(Carried.Kind.QUERIES, "xl/model/");
    if (!zip.hasUnder("xl/drawings/drawing")) {
      all.parts(Carried.Kind.PICTURES, "xl/media/");
    }
    all.connections(workbook);
    all.links();
    return List.copyOf(all.carried);
  }

  private void parts(Carried.Kind kind, String... starts) {
    for (String start : starts) {
      if (zip.hasUnder(start)) {
        carried.add(new Carried(kind, "", 1));
        return;
      }
    }
  }

  private void connections(Relations workbook) {
    Optional<PartXml> part =
        zip.xml(workbook.firstOfType("connections").orElse("xl/connections.xml"));
    if (part.isPresent()) {
      try (PartXml xml = part.get()) {
        while (xml.nextStart()) {
          if (xml.name().equals("connection")) {
            carried.add(new Carried(Carried.Kind.CONNECTIONS, xml.attribute("name"), 1));
          }
        }
      }
    }
  }

  /** The name of each workbook that is linked to, without the folders of somebody's computer. */
  private void links() {
    for (String part : zip.names()) {
      if (LINK.matcher(part).matches()) {
        String target = Relations.outside(zip, part).orElse("");
        int folders = Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\'));
        String name = plain(target.substring(folders + 1));
        carried.add(new Carried(Carried.Kind.EXTERNAL_LINKS, name, 1));
      }
    }
  }

  private static String plain(String name) {
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEscaped) {
      return name;
    }
  }
}
