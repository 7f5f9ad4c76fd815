/**
 * How block mathematics is computed: the scalar formulas, a plain path over arrays, and the
 * interface behind which a vector path with the same bits may stand. Not exported: plugins call
 * {@code org.thalweg.api.math}.
 */
package org.thalweg.api.kernel;
