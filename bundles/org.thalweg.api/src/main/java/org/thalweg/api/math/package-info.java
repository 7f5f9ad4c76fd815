/**
 * Elementary functions over arrays whose bits do not depend on the machine, the Java version or the
 * path (plain or vector) that computed them.
 *
 * <p>Every function is a fixed sequence of IEEE 754 operations (addition, subtraction,
 * multiplication, division, square root, fused multiply-add) and integer operations on the bits of
 * a number, with selects in place of branches, so that eight walkers at once give what one walker
 * gives.
 */
@Export
@Version("1.0.0")
package org.thalweg.api.math;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
