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

  @Test
  void theLastThingIsDoneAfterAllItems() {
    List<Integer> received = new ArrayList<>();
    try (Beside<Integer> beside = new Beside<>("test", received::add, () -> received.add(-1))) {
      IntStream.range(0, 1_001).forEach(beside::accept);
      beside.end();
    }
    assertThat(received).hasSize(1_002).endsWith(1_000, -1);
  }

  @Test
  void theLastThingIsNotDoneOfWhatWasBrokenOff() {
    List<Integer> received = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (Beside<Integer> beside =
                  new Beside<>("test", received::add, () -> received.add(-1))) {
                beside.accept(1);
                throw new IllegalStateException("stopped on request");
              }
            })
        .hasMessage("stopped on request");
    assertThat(received).containsExactly(1);
  }

  @Test
  void anErrorOfTheReceiverComesOutToo() {
    assertThatThrownBy(
            () -> {
              try (Beside<Integer> beside =
                  new Beside<>(
                      "test",
                      item -> {
                        throw new OutOfMemoryError("heap");
                      })) {
                IntStream.range(0, 100_000).forEach(beside::accept);
              }
            })
        .isInstanceOf(OutOfMemoryError.class);
  }
}
