package org.thalweg.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedWorkTest {
  @ParameterizedTest(name = "{0} threads, shuffled by {1}")
  @CsvSource({"1, 0", "2, 0", "4, 0", "1, 7", "3, 7", "3, -5"})
  void resultsComeInOrderWhateverTheOrderOfWork(int threads, long shuffle) throws Exception {
    List<Integer> seen = new ArrayList<>();
    new OrderedWork<Integer>(100, threads, shuffle).run(i -> i * i, seen::add);
    assertThat(seen).isEqualTo(IntStream.range(0, 100).map(i -> i * i).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void aFailureOfOnePieceIsTheFailureOfTheWork(int threads) {
    assertThatThrownBy(
            () ->
                new OrderedWork<Integer>(50, threads, 0)
                    .run(
                        i -> {
                          if (i == 20) {
                            throw new IllegalStateException("piece 20");
                          }
                          return i;
                        },
                        i -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("piece 20");
  }
}
