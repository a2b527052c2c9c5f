package org.denovo.workbook;

/**
 * Reads the cells of a row as long as they have the form of nine cells in ten: {@code <c r="B7"
 * s="1" t="s"><v>12</v></c>} with number or shared text, style and type only if there are any. One
 * method, one loop, no calls but for the row's: this is where most of the reading happens. It stops
 * before the first cell that is otherwise, which {@link ScannedRows} then reads.
 */
final class QuickCells {

  /** No cell of this form is longer. */
  private static final int LONGEST = 96;

  private static final int MOST_DIGITS = 15;
  private static final int MOST_INDEX_DIGITS = 9;

  private QuickCells() {}

  /**
   * Reads from a position on.
   *
   * @param end behind the last byte that is here
   * @return where the first cell of another form begins, or whatever else stands there
   */
  static int read(byte[] b, int from, int end, RawRow row) {
    int last = end - LONGEST;
    int begin = from;
    while (begin < last
        && b[begin] == '<'
        && b[begin + 1] == 'c'
        && b[begin + 2] == ' '
        && b[begin + 3] == 'r'
        && b[begin + 4] == '='
        && b[begin + 5] == '"') {
      int i = begin + 6;
      int column = 0;
      int letter = b[i] - 'A';
      while (letter >= 0 && letter < 26) {
        column = column * 26 + letter + 1;
        letter = b[++i] - 'A';
      }
      int letters = i - begin - 6;
      while ((char) (b[i] - '0') < 10) {
        i++;
      }
      int digits = i - begin - 6 - letters;
      if (letters == 0 || letters > 3 || digits == 0 || digits > 7 || b[i] != '"') {
        return begin;
      }
      int style = 0;
      boolean shared = false;
      i++;
      if (b[i] == ' ' && b[i + 1] == 's' && b[i + 2] == '=' && b[i + 3] == '"') {
        i += 4;
        int styleFrom = i;
        while ((char) (b[i] - '0') < 10) {
          style = style * 10 + b[i] - '0';
          i++;
        }
        if (i == styleFrom || i - styleFrom > 6 || b[i] != '"') {
          return begin;
        }
        i++;
      }
      if (b[i] == ' '
          && b[i + 1] == 't'
          && b[i + 2] == '='
          && b[i + 3] == '"'
          && (b[i + 4] == 's' || b[i + 4] == 'n')
          && b[i + 5] == '"') {
        shared = b[i + 4] == 's';
        i += 6;
      }
      if (b[i] == '/' && b[i + 1] == '>') {
        row.pass(column - 1);
        begin = i + 2;
        continue;
      }
      if (b[i] != '>' || b[i + 1] != '<' || b[i + 2] != 'v' || b[i + 3] != '>') {
        return begin;
      }
      i += 4;
      boolean negative = b[i] == '-';
      if (negative) {
        i++;
      }
      int valueFrom = i;
      long value = 0;
      while ((char) (b[i] - '0') < 10) {
        value = value * 10 + b[i] - '0';
        i++;
      }
      int count = i - valueFrom;
      int places = 0;
      if (b[i] == '.') {
        int placesFrom = ++i;
        while ((char) (b[i] - '0') < 10) {
          value = value * 10 + b[i] - '0';
          i++;
        }
        places = i - placesFrom;
        count += places;
        if (shared) {
          return begin;
        }
      }
      if (count == 0
          || count > MOST_DIGITS
          || b[i] != '<'
          || b[i + 1] != '/'
          || b[i + 2] != 'v'
          || b[i + 3] != '>'
          || b[i + 4] != '<'
          || b[i + 5] != '/'
          || b[i + 6] != 'c'
          || b[i + 7] != '>') {
        return begin;
      }
      if (shared) {
        if (negative || count > MOST_INDEX_DIGITS) {
          return begin;
        }
        row.shared(column - 1, style, (int) value, 0);
      } else {
        // Both are exact, so the quotient is the nearest double (as in strtod's fast path).
        double number = places == 0 ? value : value / Decimal.power(places);
        row.number(column - 1, style, negative ? -number : number, 0);
      }
      begin = i + 8;
    }
    return begin;
  }
}
