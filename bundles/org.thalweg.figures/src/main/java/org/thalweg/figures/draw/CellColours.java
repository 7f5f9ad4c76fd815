package org.thalweg.figures.draw;

import java.util.ArrayList;
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
    for (double value : cells.values()) {
      extent.addTight(value);
    }
    return new CellColours(extent.scaling(0), extent.isEmpty());
  }

  /** The colour of a value; empty if it has none. */
  OptionalInt of(double value) {
    double fraction = scaling.fraction(value);
    return Double.isFinite(fraction) ? OptionalInt.of(Palette.heat(fraction)) : OptionalInt.empty();
  }
}
