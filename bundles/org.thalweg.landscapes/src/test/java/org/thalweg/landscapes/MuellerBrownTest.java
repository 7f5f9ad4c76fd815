package org.thalweg.landscapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class MuellerBrownTest {
  @Test
  void keepsTheContractOfLandscapes() {
    LandscapeContract.of(surface(1)).within(1.5).verify();
    LandscapeContract.of(surface(0.01)).within(1).verify();
    Landscape bowl =
        new MuellerBrown()
            .create(
                new MuellerBrown.Params(
                    2, List.of(new MuellerBrown.Term(-1, -0.5, 0.3, -0.8, 0.2, -0.4))),
                null);
    LandscapeContract.of(bowl).within(3).verify();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.558, 1.442, -146.700, 0",
    "0.623, 0.028, -108.167, 0",
    "-0.050, 0.467, -80.768, 0",
    "-0.822, 0.624, -40.665, 1",
    "0.212, 0.293, -72.249, 1"
  })
  void minimaAndSaddlesAreThoseOfTheLiterature(double x, double y, double loss, int index) {
    Landscape surface = surface(1);
    double[] p = StationaryPoint.near(surface, x, y);
    assertThat(p[0]).isCloseTo(x, within(1e-3));
    assertThat(p[1]).isCloseTo(y, within(1e-3));
    assertThat(surface.value(p)).isCloseTo(loss, within(1e-3));
    assertThat(StationaryPoint.index(surface, p)).isEqualTo(index);
    assertThat(surface(0.01).value(p)).isCloseTo(0.01 * loss, within(1e-5));
  }

  @Test
  void aSurfaceNeedsATerm() {
    Refusals.refused(
        "terms",
        "is empty",
        () -> new MuellerBrown().create(new MuellerBrown.Params(1, List.of()), null));
  }

  private static Landscape surface(double scale) {
    MuellerBrown plugin = new MuellerBrown();
    return plugin.create(new MuellerBrown.Params(scale, plugin.defaults().terms()), null);
  }
}
