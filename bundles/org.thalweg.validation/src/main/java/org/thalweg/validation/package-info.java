/**
 * Compares what the methods compute with known numbers, by the same path as a run takes.
 *
 * <p>The cases are ordinary experiments, listed in {@code cases.json} with what is to come out.
 */
@Export
@Version("0.1.0")
package org.thalweg.validation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
