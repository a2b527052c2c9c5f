package org.denovo.workbook;

/** Addresses such as {@code B12} and {@code B2:D12} as numbers counted from 0. */
final class CellRef {

  private CellRef() {}

  /** The column; -1 if the text does not start with one to three letters. */
  static int column(String address) {
    int column = 0;
    int i = 0;
    for (; i < address.length() && i < 4; i++) {
      int letter = (address.charAt(i) | 0x20) - 'a';
      if (letter < 0 || letter > 25) {
        break;
      }
      column = column * 26 + letter + 1;
    }
    return i == 0 || i > 3 ? -1 : column - 1;
  }

  /** The row; -1 if the text does not end with a row number after letters. */
  static int row(String address) {
    int from = 0;
    while (from < address.length() && !isDigit(address.charAt(from))) {
      from++;
    }
    return from == 0 ? -1 : rowNumber(address.substring(from));
  }

  /** A row number as written, counted from 0; -1 if it is none. */
  static int rowNumber(String digits) {
    return Math.max(-1, number(digits) - 1);
  }

  /** A number from 0 as written; -1 if it is none. */
  static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      if (!isDigit(digits.charAt(i))) {
        return -1;
      }
      number = number * 10 + digits.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
