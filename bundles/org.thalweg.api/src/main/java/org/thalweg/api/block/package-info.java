/** Chunks of walkers as blocks of numbers, and the random draws that the engine makes for them. */
@Export
@Version("1.0.0")
package org.thalweg.api.block;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
