package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A log tells where it failed, and nobody's values. */
class TraceTest {

  @Test
  void whatADatabaseRefusedIsNotTold() {
    SQLException refused =
        new SQLException("Value too long for column \"patient_no\": '王某某0001'", "22001", 22001);
    Exception above =
        new IllegalStateException("the step failed: " + refused.getMessage(), refused);
    above.addSuppressed(new IllegalArgumentException("two", refused));
    assertThat(Trace.of(new IllegalStateException("the run ended", above)))
        .doesNotContain("王某某0001")
        .contains(
            "Caused by: java.sql.SQLException: SQL state 22001, code 22001",
            "\tat " + TraceTest.class.getName() + ".whatADatabaseRefusedIsNotTold(",
            "\tand: java.lang.IllegalArgumentException: SQL state 22001, code 22001\n");
  }

  @Test
  void whatAParserRefusedIsNotTold() {
    String cell = "王某芳 13800001234";
    RuntimeException parsed = refused(() -> Integer.parseInt(cell));
    RuntimeException dated = refused(() -> LocalDate.parse(cell));
    IllegalStateException above = new IllegalStateException("in a step: " + parsed, parsed);
    above.addSuppressed(dated);
    above.addSuppressed(new IllegalArgumentException(cell));
    assertThat(Trace.of(new UncheckedIOException(new IOException(cell)))).doesNotContain("王某芳");
    assertThat(Trace.of(new IllegalStateException(above)))
        .doesNotContain("王某芳", "1380000")
        .contains(
            "java.lang.NumberFormatException\n\tat java.base/java.lang.",
            "\tand: java.time.format.DateTimeParseException\n",
            "\tand: java.lang.IllegalArgumentException\n");
  }

  private static RuntimeException refused(Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("it was accepted");
  }

  @Test
  void whatThisProgramSaysOfItselfIsTold() {
    assertThat(Trace.of(new IllegalStateException("two rows of one number")))
        .startsWith("java.lang.IllegalStateException: two rows of one number\n\tat ");
  }
}
