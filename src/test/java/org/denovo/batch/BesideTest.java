package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BesideTest {

  @Test
  void everyItemIsReceivedInItsOrder() {
    List<Integer> received = new ArrayList<>();
    try (Beside<Integer> beside = new Beside<>("test", received::add)) {
      IntStream.range(0, 10_001).forEach(beside::accept);
    }
    assertThat(received).isEqualTo(IntStream.range(0, 10_001).boxed().toList());
  }

  @Test
  void whatTheReceiverThrowsComesOut() {
    assertThatThrownBy(
            () -> {
              try (Beside<Integer> beside =
                  new Beside<>(
                      "test",
                      item -> {
                        throw new IllegalStateException("full disk");
                      })) {
                IntStream.range(0, 100_000).forEach(beside::accept);
              }
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full disk");
  }
}
