package org.thalweg.integrators;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;

/**
 * Offers discrete stochastic gradient descent, with heavy-ball momentum on request.
 *
 * <p>Scheme: m &lt;- mu m + g, theta &lt;- theta - eta m, g a minibatch gradient.
 *
 * <p>Source: Polyak 1964, doi:10.1016/0041-5553(64)90137-5; the averaged form m &lt;- mu m + (1 -
 * mu) g is another model.
 */
@Plugin(
    id = "sgd",
    doc = "Discrete stochastic gradient descent, with heavy-ball momentum",
    ref = "Polyak 1964, doi:10.1016/0041-5553(64)90137-5")
@Component
public final class Sgd implements IntegratorFactory<Sgd.Params> {
  /**
   * The parameters.
   *
   * @param momentum mu
   */
  public record Params(
      @Param(doc = "momentum mu, below 1: m <- mu m + g, theta <- theta - eta m", min = 0, max = 1)
          double momentum) {
    /** Refuses a momentum that never forgets. */
    public Params {
      if (momentum == 1) {
        throw new InvalidParameterException(
            "momentum", "is 1, which never forgets; give a number from 0 to below 1");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(0);
  }

  @Override
  public Integrator create(Params parameters, Assembly assembly) {
    return new SgdIntegrator(parameters.momentum());
  }
}
