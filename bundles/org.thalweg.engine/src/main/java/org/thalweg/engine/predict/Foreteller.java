package org.thalweg.engine.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;

/**
 * Evaluates whatever predictions hold for an experiment, without running it: at its analyzers'
 * questions and at a few of the problem's own.
 */
public final class Foreteller {
  /** More coordinates than this are not listed one by one. */
  private static final int COORDINATES = 10;

  private static final Dynamics CONTINUOUS = new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);

  private final Problem problem;
  private final Map<Dynamics, List<String>> descriptions;
  private final List<Question> questions;

  private Foreteller(Assembled experiment, List<Double> places) {
    this.problem = experiment.problem();
    this.descriptions =
        experiment.methods().stream()
            .collect(
                Collectors.groupingBy(
                    m -> m.info().dynamics(),
                    LinkedHashMap::new,
                    Collectors.mapping(m -> m.info().id(), Collectors.toList())));
    if (descriptions.isEmpty()) {
      descriptions.put(CONTINUOUS, List.of());
    }
    this.questions = questions(experiment, places);
  }

  /**
   * What all predictions say of an experiment.
   *
   * @param experiment the experiment
   * @param plugins what is installed
   * @param places where along axis 0 curves are evaluated; empty for five places of the domain
   * @return one entry for each prediction, in the order of their ids
   */
  public static List<Foretold> foretell(
      Assembled experiment, Snapshot plugins, List<Double> places) {
    Foreteller foreteller = new Foreteller(experiment, places);
    return plugins.predictions().stream().map(foreteller::of).toList();
  }

  private List<Question> questions(Assembled experiment, List<Double> places) {
    List<Question> out = new ArrayList<>();
    int dim = problem.dim();
    double[] along =
        places.isEmpty()
            ? Places.along(problem)
            : places.stream().mapToDouble(Double::doubleValue).toArray();
    int[] axes = IntStream.range(0, Math.min(dim, COORDINATES)).toArray();
    out.add(new Question.Whole());
    out.add(new Question.Along(along));
    out.add(new Question.At(dim, Places.inside(problem, places)));
    out.add(Question.Of.steady(axes));
    out.add(new Question.Of(axes, problem.horizon()));
    experiment.analyzers().forEach(a -> out.addAll(a.analyzer().questions(problem)));
    return out;
  }

  private Foretold of(Prediction prediction) {
    Quantity quantity = prediction.quantity();
    Optional<String> objection = prediction.objection(problem);
    List<Answer> answers = new ArrayList<>();
    List<String> unanswered = new ArrayList<>();
    if (objection.isEmpty()) {
      for (Question question : questions) {
        if (quantity.question().isInstance(question)) {
          Optional<String> why = prediction.objection(problem, question);
          if (why.isPresent()) {
            unanswered.add(why.get());
          } else {
            answers.addAll(answers(prediction, question));
          }
        }
      }
    }
    return new Foretold(prediction.id(), quantity, objection, answers, unanswered);
  }

  private List<Answer> answers(Prediction prediction, Question question) {
    Map<List<Estimate>, List<String>> distinct = new LinkedHashMap<>();
    descriptions.forEach(
        (dynamics, methods) ->
            distinct
                .computeIfAbsent(
                    Arrays.asList(prediction.evaluate(problem, dynamics, question)),
                    e -> new ArrayList<>())
                .addAll(methods));
    List<String> where = where(question);
    List<Answer> out = new ArrayList<>();
    for (int i = 0; i < where.size(); i++) {
      for (Map.Entry<List<Estimate>, List<String>> e : distinct.entrySet()) {
        List<String> methods = distinct.size() == 1 ? List.of() : List.copyOf(e.getValue());
        out.add(new Answer(where.get(i), methods, e.getKey().get(i)));
      }
    }
    return out;
  }

  private static List<String> where(Question question) {
    if (question instanceof Question.Along along) {
      return Arrays.stream(along.places()).mapToObj(x -> "x0 = " + shown(x)).toList();
    }
    if (question instanceof Question.At at) {
      return IntStream.range(0, at.size())
          .mapToObj(i -> point(at.coordinates(), i * at.dim(), at.dim()))
          .toList();
    }
    if (question instanceof Question.Of of) {
      String when = Double.isInfinite(of.time()) ? "steady" : "t = " + shown(of.time());
      return Arrays.stream(of.axes()).mapToObj(a -> "x" + a + ", " + when).toList();
    }
    if (question instanceof Question.Passage p) {
      String name = p.region().name().isEmpty() ? "the region" : p.region().name();
      return List.of(point(p.from(), 0, p.from().length) + " to " + name);
    }
    return List.of("");
  }

  private static String point(double[] x, int from, int dim) {
    String inside =
        IntStream.range(from, from + Math.min(dim, COORDINATES))
            .mapToObj(i -> shown(x[i]))
            .collect(Collectors.joining(", "));
    return "(" + inside + (dim > COORDINATES ? ", ..." : "") + ")";
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value)
            .replaceFirst("(\\.\\d*?)0+$", "$1")
            .replaceFirst("\\.$", "");
  }
}
