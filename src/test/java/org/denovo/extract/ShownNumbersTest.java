package org.denovo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownNumbersTest {

  @Test
  void aNumberHasNoZerosAtItsEndAndOneBeforeItsPoint() {
    assertThat(Numbers.text(0.5, 4)).isEqualTo("0.5");
    assertThat(Numbers.text(-12.3400, 4)).isEqualTo("-12.34");
    assertThat(Numbers.text(0.00001, 4)).isEqualTo("0");
    assertThat(Numbers.text(-0.00001, 4)).isEqualTo("0");
    assertThat(Numbers.text(99.99996, 4)).isEqualTo("100");
    assertThat(Numbers.text(0.0000012345, 10)).isEqualTo("0.0000012345");
    assertThat(Numbers.text(-0.0, 4)).isEqualTo("0");
    assertThat(Numbers.text(3e15, 2)).isEqualTo("3000000000000000");
    assertThat(Numbers.text(Double.NaN, 2)).isEmpty();
  }

  @Test
  void aHalfGoesAwayFromZeroAsItIsWritten() {
    assertThat(Numbers.text(2.675, 2)).isEqualTo("2.68"); // as a double it is a little less
    assertThat(Numbers.text(-0.125, 2)).isEqualTo("-0.13");
    assertThat(Numbers.text(1.005, 2)).isEqualTo("1.01");
  }

  @Test
  void everyNumberIsRoundedAsItsDecimalsAre() {
    Random random = new Random(20);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      double written = i % 2 == 0 ? value : Math.round(value * 1000) / 1000.0 + 0.0005;
      int decimals = random.nextInt(11);
      BigDecimal expected =
          BigDecimal.valueOf(written).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
      assertThat(Numbers.text(written, decimals))
          .isEqualTo(expected.signum() == 0 ? "0" : expected.toPlainString());
    }
  }
}
