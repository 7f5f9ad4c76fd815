/**
 * Figures of a run, as PNG and SVG.
 *
 * <p>A {@link org.thalweg.figures.FigureDrawer} is a service; why it draws by itself is told in the
 * bundle's DECISION.md.
 */
@Export
@Version("0.1.0")
package org.thalweg.figures;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
