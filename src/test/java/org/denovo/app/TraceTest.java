package org.denovo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
  void whatOthersSayIsTold() {
    assertThat(Trace.of(new IllegalStateException("two rows of one number")))
        .startsWith("java.lang.IllegalStateException: two rows of one number\n\tat ");
  }
}
