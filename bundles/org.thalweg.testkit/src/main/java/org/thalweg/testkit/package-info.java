/** Contract tests, order tests and solvable problems, for plugin authors too. */
@Export
@Version("0.1.0")
package org.thalweg.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
