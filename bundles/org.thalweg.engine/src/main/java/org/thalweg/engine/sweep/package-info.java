/**
 * Sweeps: one experiment at many points, each with a seed that follows from its content alone.
 *
 * <p>{@link org.thalweg.engine.sweep.SweepReader} reads what is to be varied, {@link
 * org.thalweg.engine.sweep.SweepPlan} assembles every point before anything runs, {@link
 * org.thalweg.engine.sweep.SweepRunner} runs what is not finished, and {@link
 * org.thalweg.engine.sweep.SweepReport} turns what came of it into tables and figures.
 */
@Export
@Version("0.1.0")
package org.thalweg.engine.sweep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
