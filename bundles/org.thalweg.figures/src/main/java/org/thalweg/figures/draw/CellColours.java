package org.thalweg.figures.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalInt;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Scale;

/**
 * The colours of cells: the ramp from dark to light over the finite values.
 *
 * @param scaling how values map onto the ramp
 * @param empty whether no cell has a colour
 */
record CellColours(Scaling scaling, boolean empty) {
  static CellColours of(Cells cells) {
    Scale scale = new Scale(cells.label(), "", cells.logarithmic(), Double.NaN, Double.NaN);
    Extent extent = new Extent(scale, new ArrayList<>());
    double[] finite = Arrays.stream(cells.values()).filter(Double::isFinite).toArray();
    Arrays.stream(finite).forEach(extent::addTight);
    if (finite.length > 0 && Arrays.stream(finite).allMatch(value -> value == 0)) {
      extent.addTight(1); // of nothing but zeros the colours rise from zero
    }
    return new CellColours(extent.scaling(0), extent.isEmpty());
  }

  /** The colour of a value; empty if it has none. */
  OptionalInt of(double value) {
    double fraction = scaling.fraction(value);
    return Double.isFinite(fraction) ? OptionalInt.of(Palette.heat(fraction)) : OptionalInt.empty();
  }
}
