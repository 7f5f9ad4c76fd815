package org.thalweg.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Schedule;
import org.thalweg.testkit.NoReferences;
import org.thalweg.testkit.ScheduleContract;

class SchedulesTest {
  private static final double EXACT = 1e-15;

  @Test
  void schedulesKeepTheirContractAndHaveNoJumpsButThoseOfSteps() {
    ScheduleContract.of(linear(0.2, 0.05, 3), 5).verifyContinuous(0.05);
    ScheduleContract.of(exponential(0.2, 1.5, 0), 20).verifyContinuous(0.2 / 1.5);
    ScheduleContract.of(exponential(0.02, 1.5, 0.1), 20).verifyContinuous(0.08 / 1.5);
    ScheduleContract.of(cosine(0.2, 0.02, 4, false), 9).verifyContinuous(0.18 * Math.PI / 8);
    ScheduleContract.of(cosine(0.2, 0.02, 4, true), 9).verify();
    ScheduleContract.of(sigmoid(0.2, 0.02, 4, 0.5), 400).verifyContinuous(0.18 / (4 * 0.5));
    ScheduleContract.of(steps(new double[] {0.3, 0.1, 0.4}, 1, 2.5), 4).verify();
    ScheduleContract.of(warmUp(0.01, 2, cosine(0.1, 0.02, 4, false)), 9).verifyContinuous(0.045);
  }

  @Test
  void linearIsHalfWayAtHalfTimeAndStaysInTheEnd() {
    Schedule schedule = linear(0.2, 0.06, 3);
    assertThat(schedule.at(0)).isEqualTo(0.2);
    assertThat(schedule.at(1.5)).isCloseTo(0.13, within(EXACT));
    assertThat(schedule.at(3)).isEqualTo(0.06);
    assertThat(schedule.at(1e9)).isEqualTo(0.06);
  }

  @Test
  void exponentialFallsByTheSameFactorInEqualTimes() {
    Schedule schedule = exponential(0.2, 1.5, 0);
    assertThat(schedule.at(0)).isEqualTo(0.2);
    assertThat(schedule.at(1.5)).isCloseTo(0.2 / Math.E, within(EXACT));
    assertThat(schedule.at(6)).isCloseTo(0.2 * Math.exp(-4), within(EXACT));
    Schedule floored = exponential(0.2, 1.5, 0.05);
    assertThat(floored.at(0)).isCloseTo(0.2, within(EXACT));
    assertThat(floored.at(1.5)).isCloseTo(0.05 + 0.15 / Math.E, within(EXACT));
    assertThat(floored.at(1e6)).isEqualTo(0.05);
  }

  @Test
  void cosineIsAThirdOfTheWayByTheFormula() {
    Schedule once = cosine(0.2, 0.02, 3, false);
    assertThat(once.at(0)).isEqualTo(0.2);
    assertThat(once.at(1)).isCloseTo(0.02 + 0.18 * 0.75, within(EXACT));
    assertThat(once.at(3)).isCloseTo(0.02, within(EXACT));
    assertThat(once.at(4)).isCloseTo(0.02, within(EXACT));
    Schedule again = cosine(0.2, 0.02, 3, true);
    assertThat(again.at(3)).isEqualTo(0.2);
    assertThat(again.at(7)).isCloseTo(0.02 + 0.18 * 0.75, within(EXACT));
  }

  @Test
  void sigmoidIsHalfWayAtItsCentreAndTheLogisticCurveBeside() {
    Schedule schedule = sigmoid(0.2, 0.02, 4, 0.5);
    assertThat(schedule.at(4)).isCloseTo(0.11, within(EXACT));
    assertThat(schedule.at(5)).isCloseTo(0.2 - 0.18 / (1 + Math.exp(-2)), within(EXACT));
    assertThat(schedule.at(1e9)).isEqualTo(0.02);
    double within = (schedule.at(3.5) - schedule.at(4.5)) / 0.18;
    assertThat(within).isCloseTo(0.46, within(0.005));
  }

  @Test
  void aStepHoldsFromItsTimeOn() {
    Schedule schedule = steps(new double[] {0.3, 0.1, 0.4}, 1, 2.5);
    assertThat(schedule.at(0)).isEqualTo(0.3);
    assertThat(schedule.at(Math.nextDown(1.0))).isEqualTo(0.3);
    assertThat(schedule.at(1)).isEqualTo(0.1);
    assertThat(schedule.at(2.5)).isEqualTo(0.4);
    assertThat(schedule.at(1e9)).isEqualTo(0.4);
    assertThat(steps(new double[] {0.3}).isConstant()).isTrue();
  }

  @Test
  void afterAWarmUpTheOtherScheduleBeginsAtItsOwnTimeZero() {
    Schedule schedule = warmUp(0.01, 2, exponential(0.1, 1, 0));
    assertThat(schedule.at(0)).isEqualTo(0.01);
    assertThat(schedule.at(1)).isCloseTo(0.055, within(EXACT));
    assertThat(schedule.at(2)).isEqualTo(0.1);
    assertThat(schedule.at(3)).isCloseTo(0.1 / Math.E, within(EXACT));
  }

  @Test
  void stepsThatDoNotFitAreRefusedByName() {
    refused("values", "has 1 numbers and times has 1", () -> steps(new double[] {0.3}, 1));
    refused("times[1]", "is 1.0, not after 2.0", () -> steps(new double[] {1, 2, 3}, 2, 1));
  }

  private static void refused(String parameter, String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidParameterException.class, e -> assertThat(e.parameter()).isEqualTo(parameter))
        .hasMessageContaining(message);
  }

  private static Schedule linear(double from, double to, double over) {
    return new Linear().create(new Linear.Params(from, to, over), new NoReferences());
  }

  private static Schedule exponential(double from, double decay, double floor) {
    return new Exponential().create(new Exponential.Params(from, decay, floor), new NoReferences());
  }

  private static Schedule cosine(double from, double to, double period, boolean restarts) {
    return new Cosine().create(new Cosine.Params(from, to, period, restarts), new NoReferences());
  }

  private static Schedule sigmoid(double from, double to, double centre, double width) {
    return new Sigmoid().create(new Sigmoid.Params(from, to, centre, width), new NoReferences());
  }

  private static Schedule steps(double[] values, double... times) {
    return new Steps().create(new Steps.Params(values, times), new NoReferences());
  }

  private static Schedule warmUp(double from, double over, Schedule then) {
    return new WarmUp()
        .create(
            new WarmUp.Params(from, over, new Ref<>("another", null)),
            new NoReferences() {
              @Override
              public Schedule schedule(Ref<Schedule> ref) {
                return then;
              }
            });
  }
}
