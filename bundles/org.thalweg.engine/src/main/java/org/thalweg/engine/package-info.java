/**
 * Catalogue of plugins, assembly of experiments, random streams, chunked ensembles, run service.
 */
@Export
@Version("0.1.0")
package org.thalweg.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
