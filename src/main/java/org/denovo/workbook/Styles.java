package org.denovo.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.denovo.vocabulary.Text;

/** The cell styles of an .xlsx by number. */
record Styles(List<Look> looks) {

  /** Some thirty for each of the 65,490 cell formats that a workbook can have. */
  private static final int MOST_ELEMENTS = 2_000_000;

  private static final Text TOO_MANY = new Text("样式定义", "The number of style elements is");

  Styles {
    looks = List.copyOf(looks);
  }

  /** The look of a style; a plain one if the number is a stranger. */
  Look look(int style) {
    return style >= 0 && style < looks.size() ? looks.get(style) : Look.PLAIN;
  }

  /** Reads the part; an empty name is a workbook without styles. */
  static Styles read(ZipParts parts, String part, Colours colours) {
    Optional<PartXml> opened = parts.xml(part);
    if (opened.isEmpty()) {
      return new Styles(List.of());
    }
    try (PartXml xml = opened.get()) {
      return new Reading(xml, colours).styles();
    }
  }

  /** One pass over the part: number formats, fonts and fills come before the styles using them. */
  private static final class Reading {
    private final PartXml xml;
    private final Colours colours;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Boolean> struck = new ArrayList<>();
    private final List<String> inks = new ArrayList<>();
    private final List<Boolean> filled = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private int elements;

    Reading(PartXml xml, Colours colours) {
      this.xml = xml;
      this.colours = colours;
    }

    Styles styles() {
      for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++elements > MOST_ELEMENTS) {
            throw Refusals.tooLarge(TOO_MANY, MOST_ELEMENTS);
          }
          path.add(xml.name());
          start(path.size() > 1 ? path.get(1) : "", xml.name());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          path.remove(path.size() - 1);
        }
      }
      return new Styles(looks);
    }

    private void start(String section, String name) {
      switch (section + "/" + name) {
        case "numFmts/numFmt" ->
            formats.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
        case "fonts/font" -> {
          struck.add(false);
          inks.add("");
        }
        case "fonts/color" -> setLast(inks, colours.of(xml));
        case "fonts/strike" -> {
          String value = xml.attribute("val");
          setLast(struck, value.isEmpty() || PartXml.isTrue(value));
        }
        case "fills/fill" -> {
          filled.add(false);
          fills.add("");
        }
        case "fills/patternFill" -> setLast(filled, showsPattern(xml.attribute("patternType")));
        case "fills/gradientFill" -> setLast(filled, true);
        case "fills/fgColor" -> setLast(fills, colours.of(xml));
        case "cellXfs/xf" -> looks.add(look());
        default -> {}
      }
    }

    private Look look() {
      int format = number(xml.attribute("numFmtId"));
      int font = number(xml.attribute("fontId"));
      int fill = number(xml.attribute("fillId"));
      String code = formats.get(format);
      return Look.of(
          code == null ? NumberFormat.builtin(format) : code,
          at(struck, font, false),
          at(filled, fill, false),
          at(fills, fill, ""),
          at(inks, font, ""));
    }

    /** gray125 is the second fill of every workbook, used by no one. */
    private static boolean showsPattern(String type) {
      return !type.isEmpty() && !type.equals("none") && !type.equals("gray125");
    }

    private static <T> void setLast(List<T> list, T value) {
      if (!list.isEmpty()) {
        list.set(list.size() - 1, value);
      }
    }

    private static <T> T at(List<T> list, int index, T otherwise) {
      return index >= 0 && index < list.size() ? list.get(index) : otherwise;
    }

    private static int number(String digits) {
      try {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
      } catch (NumberFormatException e) {
        return -1;
      }
    }
  }
}
