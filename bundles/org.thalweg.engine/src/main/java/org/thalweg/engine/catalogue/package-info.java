/** The plugins that are installed, found through the service registry. */
@Export
@Version("1.0.0")
package org.thalweg.engine.catalogue;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
