package org.thalweg.theory;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.thalweg.api.method.Dynamics;

/**
 * The leading-order marginal along the floor of a valley and what it leaves out: the first order in
 * eps, the step of the method, the ends of the domain across the valley.
 *
 * <p>All follow from the exact identity {@code (ln (D_y p))' = -kappa [(lambda'/(2 lambda)) <u|x> +
 * L0'/D_y]}, u = lambda y^2 / D_y, whose leading order is {@code <u|x> = 1}:
 *
 * <ul>
 *   <li>first order in eps: {@code (delta ln p)' = -kappa (lambda'/(2 lambda)) (<u|x> - 1)} with
 *       {@link Profile#warming};
 *   <li>steps of length h: at fixed x, y is an autoregressive process of variance (D_y/lambda) / (1
 *       - h lambda / (2 (1 + mu))), mu the momentum, so that delta ln p = (kappa/2) ln(1 - h lambda
 *       / (2 (1 + mu))), about -kappa h lambda / 4;
 *   <li>a reflecting end of the floor: the layer there that turns the circulating current back adds
 *       {@link Profile#layerHeight} exp(-distance / width) to ln p;
 *   <li>a domain that ends a standard deviations from the floor: {@code <u|x>} loses the factor 1 -
 *       2 a phi(a) / (2 Phi(a) - 1).
 * </ul>
 *
 * <p>Corrections are taken relative to their mean under the marginal, which the normalisation
 * absorbs. A method with momentum is evaluated at the temperature Delta / (1 - mu).
 */
final class Corrections {
  private static final int PANELS = 1000;

  /** Where h lambda / (1 + mu) exceeds two, steps are unstable; the correction stops growing. */
  private static final double UNSTABLE = 1.98;

  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private final Profile profile;
  private final Dynamics dynamics;
  private final double width;
  private final double[] tilt = new double[PANELS + 1];
  private final double[] first = new double[PANELS + 1];
  private final double[] cut = new double[PANELS + 1];
  private final double[] weight = new double[PANELS + 1];
  private final double smallness;
  private final double spread;
  private final double stepMean;

  private Corrections(Profile cold, Dynamics dynamics) {
    this.dynamics = dynamics;
    this.profile = dynamics.momentum() == 0 ? cold : cold.heated(dynamics.momentum());
    this.width = (profile.to() - profile.from()) / PANELS;
    integrate();
    this.smallness = weigh();
    centre(first);
    centre(cut);
    double mean = 0;
    double squares = 0;
    for (int i = 0; i <= PANELS; i++) {
      squares += weight[i] * first[i] * first[i];
      mean += weight[i] * stepAt(node(i));
    }
    this.spread = Math.sqrt(squares);
    this.stepMean = mean;
  }

  /**
   * The corrections of a profile for a description of it.
   *
   * @param profile the valley and its noise
   * @param dynamics the description
   * @return the corrections
   */
  static Corrections of(Profile profile, Dynamics dynamics) {
    return new Corrections(profile, dynamics);
  }

  private double node(int i) {
    return i == PANELS ? profile.to() : profile.from() + i * width;
  }

  private void integrate() {
    for (int i = 0; i < PANELS; i++) {
      GaussIntegrator rule = GAUSS.legendre(5, node(i), node(i + 1));
      double t = 0;
      double f = 0;
      double c = 0;
      for (int k = 0; k < rule.getNumberOfPoints(); k++) {
        double x = rule.getPoint(k);
        double w = rule.getWeight(k);
        double force = -profile.kappa() * profile.logSlope(x) / 2;
        t += w * profile.shape().floorSlope(x) / profile.strength(x);
        f += w * force * profile.warming(x);
        c += w * force * loss(profile.room(x));
      }
      tilt[i + 1] = tilt[i] + t;
      first[i + 1] = first[i] + f;
      cut[i + 1] = cut[i] + c;
    }
  }

  /**
   * The part of the variance that a normal distribution loses when cut at a standard deviations.
   */
  private static double loss(double a) {
    if (a > 30) {
      return 0;
    }
    return -2 * a * NORMAL.density(a) / (2 * NORMAL.cumulativeProbability(a) - 1);
  }

  /**
   * Sets the weights of the nodes under the leading-order marginal; returns eps where it counts and
   * the mean haste of the floor.
   */
  private double weigh() {
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= PANELS; i++) {
      weight[i] = logMarginal(node(i));
      best = Math.max(best, weight[i]);
    }
    double sum = 0;
    double eps = 0;
    for (int i = 0; i <= PANELS; i++) {
      if (weight[i] > best - 12) {
        eps = Math.max(eps, profile.smallness(node(i)));
      }
      weight[i] = Math.exp(weight[i] - best) * (i == 0 || i == PANELS ? 0.5 : 1);
      sum += weight[i];
    }
    double haste = 0;
    for (int i = 0; i <= PANELS; i++) {
      weight[i] /= sum;
      haste += weight[i] == 0 ? 0 : weight[i] * profile.haste(node(i));
    }
    return eps + haste;
  }

  private void centre(double[] curve) {
    double mean = 0;
    for (int i = 0; i <= PANELS; i++) {
      mean += weight[i] * curve[i];
    }
    for (int i = 0; i <= PANELS; i++) {
      curve[i] -= mean;
    }
  }

  /** Interpolates linearly between nodes and holds the end values outside. */
  private double between(double[] curve, double x) {
    double s = Math.max(0, Math.min(PANELS, (x - profile.from()) / width));
    int i = (int) Math.min(PANELS - 1, s);
    return curve[i] + (s - i) * (curve[i + 1] - curve[i]);
  }

  /**
   * The valley and its noise, as the description has them.
   *
   * @return the profile, heated by momentum
   */
  Profile profile() {
    return profile;
  }

  /**
   * eps where the probability is, and how fast the floor is: the second order relative to the
   * first.
   *
   * @return the small parameter
   */
  double smallness() {
    return smallness;
  }

  /**
   * The leading-order marginal, S1: ln p = kappa ln F - ln D_y - kappa Int L0'/D_y dx.
   *
   * @param x the place
   * @return ln p up to a constant
   */
  double logMarginal(double x) {
    double floor =
        profile.power() == 0
            ? (profile.shape().floor(x) - profile.shape().floor(profile.from())) / profile.delta()
            : between(tilt, x);
    return profile.kappa() * (profile.shape().logFlatness(x) - floor)
        - Math.log(profile.strength(x));
  }

  /**
   * The first-order correction in eps.
   *
   * @param x the place
   * @return delta ln p, of mean zero
   */
  double first(double x) {
    return between(first, x);
  }

  /**
   * The correction for steps of finite length; zero for a density.
   *
   * @param x the place
   * @return delta ln p, of mean zero; where the step is unstable it is large and means nothing
   */
  double step(double x) {
    return stepAt(x) - stepMean;
  }

  private double stepAt(double x) {
    double a = stepTimesCurvature(x);
    return profile.kappa() / 2 * Math.log1p(-Math.min(a, UNSTABLE) / 2);
  }

  /** h lambda / (1 + mu), or zero for a density. */
  double stepTimesCurvature(double x) {
    return dynamics.eulerStep() * profile.shape().curvature(x) / (1 + dynamics.momentum());
  }

  /**
   * The layers at reflecting ends, of first order in eps where they are.
   *
   * @param x the place
   * @return delta ln p
   */
  double layers(double x) {
    return lower(x) * profile.layerHeight(profile.from())
        + upper(x) * profile.layerHeight(profile.to());
  }

  /**
   * What the layers at reflecting ends add to the conditional mean of u = lambda y^2 / D_y.
   *
   * @param x the place
   * @return delta {@code <u|x>}
   */
  double layersWarming(double x) {
    double a = profile.from();
    double b = profile.to();
    return profile.circulation()
        * (lower(x) * profile.layerWidth(a) * profile.logSlope(a)
            - upper(x) * profile.layerWidth(b) * profile.logSlope(b));
  }

  /**
   * The factor by which steps raise the variance across the valley.
   *
   * @param x the place
   * @return 1 / (1 - h lambda / (2 (1 + mu))), which stops growing where steps are unstable
   */
  double widening(double x) {
    return 1 / (1 - Math.min(stepTimesCurvature(x), UNSTABLE) / 2);
  }

  /**
   * What the first order of {@code <u|x>} leaves out: one and a half times eps relative to it, as
   * S1's reference values ask for, and what steps and the domain's ends change in it.
   *
   * @param x the place
   * @return the error of {@code <u|x>}
   */
  double beyondWarming(double x) {
    double scale = Math.abs(profile.circulation()) / profile.kappa() * profile.smallness(x);
    double layer = Math.abs(layersWarming(x));
    return (1.5 * smallness + stepTimesCurvature(x)) * Math.max(Math.abs(profile.warming(x)), scale)
        + layer * (endThinness(x) + smallness)
        + Math.abs(loss(profile.room(x)));
  }

  /**
   * How much of the current along the floor has not been turned back by a reflecting end.
   *
   * @param x the place
   * @return one, falling to zero at a reflecting end
   */
  double turning(double x) {
    return Math.max(0, 1 - lower(x) - upper(x));
  }

  /**
   * The next order within the layers relative to the first.
   *
   * @param x the place
   * @return {@link Profile#thinness} of the nearer end
   */
  double endThinness(double x) {
    boolean near = x - profile.from() < profile.to() - x;
    return profile.thinness(near ? profile.from() : profile.to());
  }

  /** exp(-distance / width) from the lower end, zero where that does not reflect. */
  private double lower(double x) {
    double a = profile.from();
    return profile.walls().lower() ? Math.exp(-Math.abs(x - a) / profile.layerWidth(a)) : 0;
  }

  private double upper(double x) {
    double b = profile.to();
    return profile.walls().upper() ? Math.exp(-Math.abs(b - x) / profile.layerWidth(b)) : 0;
  }

  /** What the first order of the layers leaves out. */
  private double beyondLayers(double x) {
    double a = profile.from();
    double b = profile.to();
    return lower(x) * Math.abs(profile.layerHeight(a)) * (profile.thinness(a) + smallness)
        + upper(x) * Math.abs(profile.layerHeight(b)) * (profile.thinness(b) + smallness);
  }

  /** What the first order leaves out: taken as eps times its size, never less than its spread. */
  double beyondFirst(double x) {
    return smallness * Math.max(Math.abs(first(x)), spread);
  }

  /** What the ends of the domain and the slow direction's own steps do. */
  double small(double x) {
    double slope = profile.marginalSlope(x);
    double slow = dynamics.eulerStep() * profile.strength(x) / profile.kappa() * slope * slope / 4;
    return Math.abs(between(cut, x)) + slow;
  }

  /**
   * The error of the leading-order marginal.
   *
   * @param x the place
   * @return the size of everything that it leaves out, in ln p
   */
  double errorOfLeadingOrder(double x) {
    return Math.abs(first(x))
        + Math.abs(layers(x))
        + beyondFirst(x)
        + beyondLayers(x)
        + Math.abs(step(x)) / (1 - dynamics.momentum())
        + small(x);
  }

  /**
   * The error of the marginal corrected by {@link #first}, {@link #layers} and {@link #step}: the
   * second orders.
   *
   * @param x the place
   * @return the error, in ln p
   */
  double errorOfFirstOrder(double x) {
    double mu = dynamics.momentum();
    double step = Math.abs(step(x));
    double a = stepTimesCurvature(x);
    return beyondFirst(x)
        + beyondLayers(x)
        + (smallness + a + mu / (1 - mu)) * step
        + a * Math.abs(first(x))
        + small(x);
  }
}
