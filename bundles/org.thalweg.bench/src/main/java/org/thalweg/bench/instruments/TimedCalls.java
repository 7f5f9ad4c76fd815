package org.thalweg.bench.instruments;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.SampledEvaluator;

/** Hands a plugin's calls on, and times the objects that it makes for the steps of a chunk. */
record TimedCalls(Object plugin, Stopwatch watch) implements InvocationHandler {
  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
      return proxy == arguments[0];
    }
    try {
      return timed(method.invoke(plugin, arguments), method.getReturnType());
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What is declared as one of the API's own types is timed; whatever else stays as it is. */
  private Object timed(Object made, Class<?> declared) {
    if (declared == LandscapeEvaluator.class || declared == SampledEvaluator.class) {
      return TimedEvaluator.of((LandscapeEvaluator) made, watch);
    }
    if (declared == NoiseFactor.class) {
      NoiseFactor factor = (NoiseFactor) made;
      return (NoiseFactor)
          (t, x, dz, out) -> {
            watch.enter(Part.NOISE);
            factor.apply(t, x, dz, out);
            watch.exit();
          };
    }
    if (declared == MinibatchSampler.class) {
      MinibatchSampler sampler = (MinibatchSampler) made;
      return (MinibatchSampler)
          (t, x, memory, draws, out) -> {
            watch.enter(Part.NOISE);
            sampler.gradients(t, x, memory, draws, out);
            watch.exit();
          };
    }
    return declared == Stepper.class ? new TimedStepper((Stepper) made, watch) : made;
  }
}
