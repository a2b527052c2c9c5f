package org.denovo.workbook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;

/** The colours of an .xlsx: written as such, by number, or as one of its theme's with a tint. */
final class Colours {

  static final String WHITE = "#FFFFFF";

  /** As styles number them; a theme lists the first four in pairs the other way round. */
  private static final List<String> THEME =
      List.of(
          "lt1",
          "dk1",
          "lt2",
          "dk2",
          "accent1",
          "accent2",
          "accent3",
          "accent4",
          "accent5",
          "accent6",
          "hlink",
          "folHlink");

  private final String[] theme;

  private Colours(String[] theme) {
    this.theme = theme;
  }

  /** Reads the theme; an empty name is a workbook without one. */
  static Colours read(ZipParts parts, String part) {
    String[] theme = new String[THEME.size()];
    Arrays.fill(theme, "");
    Optional<PartXml> opened = part.isEmpty() ? Optional.empty() : parts.xml(part);
    if (opened.isPresent()) {
      try (PartXml xml = opened.get()) {
        int slot = -1;
        while (xml.nextStart()) {
          if (THEME.contains(xml.name())) {
            slot = THEME.indexOf(xml.name());
          } else if (slot >= 0 && (xml.name().equals("srgbClr") || xml.name().equals("sysClr"))) {
            String own = xml.attribute(xml.name().equals("sysClr") ? "lastClr" : "val");
            theme[slot] = hex(own).orElse("");
            slot = -1;
          }
        }
      }
    }
    return new Colours(theme);
  }

  /** The colour that the current element names; empty if it cannot be told. */
  String of(PartXml xml) {
    Optional<String> own = hex(xml.attribute("rgb"));
    if (own.isPresent()) {
      return own.get();
    }
    String indexed = xml.attribute("indexed");
    if (!indexed.isEmpty()) {
      byte[] rgb = DefaultIndexedColorMap.getDefaultRGB(CellRef.number(indexed));
      return rgb == null ? "" : hex(rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF);
    }
    int slot = CellRef.number(xml.attribute("theme"));
    String base = slot >= 0 && slot < theme.length ? theme[slot] : "";
    double tint = StoredValue.parse(xml.attribute("tint"));
    return base.isEmpty() || Double.isNaN(tint) || tint == 0 ? base : tinted(base, tint);
  }

  /** A colour's channels from 0 to 255 as {@code #RRGGBB}. */
  static String hex(int red, int green, int blue) {
    return String.format(Locale.ROOT, "#%02X%02X%02X", red, green, blue);
  }

  /** {@code FFFF00} or {@code FFFFFF00}, whose first pair is no colour. */
  private static Optional<String> hex(String written) {
    String rgb = written.length() == 8 ? written.substring(2) : written;
    return rgb.matches("[0-9A-Fa-f]{6}")
        ? Optional.of("#" + rgb.toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** A tint above 0 goes towards white, one below towards black (ECMA-376 part 1, 18.8.19). */
  private static String tinted(String colour, double tint) {
    List<Integer> channels = new ArrayList<>();
    for (int i = 1; i < 7; i += 2) {
      int channel = Integer.parseInt(colour.substring(i, i + 2), 16);
      double moved = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
      channels.add((int) Math.max(0, Math.min(255, moved)));
    }
    return hex(channels.get(0), channels.get(1), channels.get(2));
  }
}
