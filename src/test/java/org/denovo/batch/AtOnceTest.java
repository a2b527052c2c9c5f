package org.denovo.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AtOnceTest {

  @Test
  void everyPieceIsDoneBeforeTheNextStepBegins() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    AtOnce.all(2, IntStream.range(0, 100).<Runnable>mapToObj(i -> () -> done.add(i)).toList());
    assertThat(done).hasSize(100);
  }

  @Test
  @Timeout(60)
  void twoPiecesThatWaitForOneAnotherMeetOnTwoThreads() {
    CyclicBarrier meeting = new CyclicBarrier(2);
    Set<Integer> places = ConcurrentHashMap.newKeySet();
    Runnable meet =
        () -> {
          try {
            places.add(meeting.await());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        };
    AtOnce.all(2, List.of(meet, meet));
    assertThat(places).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void theFirstFailureInTheirOrderComesOutWithTheOthers() {
    assertThatThrownBy(
            () ->
                AtOnce.all(
                    2,
                    List.of(
                        () -> {},
                        () -> {
                          throw new IllegalStateException("full disk");
                        },
                        () -> {
                          throw new OutOfMemoryError("heap");
                        })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("full disk")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .hasSize(1)
                    .allMatch(OutOfMemoryError.class::isInstance));
  }

  @Test
  void anErrorComesOutAsItIs() {
    assertThatThrownBy(
            () ->
                AtOnce.all(
                    1,
                    List.of(
                        () -> {
                          throw new OutOfMemoryError("heap");
                        })))
        .isInstanceOf(OutOfMemoryError.class);
  }
}
