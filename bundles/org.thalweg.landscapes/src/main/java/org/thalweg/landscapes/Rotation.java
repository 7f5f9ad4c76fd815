package org.thalweg.landscapes;

import org.thalweg.api.plugin.Choice;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;

/** Chooses a rotation, in a plane of two axes or by a matrix. */
public sealed interface Rotation {
  /**
   * The rotation as a motion.
   *
   * @param dim the number of parameters that it is for
   * @return an immutable motion
   * @throws InvalidParameterException if it does not fit the dimension
   */
  Motion motion(int dim);

  /**
   * A rotation in a plane.
   *
   * @param first the axis that is turned towards the second
   * @param second the other axis
   * @param angle by how much
   */
  @Choice(value = "plane", doc = "by an angle, from one axis towards another")
  record Plane(
      @Param(doc = "axis that is turned, from 0", min = 0) int first,
      @Param(doc = "axis that it is turned towards, from 0", min = 0) int second,
      @Param(doc = "angle of the rotation", unit = "rad") double angle)
      implements Rotation {
    /** An eighth of a turn of the first two axes. */
    public Plane() {
      this(0, 1, Math.PI / 4);
    }

    @Override
    public Motion motion(int dim) {
      within("first", first, dim);
      within("second", second, dim);
      if (first == second) {
        throw new InvalidParameterException(
            "second", "is " + second + ", the same axis as first; a plane needs two axes");
      }
      return new PlaneTurn(first, second, angle);
    }

    private static void within(String parameter, int axis, int dim) {
      if (axis >= dim) {
        throw new InvalidParameterException(
            parameter,
            "is "
                + axis
                + ", but the landscape has "
                + dim
                + (dim == 1 ? " parameter" : " parameters")
                + "; "
                + (dim == 1 ? "one parameter cannot be turned" : "use 0 to " + (dim - 1)));
      }
    }
  }

  /**
   * A rotation by a matrix.
   *
   * @param rows R, row by row
   */
  @Choice(value = "matrix", doc = "by an orthogonal matrix R, x = R x_original; it may also mirror")
  record Matrix(
      @Param(doc = "R row by row, dim^2 numbers; column i is where axis i goes") double[] rows)
      implements Rotation {
    /** By how much R^T R may differ from the identity. */
    private static final double TOLERANCE = 1e-9;

    @Override
    public Motion motion(int dim) {
      if (rows.length != (long) dim * dim) {
        throw new InvalidParameterException(
            "rows",
            "has "
                + rows.length
                + (rows.length == 1 ? " number" : " numbers")
                + ", but the landscape has "
                + dim
                + (dim == 1 ? " parameter" : " parameters")
                + "; give "
                + (long) dim * dim
                + ", row by row");
      }
      for (int i = 0; i < dim; i++) {
        for (int j = 0; j <= i; j++) {
          orthogonal(i, j, dim);
        }
      }
      return new MatrixTurn(dim, rows);
    }

    private void orthogonal(int i, int j, int dim) {
      double product = 0;
      for (int k = 0; k < dim; k++) {
        product += rows[k * dim + i] * rows[k * dim + j];
      }
      double expected = i == j ? 1 : 0;
      if (!(Math.abs(product - expected) <= TOLERANCE)) {
        throw new InvalidParameterException(
            "rows",
            "is not orthogonal: the product of columns "
                + j
                + " and "
                + i
                + " is "
                + product
                + " instead of "
                + (i == j ? 1 : 0)
                + "; give a rotation with at least ten digits");
      }
    }
  }
}
