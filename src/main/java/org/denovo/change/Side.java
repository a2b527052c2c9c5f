package org.denovo.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.denovo.mapping.SheetHeader;

/**
 * What is compared of a submission beside its patients.
 *
 * @param fileName the workbook's name
 * @param readingHash of all that determined how it was read
 * @param received the day on which its bytes came first
 * @param dataCut the day on which the centre extracted its data, if its mapping said so
 * @param dateSystem {@code 1900} or {@code 1904}; empty for a file that has none
 * @param headers of the sheets that were read
 */
public record Side(
    String fileName,
    String readingHash,
    LocalDate received,
    Optional<LocalDate> dataCut,
    String dateSystem,
    List<SheetHeader> headers) {

  public Side {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(readingHash, "readingHash");
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(dataCut, "dataCut");
    Objects.requireNonNull(dateSystem, "dateSystem");
    headers = List.copyOf(headers);
  }

  /** The last day of which it can tell. */
  LocalDate end() {
    return dataCut.orElse(received);
  }
}
