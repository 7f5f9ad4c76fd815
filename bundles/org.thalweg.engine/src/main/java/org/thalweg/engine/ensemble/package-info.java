/**
 * The method {@code ensemble}: walkers in chunks, each stepped from start to end with its own
 * random stream.
 *
 * <p>A chunk is the unit of randomness, of parallel work and of checkpoints; what it computes
 * depends on the experiment, the seed and its index alone. Chunks are merged in the order of their
 * indices, whoever finishes first.
 */
@Export
@Version("1.0.0")
package org.thalweg.engine.ensemble;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
