/** Running an assembled experiment: methods one after the other, then the analyzers' reports. */
@Export
@Version("1.0.0")
package org.thalweg.engine.run;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
