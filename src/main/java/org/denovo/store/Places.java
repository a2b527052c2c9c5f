package org.denovo.store;

import org.denovo.source.Place;

/** The place of a cell as text and back. */
final class Places {

  private Places() {}

  static String write(Place place) {
    return place.row() + "\t" + place.column() + "\t" + place.workbook() + "\t" + place.sheet();
  }

  static Place read(String text) {
    String[] parts = text.split("\t", 4);
    return new Place(parts[2], parts[3], Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }
}
