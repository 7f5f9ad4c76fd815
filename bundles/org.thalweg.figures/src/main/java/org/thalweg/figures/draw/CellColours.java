package org.thalweg.figures.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalInt;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Scale;

/**
 * The colours of cells: a ramp over the finite values, or, where signs are told apart, one that is
 * even on both sides of zero.
 *
 * @param scaling how values map onto the ramp
 * @param signed whether signs are told apart
 * @param empty whether no cell has a colour
 */
record CellColours(Scaling scaling, boolean signed, boolean empty) {
  static CellColours of(Cells cells) {
    boolean logarithmic = cells.colours() == Figure.Colours.LOGARITHMIC;
    boolean signed = cells.colours() == Figure.Colours.SIGNED;
    Scale scale = new Scale(cells.label(), "", logarithmic, Double.NaN, Double.NaN);
    Extent extent = new Extent(scale, new ArrayList<>());
    double[] finite = Arrays.stream(cells.values()).filter(Double::isFinite).toArray();
    Arrays.stream(finite).forEach(extent::addTight);
    if (signed) {
      Arrays.stream(finite).map(value -> -value).forEach(extent::addTight);
    }
    if (finite.length > 0 && Arrays.stream(finite).allMatch(value -> value == 0)) {
      extent.addTight(1); // of nothing but zeros the colours rise from zero
    }
    return new CellColours(extent.scaling(0), signed, extent.isEmpty());
  }

  /** The colour at a place of the ramp, between 0 and 1. */
  int ramp(double fraction) {
    return signed ? Palette.sign(fraction) : Palette.heat(fraction);
  }

  /** The colour of a value; empty if it has none. */
  OptionalInt of(double value) {
    double fraction = scaling.fraction(value);
    return Double.isFinite(fraction) ? OptionalInt.of(ramp(fraction)) : OptionalInt.empty();
  }
}
